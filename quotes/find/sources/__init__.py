"""Whose words: the head of a source, and the words that name it."""
