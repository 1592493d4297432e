"""Whose words: the head of a source, and the words that name it.

A new rule is a function and a row of table.py.
"""
