"""What a paragraph's own wording says about its role: the lexicon ``furniture``, compiled."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.lexicons import Entry, lexicon
from workbench.lexicons.beginnings import may_begin
from workbench.lexicons.late import Late
from workbench.model import Role

LONGEST = 900  # characters; a longer paragraph is never matched whole, so that matching stays linear
_KEPT = 2048  # paragraphs and edges of them of which is known what they say, for other articles print some of them too
_EDGE = 300  # characters at either end of a paragraph that labels, datelines and credits are looked for in

#: Characters that only look different, one for one, so that offsets stay.
_SAME = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "’": "'", "‘": "'", "“": '"', "”": '"'})
_MARKUP = "*_ \t"


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon: what it looks like and what it makes of a paragraph."""

    id: str
    how: str
    where: str
    role: Role
    gives: str | None
    reason: str
    pattern: Late
    must: Late | None
    most_words: int
    quoted: bool
    last: bool
    first: bool
    after: bool

    def fits(self, text: str) -> bool:
        """Whether the cue's further conditions hold for a paragraph."""
        if self.must and not self.must.made.search(text):
            return False
        if not self.quoted and '"' in text:
            return False
        return text.count(" ") < self.most_words


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue found in a paragraph, and where in it."""

    cue: Cue
    start: int
    end: int


def shadow(text: str) -> str:
    """`text` with typographic quotes and spaces made plain, one character for one.

    >>> shadow("“It’s”")
    '"It\\'s"'
    """
    return text.translate(_SAME)


@cache
def cues() -> Mapping[str, tuple[Cue, ...]]:
    """The cues of the lexicon by what they match: whole, start, label, end, heading, post, dateline, agency."""
    found: dict[str, list[Cue]] = {}
    for entry in lexicon("furniture").entries:
        if entry.more.get("how") != "part":
            cue = _cue(entry, _expand(entry.pattern, parts()))
            found.setdefault(cue.how, []).append(cue)
    return {how: tuple(items) for how, items in found.items()}


@cache
def parts() -> Mapping[str, str]:
    """The pieces of patterns by their name, each with the ones before it filled in."""
    found: dict[str, str] = {}
    for entry in lexicon("furniture").entries:
        if entry.more.get("how") == "part":
            found[entry.id] = _expand(entry.pattern, found)
    return found


def is_agency(name: str) -> bool:
    """Whether `name` is that of a news agency.

    >>> is_agency("The Associated Press"), is_agency("Hill Gazette")
    (True, False)
    """
    return any(cue.pattern.made.fullmatch(name.strip()) for cue in cues().get("agency", ()))


def whole(text: str) -> tuple[Cue, ...]:
    """The cues that all of the paragraph `text` (as `shadow` makes it) is an instance of, in the lexicon's order."""
    return _whole(text) if len(text) <= LONGEST else ()


@lru_cache(maxsize=_KEPT)
def _whole(text: str) -> tuple[Cue, ...]:
    return tuple(_fitting(text))


def _fitting(text: str) -> Iterator[Cue]:
    plain = " ".join(text.split())
    flat = plain.strip(_MARKUP) or plain
    for cue in _beginning(flat[:1]):
        if cue.fits(flat) and (cue.pattern.made.match if cue.how == "start" else cue.pattern.made.fullmatch)(flat):
            yield cue


@lru_cache(maxsize=512)
def _beginning(char: str) -> tuple[Cue, ...]:
    """The cues of whole paragraphs that may begin with this character: a few of the hundred."""
    found = (cue for how in ("post", "heading", "whole", "start") for cue in cues().get(how, ()))
    return tuple(cue for cue in found if may_begin(cue.pattern, char))


def label(text: str) -> Hit | None:
    """The label that opens the paragraph `text`, with its colon and the space after it."""
    return _label(text[:_EDGE])


@lru_cache(maxsize=_KEPT)
def _label(head: str) -> Hit | None:
    for cue in cues().get("label", ()):
        if match := cue.pattern.made.match(head):
            return Hit(cue, 0, match.end())
    return None


def credit(text: str) -> Hit | None:
    """The credit that the paragraph `text` ends with."""
    offset = max(0, len(text) - _EDGE)
    cue, at = _credit(text[offset:]) or (None, 0)
    return Hit(cue, offset + at, len(text)) if cue else None


@lru_cache(maxsize=_KEPT)
def _credit(tail: str) -> tuple[Cue, int] | None:
    for cue in cues().get("end", ()):
        match = cue.pattern.made.search(tail)
        if match and cue.fits(match[0]):
            return cue, match.start()
    return None


def signature(text: str) -> Hit | None:
    """The signature of a social post that the paragraph `text` ends with."""
    offset = max(0, len(text) - _EDGE)
    cue, at = _signature(text[offset:]) or (None, 0)
    return Hit(cue, offset + at, len(text)) if cue else None


@lru_cache(maxsize=_KEPT)
def _signature(tail: str) -> tuple[Cue, int] | None:
    for cue in cues().get("post", ()):
        if cue.fits(tail) and (match := cue.pattern.made.search(tail)):
            return cue, match.start()
    return None


def dateline(text: str, *, first: bool) -> Hit | None:
    """The dateline that the paragraph `text` opens with; the looser ones only for the `first` paragraph of the body."""
    head = text[:_EDGE]
    for cue in cues().get("dateline", ()):
        if first or not cue.first:
            match = cue.pattern.made.match(head) if cue.fits(head) else None
            if match and match.end() < len(text):
                return Hit(cue, 0, match.end())
    return None


def _expand(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"<(\w+)>", lambda match: parts.get(match[1], match[0]), pattern)


def _cue(entry: Entry, pattern: str) -> Cue:
    more = entry.more
    flags = re.NOFLAG if more.get("case") is True else re.IGNORECASE
    how = str(more.get("how", "whole"))
    if how == "label" and "gives" in more:
        ending = r"[,:]?(?:\s+|$)" if more.get("comma") else r"(?:[*_]*\s*[:：][*_]*\s*|[*_]*\s*\.?$)"
        ending = r"(?:[*_]*\s*[:：][*_]*\s*|\.$)" if more.get("colon") else ending
        pattern = rf"(?:[*_#]+\s*)?(?:{pattern}){ending}"
    elif how == "label":
        pattern = rf"(?:{pattern})\s*[:|–—-]?\s*"
    must = more.get("must")
    return Cue(
        id=entry.id,
        how=how,
        where=str(more.get("where", "any")),
        role=Role(more.get("role", "furniture")),
        gives=more.get("gives"),
        reason=str(more.get("reason", "")),
        pattern=Late(pattern, flags),
        must=Late(str(must), re.IGNORECASE) if must else None,
        most_words=int(more.get("maxwords", 1000)),
        quoted=not more.get("noquote", False),
        last=bool(more.get("last", False)),
        first=bool(more.get("first", False)),
        after=bool(more.get("after", False)),
    )
