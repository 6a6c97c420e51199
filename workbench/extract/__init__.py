"""Extraction: one idea a module; a parsed article in, records out, each at its place in the text."""
