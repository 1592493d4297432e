"""Many articles: what needs work, who works on it, what became of each, and the counts.

Another way to share out the work is another function of the type Workers in outcome.py.
"""
