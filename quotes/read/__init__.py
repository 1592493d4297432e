"""Articles in: files, folders, standard input.

A format that holds articles goes into containers/.
"""
