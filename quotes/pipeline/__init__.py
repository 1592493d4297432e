"""The whole way of one article, from text to quotes with speakers and confidence.

Import from here what runs the stages; the stages never import this room.
"""
