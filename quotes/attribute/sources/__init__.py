"""From the words at a quote to the heads that name its speakers.

These functions only find heads; who they are is for the rules.
"""
