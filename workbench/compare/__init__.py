"""Comparison: the records of many articles in, what they have in common and where they differ out."""
