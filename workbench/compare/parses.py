"""Blocks that are parsed alike, as where outlets print one agency's text: what is read from one is read from all."""

from collections.abc import Hashable, MutableMapping

from workbench.language import Parsed, Part

#: All that the rules of this stage read from a parse, besides its text.
_READ = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "HEAD", "SENT_START")


def signature(one: Parsed, part: Part) -> Hashable:
    """What two blocks share whose texts and parses are the same, wherever they stand; made once for each block."""
    made: MutableMapping[int, Hashable] = one.made.setdefault("signatures", {})
    if part.start not in made:
        made[part.start] = part.text, part.doc.to_array(_READ).tobytes()
    return made[part.start]
