"""Many articles: what needs work, who works on it, what became of each, and the counts."""
