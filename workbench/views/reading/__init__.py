"""What the reader shows, as plain data: pure functions, with no widget among them.

marks       what is marked in the articles, and which marks are linked
gathering   the marks of a corpus, layer by layer
segments    stretches of a block, each with the marks that stand on it
layout      an article as the reader lays it out
likeness    the paragraph of another article that is most like one
finding     where words stand
following   what is followed, what comes next, and where each source has it
told        the sentences above the columns
difference  what two sources have, and how they differ
payload     an article as data for the browser
static      the reader as plain HTML
adding      what the analyst adds by selecting text
"""
