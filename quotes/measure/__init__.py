"""How good the quotes are, and how sure. No stage imports this room.

What people annotated is in gold/, scores are in evaluate/ and output/, and calibrate/ writes the
lexicon's calibration. Figures are compared over years: a measure changes only for a good reason.
"""
