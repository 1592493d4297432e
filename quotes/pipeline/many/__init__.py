"""Many articles: what needs work, who works on it, what became of each, and the counts.

Another way to share out the work is a function of the type that outcome.py calls Workers.
"""
