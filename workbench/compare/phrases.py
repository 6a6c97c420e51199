"""The words of a noun or a verb as a source chose them: the noun with what describes it, the verb with its adverb."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.language import Parsed, Part
from workbench.model import Role

if TYPE_CHECKING:
    from workbench.language import Token

NOUNS = ("NOUN", "PROPN")
#: Words before a noun that count or point, and do not describe.
_POINTING = frozenset(
    [
        *["other", "more", "further", "additional", "another", "remaining", "several", "many", "few", "some", "all"],
        *["new", "first", "last", "next", "same", "such", "own", "least", "total", "latest", "previous", "only"],
        *["earlier", "later", "recent"],
    ]
)
_DESCRIBING = ("amod", "compound", "nmod")
_LONGEST = 6
_REACH = 20
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_ABBREVIATED = re.compile(r"(?<=[^\W\d])\.")  # U.S. and US are one
_FINITE = ("VB", "VBD", "VBP", "VBZ")


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of an article's text, the token that heads it, and what it is called beside others of its kind."""

    parsed: Parsed
    part: Part
    start: int
    end: int
    token: Any
    key: str

    @property
    def article_id(self) -> str:
        """The article that it stands in."""
        return self.parsed.article.article_id


def noun(parsed: Parsed, part: Part, token: "Token", describing: tuple[str, ...] = _DESCRIBING) -> Words:
    """The noun and the words before it that describe it; numbers and pointing words are no part of it.

    `describing` are the ways in which a word may hang on the noun: of a noun of an act, adjectives only.
    """
    first = token
    for before in reversed(list(token.lefts)):
        if before.dep_ not in describing or not _describes(part, before) or token.i - before.i > _LONGEST:
            break
        first = before
    while first.i > 0 and (first.nbor(-1).text in ("-", "‐", "‑") or first.text in ("-", "‐", "‑")):
        first = first.nbor(-1)  # "pro-government", of which the parser may hang the first half elsewhere
        if token.i - first.i > _LONGEST:
            break
    if first.tag_ == "VBG" and first.i < token.i and not _is_determined(first):
        first = first.nbor(1)  # "of lifting sanctions": what is done to them, not what they are
    before_it = "".join(one.lower_ + one.whitespace_ for one in part.doc[first.i : token.i])
    key = " ".join(_ABBREVIATED.sub("", before_it).split())
    glue = "" if key.endswith("-") else " "
    return Words(
        parsed, part, part.start + first.idx, part.span(token).end, token, f"{key}{glue}{singular(token)}".strip()
    )


def singular(token: "Token") -> str:
    """The base form of a noun; also of one that the parser takes for a name in a headline: Prisoners."""
    if token.pos_ == "PROPN" and token.tag_ == "NNPS" and token.lower_.endswith("s"):
        return str(token.lower_[:-1])
    return str(token.lemma_.lower())


def _describes(part: Part, before: "Token") -> bool:
    """Whether a word before a noun describes it; a headline's plural there is more likely a verb: city bans cars."""
    if before.pos_ not in (*NOUNS, "ADJ", "VERB"):
        return False
    if before.tag_ in _FINITE or (part.block.role is Role.HEADLINE and before.tag_ in ("NNS", "NNPS")):
        return False
    return not before.like_num and before.lower_ not in _POINTING


def _is_determined(token: "Token") -> bool:
    return token.i > 0 and token.nbor(-1).pos_ in ("DET", "PRON", "PART", "NUM", "ADJ")


def verb(parsed: Parsed, part: Part, token: "Token") -> Words:
    """The verb, with an adverb right before it or a verb that it hangs on with "to": partially lift, agreed to lift."""
    first, key = token, token.lemma_.lower()
    before = token.nbor(-1) if token.i else None
    if before is not None and before.dep_ == "advmod" and before.head == token and before.lower_.endswith("ly"):
        first, key = before, f"{before.lower_} {key}"
    above = token.head
    between = part.doc[above.i + 1 : first.i]
    if token.dep_ == "xcomp" and above.pos_ == "VERB" and [one.lower_ for one in between] == ["to"]:
        first, key = above, f"{above.lemma_.lower()} to {key}"
    last = token
    after = token.nbor(1) if token.i + 1 < len(part.doc) else None
    if after is not None and after.dep_ == "prt":
        last, key = after, f"{key} {after.lower_}"
    return Words(parsed, part, part.start + first.idx, part.span(last).end, token, key)


def near(token: "Token", start: int, end: int) -> frozenset[str]:
    """The words that say something within some twenty words of a token in its sentence, but for those in [start, end).

    `start` and `end` are characters of the token's block. Base forms, but of names and numbers as they stand.
    """
    at, sentence = token.i, token.sent
    first, last = max(sentence.start, at - _REACH), min(sentence.end, at + 1 + _REACH)
    return frozenset(
        str(one.lower_ if one.pos_ in ("PROPN", "NUM") else one.lemma_.lower())
        for one in token.doc[first:last]
        if one.pos_ in _CONTENT and one.i != at and not one.is_stop and not start <= one.idx < end
    )
