"""One file for each format that holds articles.

A new format is a file here and a row of table.py.
"""
