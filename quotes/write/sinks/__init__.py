"""Where records go: a file of JSON Lines, standard output, and what a later run goes on with.

A new sink has the methods of `Sink` in sink.py.
"""
