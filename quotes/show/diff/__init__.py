"""What changed between two runs: records in, changes out.

It compares records alone and runs no rule.
"""
