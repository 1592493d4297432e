"""What a tree is asked: subjects, clauses, nouns."""
