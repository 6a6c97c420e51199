"""What is counted by figures of one quantity: 123 prisoners, 123 detainees, 123 individuals."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from workbench.compare import words as lexical
from workbench.compare.phrases import NOUNS, Words, noun, singular
from workbench.language import Parsed, Part
from workbench.model import Figure, Quantity

#: How far after its number the counted noun is looked for, in characters.
_REACH = 120
#: Behind the noun that is counted: five people and damaging (buildings); members of the board.
_BEHIND = re.compile(r",| (?:of|and|or|in|from|who|that|at|on|with)\b")


def find(parsed: Sequence[Parsed], quantities: Iterable[Quantity]) -> list[tuple[str, list[Words]]]:
    """By quantity that two articles state: its label, and the nouns by which the articles count it.

    Beside the nouns at the figures, every other place is given at which an article uses such a noun, unless it is a
    word for anybody ("people"); a place belongs to the quantity that most articles speak to.
    """
    by_id = {one.article.article_id: one for one in parsed}
    parts = {article_id: [part.start for part in one.parts] for article_id, one in by_id.items()}
    found: list[tuple[str, list[Words]]] = []
    for quantity in quantities:
        at_figures: dict[tuple[str, int], Words] = {}
        for figure in quantity.figures:
            one = by_id.get(figure.passage.article_id)
            if one is None or figure.implied or figure.measure.unit is not None or not figure.counted:
                continue
            words = _counted(one, parts[figure.passage.article_id], figure)
            if words is not None:
                at_figures[words.article_id, words.start] = words
        if len({words.article_id for words in at_figures.values()}) > 1:
            found.append((quantity.label, list(at_figures.values())))
    found.sort(key=lambda item: (-len({words.article_id for words in item[1]}), -len(item[1])))
    _elsewhere(parsed, found)
    return found


def _counted(one: Parsed, starts: Sequence[int], figure: Figure) -> Words | None:
    """The noun that the figure counts, with the words that describe it."""
    at = bisect_right(starts, figure.passage.start) - 1
    if at < 0:
        return None
    part = one.parts[at]
    said = _BEHIND.split(figure.counted or "", maxsplit=1)[0].split()
    if not said or lexical.befell(figure.counted):
        return None  # five hurt: what befell them is no name for them
    head = said[-1].lower()
    begin = figure.passage.end - part.start
    after = part.doc.char_span(begin, min(begin + _REACH, len(part.text)), alignment_mode="expand")
    for token in after if after is not None else ():
        if token.pos_ in NOUNS and token.idx >= begin and head in (token.lower_, token.lemma_.lower()):
            return noun(one, part, token)
    return None


def heads(members: Iterable[Words]) -> frozenset[str]:
    """The nouns chosen, without those for anybody and any number."""
    return (
        frozenset(singular(words.token) for words in members) - lexical.lemmas("anybody") - lexical.lemmas("carrying")
    )


def _elsewhere(parsed: Sequence[Parsed], found: Sequence[tuple[str, list[Words]]]) -> None:
    """Add the places without a figure to the first quantity that counts by the noun."""
    owner: dict[str, int] = {}
    taken: set[tuple[str, int]] = set()
    for at, (_, members) in enumerate(found):
        taken |= {(words.article_id, words.end) for words in members}
        for head in heads(members):
            owner.setdefault(head, at)
    more: Mapping[int, list[Words]] = defaultdict(list)
    for one in parsed:
        for part, token in _nouns(one):
            at = owner.get(singular(token), -1)
            if at >= 0 and (one.article.article_id, part.span(token).end) not in taken:
                more[at].append(noun(one, part, token))
    for at, members in more.items():
        found[at][1].extend(members)


def _nouns(one: Parsed) -> Iterator[tuple[Part, Any]]:
    for part in one.parts:
        if part.block.repeat_of is None:
            for token in part.doc:
                if token.pos_ in NOUNS and token.dep_ not in ("compound", "nmod", "poss"):
                    yield part, token
