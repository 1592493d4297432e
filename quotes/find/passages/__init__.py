"""Which quote the marks without a cue belong to; quotes across paragraphs; layouts."""
