"""The functions that propose contents to a cue.

Each is named in a row of the table of patterns and asks only the tree.
"""
