"""Rules, shares and lists put into phrases.

Nothing here looks at an article.
"""
