"""What makes the model faster without changing what it says."""
