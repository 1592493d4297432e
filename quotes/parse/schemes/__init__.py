"""From the tags and labels of a model to those that the rules read, which house.toml lists.

A model with other labels needs a file here, named in language.toml; no rule changes.
"""
