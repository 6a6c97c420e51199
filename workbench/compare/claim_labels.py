"""What a claim is called in a table: a short name with its value, or the clause that makes it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, islice

from workbench.compare import sentences, verdicts
from workbench.compare.clauses import LONGEST, clause
from workbench.compare.spelling import concept, weight
from workbench.extract import numerals
from workbench.extract.numerals import Form, Numeral
from workbench.language import Parsed
from workbench.lexicons import lexicon
from workbench.model import Figure, FigureKind, Passage, Quantity

_FEW = 4
_SAID = frozenset({"said", "told", "wrote"})
_KNOWN = re.compile(r"(?i)(?:^|\W)(?:the|both|these|those|its|their|his|her|our)\s+$")
_NUMBERS = re.compile(r"\d|(?i:\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b)")
_TO_NUMBER = re.compile(
    r"(?<!\s),?\s++(?:(?:in|on|at|by|since|until|for|to|from|of|about|around|over|nearly)\s++){0,4}+(?=[^\w\s]?\d)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SHORTEST = 20  # characters of a clause that says something by itself
_MOST_WORDS = 300  # of a sentence: what goes on behind them is no prose
_VAGUE = frozenset({"he", "she", "it", "i", "we", "you", "who", "which", "that", "this", "they", "there", "to"})
_MEASURED = frozenset({"number", "amount", "time", "percentage", "age"})  # "time banned", "amount came"
_BARE = frozenset({"people", "person", "size", "share", "total"})


def has_meaning(quantity: Quantity, parsed: Mapping[str, Parsed]) -> bool:
    """Whether a figure of one source is a claim by itself: not an age, "one statement" or "the two countries"."""
    if len(quantity.sources) > 1:
        return True
    figures = quantity.figures
    if figures[0].kind is FigureKind.AGE:
        return False
    return not all(figure.kind is FigureKind.COUNT and _only_points(figure, parsed) for figure in figures)


def _only_points(figure: Figure, parsed: Mapping[str, Parsed]) -> bool:
    """Whether a number counts nothing anew: a single one, or a few known ones: the two sides, his three sons."""
    value, passage = figure.measure.value, figure.passage
    one = parsed.get(passage.article_id)
    before = one.article.text[max(0, passage.start - 12) : passage.start] if one is not None else ""
    return value == 1 or (value is not None and value <= _FEW and bool(_KNOWN.search(before)))


def of_quantity(quantity: Quantity, parsed: Mapping[str, Parsed]) -> str:
    """The clause of a figure that one source alone has; of several the name of the quantity and what each states."""
    if len(quantity.sources) == 1 or _is_bare(quantity.label):
        told = [clause(parsed[name], figure.passage) for figure in quantity.figures if (name := _id(figure)) in parsed]
        said = next((one for one in told if one is not None and len(one) >= _SHORTEST), None)
        if said is not None and len(quantity.sources) == 1:
            return said
        if said is not None:
            return f"{_values(quantity)}: {said}"
    return f"{_plain(quantity)}: {_values(quantity)}"


def of_passages(passages: Iterable[Passage], parsed: Mapping[str, Parsed], otherwise: str) -> str:
    """The clause that tells best what several passages say: with who does it, short, with no number of one alone."""
    found = [
        said
        for passage in passages
        if passage.article_id in parsed and (said := clause(parsed[passage.article_id], passage)) is not None
    ]
    found = [said for said in found if not _only_says(said)]
    told = [said for said in found if _SHORTEST <= len(said) <= LONGEST and not _cut_or_pronoun(said)]
    best = min(
        told or [one for one in found if len(one) > LONGEST // 2] or [otherwise],
        key=lambda said: (bool(_NUMBERS.search(said)), len(said), said),
    )
    own = _numbers(best)
    return best if not own or all(own <= _numbers(said) for said in found) else _without_number(best, otherwise)


def _numbers(said: str) -> frozenset[float]:
    """The numbers that a clause names, in digits or words, but for "one"."""
    return frozenset(value for value in map(_told, numerals.find(said)) if value is not None)


def _told(numeral: Numeral) -> float | None:
    """The value of a number; None of "one", which is seldom a number."""
    return None if numeral.value == 1 and numeral.form is not Form.DIGITS else numeral.value


def _without_number(said: str, otherwise: str) -> str:
    """A clause up to the number that not all give: The dam was built, in 1961 here and in 1963 there."""
    digits = list(said)
    for one in numerals.find(said):
        if _told(one) is not None:
            digits[one.start : one.end] = "0" * (one.end - one.start)
    before = said[: len(_TO_NUMBER.split("".join(digits), maxsplit=1)[0])]
    return before if len(before.split()) > 2 and not _NUMBERS.search(before) else otherwise


def of_sentences(passages: Sequence[Passage], parsed: Mapping[str, Parsed]) -> str:
    """Of sentences that say the same in other words: the clause that holds most of what they share."""
    concepts = [{concept(word.group()) for word in _WORD.finditer(one.surface)} for one in passages]
    shared = {one for one, count in Counter(chain.from_iterable(concepts)).items() if count > 1 and len(one) > 2}
    found: dict[str, int] = {}
    for known, passage in _once(passages, parsed):
        for word in islice(_WORD.finditer(passage.surface), _MOST_WORDS):
            if weight(word.group()) == 1 and concept(word.group()) in shared:
                at = known.article.passage(passage.start + word.start(), passage.start + word.end())
                said = clause(known, at)
                if said is not None and len(said) >= _SHORTEST and said not in found and not _only_says(said):
                    found[said] = len({concept(each.group()) for each in _WORD.finditer(said)} & shared)
    shortest = min((" ".join(one.surface.split()) for one in passages), key=len)
    best = max(found.values(), default=0)
    told = [said for said, held in found.items() if held >= best - 1]
    return min(told or [shortest], key=lambda said: (_cut_or_pronoun(said), len(said), said))


def _once(passages: Iterable[Passage], parsed: Mapping[str, Parsed]) -> Iterator[tuple[Parsed, Passage]]:
    """The passages that were parsed, those once that stand in a paragraph that several articles print."""
    seen: set[tuple[bytes, str, int, int]] = set()
    for passage in passages:
        known = parsed.get(passage.article_id)
        part = known.part_at(passage.start) if known else None
        if known is None or part is None:
            continue
        printed = known.article.text[part.start : part.end]
        place = part.doc.key, printed, passage.start - part.start, passage.end - part.start
        if place not in seen:
            seen.add(place)
            yield known, passage


def _only_says(said: str) -> bool:
    """Whether a clause ends in the verb that another clause hangs on: "Ada Lund, who leads the agency, said"."""
    last = said.rsplit(" ", 1)[-1].casefold()
    return last in _SAID or any(last.removesuffix(end) in _saying() for end in ("", "s", "d", "ed"))


@cache
def _saying() -> frozenset[str]:
    return frozenset(word for entry in lexicon("reporting").entries for word in entry.pattern.split("|"))


def _cut_or_pronoun(said: str) -> bool:
    first = said.split(" ", 1)[0].casefold()
    return "…" in said or first in _VAGUE


def _id(figure: Figure) -> str:
    return figure.passage.article_id


def _is_bare(label: str) -> bool:
    """Whether a label is of a kind of thing only: "number", "time, years"."""
    said = re.split(r"[,(]", label, maxsplit=1)[0].strip().casefold()
    return said in _BARE or said.split(" ", 1)[0] in _MEASURED


def _plain(quantity: Quantity) -> str:
    """The label without the unit or the number, which the value has: area burned, hectares; seats won (118)."""
    units = {str(entry.more["word"]) for entry in lexicon("unit_words").entries} | {"percent"}
    first, *rest = re.sub(r" \([^()]*\d[^()]*\)$", "", quantity.label).split(", ")
    return ", ".join([first, *(one for one in rest if one not in units)])


def _values(quantity: Quantity) -> str:
    return " / ".join(dict.fromkeys(shown(figure) for figure in verdicts.bests(quantity.figures).values()))


def stated_best(quantity: Quantity) -> frozenset[str]:
    """The ids of the figures that state what the claim names: the best of some article, or the same."""
    values = {sentences.stated(figure) for figure in verdicts.bests(quantity.figures).values()}
    return frozenset(figure.figure_id for figure in quantity.figures if sentences.stated(figure) in values)


def shown(figure: Figure) -> str:
    """A figure as a table has it: money as its article writes it, else its bound, number and unit."""
    surface = " ".join(figure.passage.surface.split())
    scaled = figure.kind is FigureKind.MONEY and any(map(str.isdigit, surface)) and surface[-1:].isalpha()
    if not scaled or len(surface) > _SHORTEST:
        return sentences.stated(figure)
    said = surface if not surface[0].isdigit() else f"{surface} {figure.measure.unit or ''}".strip()
    return f"{sentences.bound(figure)}{said}"
