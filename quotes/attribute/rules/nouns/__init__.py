"""Rules for sources that are nouns: of offices, kin, bodies, several at once, and the unnamed.

phrases.py has what they ask of a noun and the words around it; a new family is a file here.
"""
