"""The functions that propose contents for a cue.

Each is named in a row of the table of patterns and asks only the tree.
"""
