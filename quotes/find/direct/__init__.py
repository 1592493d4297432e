"""Direct speech: which cue or sign beside quotation marks says whose the words in them are.

The rules are a table at the foot of direct.py, in order of precedence.
"""
