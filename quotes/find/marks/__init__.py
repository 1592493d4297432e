"""What stands in quotation marks: found on the raw text, closed, trimmed.

The marks themselves are rows of marks.toml in the language's lexicon.
"""
