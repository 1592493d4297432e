"""Whether the right names are given: by form of the mention and by kind of error.

errors.py says what is wrong with a name, counts.py counts it.
"""
