"""Direct speech: which cue beside quotation marks introduces what stands in them."""
