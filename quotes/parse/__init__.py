"""From text to trees: paragraphs, the model, and one plain tree for each paragraph.

No later stage names spaCy.
"""
