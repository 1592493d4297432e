"""From capitals to names: titles, roles, bodies, and which names are the same.

No word stands in the code: words are rows of the lexicon.
"""
