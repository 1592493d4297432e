"""What makes the model faster.

The trees must stay the same: tests compare them with those of the plain model.
"""
