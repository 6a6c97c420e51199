"""A parsed block with the names in it, token by token; headings in title case are parsed again in small letters.

Capitals on every word make verbs into names ("Minsk Releases 123 Detainees"), so a heading is read from a copy of the
same length in which only the names keep theirs.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench import language
from workbench.extract.runs import in_title_case
from workbench.language import Parsed, Part
from workbench.model import Mention, Role

_HEADINGS = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.STANDFIRST})


@dataclass(frozen=True, slots=True, eq=False)
class Bearer:
    """A mention and its tokens, [first, last), in one part."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One part and the names that it mentions, in order; `at` has the bearer at a token."""

    part: Part
    bearers: tuple[Bearer, ...]
    at: dict[int, Bearer] = field(default_factory=dict)

    @property
    def doc(self) -> Any:
        """The parse."""
        return self.part.doc

    def ends_sentence(self, at: int) -> bool:
        """Whether token number `at` is past the end, or begins a sentence."""
        return at >= len(self.doc) or bool(self.doc[at].is_sent_start)


def of(parsed: Parsed, mentions: Iterable[Mention]) -> Iterator[Sheet]:
    """The sheets of an article, a part each, in reading order; made once for the same mentions."""
    given = tuple(mentions)
    if "sheets" not in parsed.made or parsed.made["sheets"][0] != given:
        parsed.made["sheets"] = (given, list(_made(parsed, list(given))))
    yield from parsed.made["sheets"][1]


def _made(parsed: Parsed, mentions: list[Mention]) -> Iterator[Sheet]:
    ordered = sorted(mentions, key=lambda mention: mention.passage.start)
    starts = [mention.passage.start for mention in ordered]
    for part in parsed.parts:
        end = part.end
        inside = ordered[bisect_left(starts, part.start) : bisect_left(starts, end)]
        if part.block.role in _HEADINGS and in_title_case(part.doc):
            part = language.again(part, _lowered(part, inside))
        sheet = _sheet(part, inside)
        cut = _second_clause(sheet) if part.block.role in _HEADINGS else None
        if cut is None:
            yield sheet
            continue
        text, place = part.text, part.doc[cut].idx
        yield _sheet(language.again(part, text[:place].rstrip()), inside)
        name = sheet.at[cut].mention.passage
        clause = "He".ljust(len(name.surface)) + text[place + len(name.surface) :]
        yield _sheet(language.again(part, clause, place), inside)


def _sheet(part: Part, mentions: list[Mention]) -> Sheet:
    bearers = tuple(_bearers(part, mentions))
    return Sheet(part, bearers, {number: bearer for bearer in bearers for number in range(bearer.first, bearer.last)})


def _second_clause(sheet: Sheet) -> int | None:
    """Where a heading's "as" is followed by a name, and by no verb that the parse saw: ... as Arvenia Lifts Sanctions.

    The clause is then parsed by itself, a pronoun in the place of the name, for after that the parse sees the verb.
    """
    doc = sheet.doc
    for token in doc[: len(doc) - 2]:
        bearer = sheet.at.get(token.i + 1)
        short = bearer is None or len(bearer.mention.passage.surface) < len("He")
        if (
            bearer is not None
            and not short
            and token.lower_ in ("as", "after", "while")
            and bearer.first == token.i + 1
        ):
            rest = doc[bearer.last :]
            follows = bearer.last < len(doc) and doc[bearer.last].tag_ in ("NNS", "NN", "NNP", "NNPS")
            return token.i + 1 if follows and not any(each.pos_ in ("VERB", "AUX") for each in rest) else None
    return None


def _lowered(part: Part, mentions: list[Mention]) -> str:
    """The text in small letters, names and abbreviations apart; as long as it was."""
    kept = [(mention.passage.start - part.start, mention.passage.end - part.start) for mention in mentions]
    out = list(part.text)
    for token in part.doc:
        named = any(start <= token.idx < end for start, end in kept[:64])
        small = token.text.lower()
        if not named and token.text.istitle() and len(small) == len(token.text):
            out[token.idx : token.idx + len(token)] = small
    return "".join(out)


def _bearers(part: Part, mentions: list[Mention]) -> Iterator[Bearer]:
    starts = [token.idx for token in part.doc]
    for mention in mentions:
        start, end = mention.passage.start - part.start, mention.passage.end - part.start
        first = bisect_left(starts, start) if start >= 0 else len(starts)
        if first >= len(starts) or starts[first] >= end:
            continue  # the name lies inside a token
        last = bisect_left(starts, end, lo=first)
        yield Bearer(mention, first, last)
