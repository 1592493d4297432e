"""An evaluation as people read it: tables, marked sentences, figures by rule."""
