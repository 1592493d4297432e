"""From the tags and labels of a model to the ones that the rules read; nowhere else."""
