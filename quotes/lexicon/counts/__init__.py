"""What was counted on annotated news; written by commands, not by hand."""
