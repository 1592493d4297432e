"""From a parsed article to its quotes: marks, cues, contents, sources, merge."""
