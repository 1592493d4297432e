"""Whose words: the head of a source, by the table of rules in table.py, and the words that name it."""
