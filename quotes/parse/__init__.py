"""From text to trees: paragraphs, the model, and one plain tree for each paragraph.

spaCy is named here and nowhere after it.
"""
