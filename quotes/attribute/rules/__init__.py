"""The speaker rules: one ordered table, and a file for each family of rules.

A new rule is a function in its family's file and a row of table.py. A rule changes nothing: it
returns what is to be remembered with its answer.
"""
