"""Reported speech: one table of patterns, and how one content among those proposed is chosen.

A new pattern is a row of table.py and a function in frames/, with its cases and its explanation.
"""
