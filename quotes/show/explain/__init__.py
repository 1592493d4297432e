"""Why a quote is what it is: a record in, plain words out.

It runs the rules through the pipeline and changes nothing that is found.
"""
