"""What the speaker rules know of an article, and who was spoken of so far."""
