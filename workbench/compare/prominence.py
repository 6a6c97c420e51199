"""How prominently an article has what it has: in its headline or lead, further down, or only in a quote."""

from collections.abc import Sequence
from enum import StrEnum

from workbench.extract.voices import Voices
from workbench.model import Article, Passage, Role, Voice

#: Paragraphs of body text that make the lead.
LEAD_PARAGRAPHS = 3
_TOP = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY})


class Prominence(StrEnum):
    """Where an article has something."""

    LEAD = "lead"  # headline, standfirst, summary or one of the first paragraphs
    LATER = "later"
    QUOTED = "quoted"  # nowhere but between quote marks


def of(article: Article, passages: Sequence[Passage], voices: Voices) -> tuple[Prominence, float]:
    """How prominently `article` has what stands at `passages` (at least one), and after which share of its text.

    The share is from 0 to 1, of the first passage.
    """
    share = min(passage.start for passage in passages) / max(1, len(article.text))
    if all(voices.at(passage.start, passage.end)[0] is Voice.QUOTED for passage in passages):
        return Prominence.QUOTED, share
    lead = {block.start for block in [one for one in article.blocks if one.role is Role.BODY][:LEAD_PARAGRAPHS]}
    blocks = [article.block_at(passage.start) for passage in passages]
    early = any(block.role in _TOP or block.start in lead for block in blocks)
    return (Prominence.LEAD if early else Prominence.LATER), share
