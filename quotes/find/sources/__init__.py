"""Whose words: the head of a source, by the rules in table.py, and the words that name it."""
