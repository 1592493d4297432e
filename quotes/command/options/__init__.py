"""The options and arguments that commands share: each group is handed on as one frozen value.

An option for several commands goes here, one for a single command into the command's file.
"""
