"""From annotated articles to the weights of circumstances: how likely a content is right."""
