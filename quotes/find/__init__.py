"""From the trees of an article to its quotes: marks, cues, contents, sources, merge.

A new rule is a function and a row of a table: in reported/table.py, direct/direct.py or
sources/table.py.
"""
