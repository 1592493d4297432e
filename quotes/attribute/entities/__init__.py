"""From names to the people and bodies of one article.

Grouping grows only while names are put together; an Entity never changes.
"""
