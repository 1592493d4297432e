"""From capitals to names: titles, roles, bodies, and which names are the same.

No words are written into the code: they are rows of the lexicon.
"""
