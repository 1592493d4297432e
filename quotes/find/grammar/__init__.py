"""What a tree is asked: subjects, clauses, nouns.

Functions of a tree and a token; no rules, no names of rules.
"""
