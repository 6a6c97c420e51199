"""The framing of a corpus: labels, acts, words, dates, reuse, origins and claims, each computed once and late.

inputs     what all of it reads, and what becomes of a rule that fails
worded     the words that frame, and those chosen for one thing
timed      dates and what they date
framing    Framing: these, and all else
parts      one event of several: what is compared is compared within it
"""

from workbench.framing.framing import Framing

__all__ = ["Framing"]
