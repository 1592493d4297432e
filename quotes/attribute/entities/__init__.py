"""From names to the persons and bodies of one article."""
