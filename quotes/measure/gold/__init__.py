"""What people say is right: attributions that they marked, their acts, who the speakers are.

A new format of annotation is read here.
"""
