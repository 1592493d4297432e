"""Quotes out: records, their validation, and where they are stored.

A record's form is that of schemas/quote.schema.json; settings.py says what makes a later
run redo an article.
"""
