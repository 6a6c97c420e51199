"""What governs a figure in its sentence: the act done to those counted, whether they are a part, and of what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words
from workbench.compare.times import MONTHS, PERIODS, WEEKDAYS
from workbench.extract.namewords import name_nouns

if TYPE_CHECKING:
    Token: TypeAlias = Any

#: Words that are looked at below one: no sentence that people write comes near.
MOST = 200
_WHERE = ("to", "in", "at", "from", "near", "off", "across", "outside", "inside", "into", "over", "around")
_PAST = ("VBN", "VBD")
_CALENDAR = (*MONTHS, *WEEKDAYS)


@dataclass(slots=True)
class Governor:
    """What was met on the way up from a figure to the verb that governs it."""

    acts: set[str] = field(default_factory=set)
    head: str | None = None
    part: bool = False
    far: bool = False  # the verb tells something of another noun: "copied the records of 900 patients"
    beside: bool = False
    named: int = 0
    rest: bool = False
    whole: bool = False
    later: bool = False  # a count that has grown: "the toll rose to 12"
    said: str | None = None
    past: bool = False  # whether that word reads well after the noun: "prisoners freed"
    verb: Any = None
    role: str | None = None  # how the figure's noun hangs on that verb: "nsubj", "dobj", "pobj"
    topic: str | None = None  # what a sum, a share or a time is of: "a fine of $2m", "the deal is worth $2m"
    topic_at: Any = None  # the word for it
    agents: set[str] = field(default_factory=set)  # names of those who did it
    places: set[str] = field(default_factory=set)
    looked: set[int] = field(default_factory=set)  # words below which names of places were sought

    def moved(self) -> "Token | None":
        """What a share is of: the topic, or what has risen or fallen by it: of "a pay rise of 3%" the pay."""
        at = self.topic_at
        if at is None or words.acts(words.lemma(at)).isdisjoint(("rise", "fall")):
            return at
        return next((one for one in at.children if one.dep_ == "compound" and one.pos_ == "NOUN"), at)

    def where(self, token: "Token") -> None:
        """Note the names in what stands with a verb or noun: "sent to Norway", "homes in Ohio"."""
        for prep in phrase(token, self.looked):
            if prep.pos_ == "ADP" and prep.lower_ in _WHERE:
                names = (one for one in few(prep.subtree) if one.pos_ in ("PROPN", "ADJ") and one.text[0].isupper())
                names = (one for one in names if not _is_of_body(one))
                self.places |= {words.name(one.text) for one in names if one.lower_ not in _CALENDAR}

    def about(self, token: "Token | None") -> None:
        """Note what a sum, a share or a time is of; the first word for it counts."""
        if self.topic is None and token is not None and words.lemma(token) not in PERIODS:
            self.topic, self.topic_at = words.lemma(token), token

    def act(self, token: "Token") -> None:
        """Note an act and the word for it."""
        made = words.acts_of(token)
        if "open" in made or "run" in made:
            made = words.acts("close") if any(one.dep_ == "neg" for one in few(token.children)) else made
        if made:
            self.acts |= made
            if not self.said or (not self.past and token.tag_ in _PAST):
                part = " part" if words.lemma(token).endswith("part") and token.lemma_ == "take" else ""
                part = part or next((f" {child.text}" for child in token.children if child.dep_ == "prt"), "")
                self.said, self.past = token.text + part, token.tag_ in _PAST


def _is_of_body(name: "Token") -> bool:
    """Whether a name only says whose body something is, not where: an attack on a British hospital group."""
    return name.dep_ in ("amod", "compound", "nmod") and name.head.lower_ in name_nouns("organisation")


def few(tokens: Iterable["Token"]) -> Iterator["Token"]:
    """The first of these tokens."""
    return islice(tokens, MOST)


def phrase(token: "Token", known: set[int] | None = None) -> Iterator["Token"]:
    """What stands below a word, without the clauses of other verbs, and without what is `known` already."""
    known = set() if known is None else known
    waiting = list(few(token.children))[::-1]  # a stack of our own: a hostile text makes trees a thousand words deep
    while waiting and len(known) < 4 * MOST:
        child = waiting.pop()
        if child.i not in known and (child.pos_ not in ("VERB", "AUX") or child.dep_ == "xcomp"):
            known.add(child.i)
            yield child
            waiting += list(child.children)[::-1]
