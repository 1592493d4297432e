"""What changed between two runs: records in, changes out."""
