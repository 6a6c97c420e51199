"""How a passage, a number and a source are named wherever they are shown: in views as in exports.

place      the paragraph and the sentence that a statement stands in, quoted and cited
say        numbers and counts in words
sources    what each source is called, and its colour
"""
