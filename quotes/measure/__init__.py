"""How good the quotes are, and how sure: scores and calibration, beside the way of the data."""
