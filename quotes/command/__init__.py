"""The command line: all of click, a file for each command; checks, one call, one exit code."""
