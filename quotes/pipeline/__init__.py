"""The whole path of one article, from text to quotes with speakers and confidence.

This room runs the stages; the stages never import it.
"""
