"""The command line, and all use of click. A file for each command: checks, one call, one exit code.

A command is added in a file of its own and named in cli.py; what several share is in options,
terminal and destinations.py. Nothing below this room imports it.
"""
