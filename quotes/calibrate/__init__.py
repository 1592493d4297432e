"""Annotated articles in, the weights of circumstances out: how likely a content is right."""
