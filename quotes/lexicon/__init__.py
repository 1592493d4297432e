"""The data that the rules read: a folder for each language.

A linguist edits the tables of a language and no code. language.py has all that one language brings.
"""
