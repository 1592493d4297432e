"""Direct speech: which cue or sign beside quotation marks tells who said the words in them.

The rules are a table at the foot of direct.py, in order of precedence.
"""
