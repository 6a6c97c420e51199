"""The analyst's decisions: an append-only journal beside the articles, replayed over the machine's reading.

``wb.load`` gives a corpus with them. ``corpus.decide("correct", "figure", figure_id, value=114, reason="...")``
confirms, corrects, rejects or adds; ``corpus.undo()``, ``corpus.redo()``, ``corpus.memo()`` and ``corpus.grade()`` do
what they say; ``corpus.review`` holds histories, counts, orphans and differences; ``corpus.machine`` is the machine's
own reading.

    decision      the records, and a line of a journal            journal, journal_file, lock   the files
    anchor        passages found again, or not at all             standing                      what decisions come to
    items, naming, quantities, utterances, statements             decisions applied to records, pure
    layers, framed, reviewed                                      the corpus after the decisions
    deciding, making, making_groups, drafts  how one is made       marks                         what tables say of it
    differences, agreement, session                               what there is to know of them
"""

from workbench.review.decision import Action, Anchor, Decision, Kind, Layer, Step, Target
from workbench.review.journal import Journal, Kept
from workbench.review.reviewed import Reviewed, load

__all__ = [
    "Action",
    "Anchor",
    "Decision",
    "Journal",
    "Kept",
    "Kind",
    "Layer",
    "Reviewed",
    "Step",
    "Target",
    "load",
]
