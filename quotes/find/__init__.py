"""From the trees of an article to its quotes: marks, cues, contents, sources, merge.

A new rule is a function and a row of a table: reported/table.py, direct/direct.py, sources/table.py.
"""
