"""What people look at: text in the terminal, explanations, differences, pages in a browser.

Nothing here decides what is found, and all text from articles is escaped.
"""
