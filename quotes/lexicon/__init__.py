"""The data that the rules read, a language a folder."""
