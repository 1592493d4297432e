"""An evaluation as people read it: tables, figures by rule, a diagram.

Nothing is counted here.
"""
