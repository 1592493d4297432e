"""What the rules know of an article: facts that do not change, and the memory of what was read.

Only `note` in memory.py writes; a new thing to remember is a kind of note in notes.py.
"""
