"""Who owns marks that have no cue of their own; quotes across paragraphs; layouts."""
