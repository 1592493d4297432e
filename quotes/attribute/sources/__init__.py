"""From the words at a quote to the heads that name its speakers.

implied.py finds the name for a quote without a source. Who is meant is for rules/.
"""
