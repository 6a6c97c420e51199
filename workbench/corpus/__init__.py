"""A corpus: the articles of one event or several, what was found in them, and its tables, each made once and late.

loading    load(): files to a corpus
grouped    the events that its articles tell of
records    what is found in the articles, and between those of one event
tables     Corpus: each promised table as an attribute
"""

from workbench.corpus.loading import load
from workbench.corpus.tables import Corpus

__all__ = ["Corpus", "load"]
