"""What the commands say to a person: error lines and exit codes, a bar, a table of times, colours.

Only this room writes on standard error; it knows no option but --debug and --profile.
"""
