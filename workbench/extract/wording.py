"""The words that frame: loaded and evaluative words, intensifiers, hedges, and reporting verbs that take a stance.

A word counts only where it stands as its entry says: "a key figure", not "the key to the door"; "a brutal raid", not
Mr Brutal; and not within a phrase in which it is plain ("critical care"). Nothing here tells praise from irony: a hit
is a place to look at, in the narrator's voice or a speaker's.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from workbench.extract.cues import reporting_verb
from workbench.extract.runs import in_title_case
from workbench.extract.voices import Voices
from workbench.language import Parsed, Part
from workbench.lexicons.wordlists import Term, WordLists
from workbench.model import Device, Quote, Role, Wording

_HYPHENS = frozenset("-‐‑–")
_NOUNS = ("NOUN", "PROPN")
_PLACES_OF_NOUNS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "oprd", "appos"})
_BETWEEN = frozenset({"ADJ", "ADV", "VERB", "CCONJ", "PART"})  # what may stand between a word and the noun it describes
_CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
_FINITE = ("VB", "VBD", "VBP", "VBZ")  # the firm reported losses
_DEFAULT = WordLists()


@dataclass(frozen=True, slots=True)
class _Line:
    """The tokens of a part without hyphens, their forms, and whether capitals say nothing in it."""

    tokens: Sequence[Any]
    forms: Sequence[tuple[str, str]]
    capitals: bool

    def runs(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether `words` stand at the token numbered `at`, in any inflection."""
        if len(words) == 1:
            return words[0] in self.forms[at]
        there = self.forms[at : at + len(words)]
        return len(there) == len(words) and all(word in forms for word, forms in zip(words, there, strict=True))


def find(parsed: Parsed, quotes: Sequence[Quote], lists: WordLists = _DEFAULT) -> Iterator[Wording]:
    """The words that frame in an article, in reading order, each with its entry, its voice and its speaker.

    One word may have two rows: "vowed" is a loaded word and a reporting verb. `quotes` are those of the article. Of
    `bare` lists, only what the analyst added is found.
    """
    voices = Voices(quotes)
    for part in parsed.parts:
        line = _line(part)
        hits = list(_listed(line, lists))
        if not lists.bare:
            mine = {hit[:3] for hit in hits}
            hits += (hit for hit in _reporting(line, lists) if hit[:3] not in mine)
        for first, last, device, concept, entry in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
            start = part.start + line.tokens[first].idx
            end = part.span(line.tokens[last]).end
            voice, speaker = voices.at(start, end)
            yield Wording(
                parsed.article.passage(start, end),
                device,
                concept,
                voice,
                speaker,
                f"{device.value}: {entry}",
                part.block.role,
            )


_Hit = tuple[int, int, Device, str | None, str]


def _line(part: Part) -> _Line:
    tokens = [token for token in part.doc if token.text not in _HYPHENS and not token.is_space]
    forms = [_forms(token) for token in tokens]
    shouted = part.block.role is Role.HEADLINE and part.text.isupper()
    return _Line(tokens, forms, shouted or in_title_case(part.doc))


def _forms(token: Any) -> tuple[str, str]:
    """The word as it stands and its base form; a headline's verb may be taken for a name, which has none."""
    lower, lemma = str(token.lower_), str(token.lemma_.lower())
    return (lower, lower[:-1]) if token.pos_ == "PROPN" and lower.endswith("s") else (lower, lemma)


def _listed(line: _Line, lists: WordLists) -> Iterator[_Hit]:
    """The hits of the lists, the longest first; those of one device do not overlap."""
    plain = _plain(line, lists.excepted)
    past: dict[Device, int] = {}
    for at, forms in enumerate(line.forms):
        for words, term in _starting(forms, lists.by_first):
            last = at + len(words) - 1
            if at < past.get(term.device, 0) or not line.runs(at, words):
                continue
            if not term.mine and term.device in plain.get(at, ()):
                continue
            if _stands(line, at, last, term):
                past[term.device] = last + 1
                yield at, last, term.device, term.concept, term.words


def _starting(forms: tuple[str, str], index: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    lower, other = forms
    found = index.get(lower, ())
    return found if other == lower or other not in index else (*found, *index[other])


def _plain(line: _Line, excepted: Mapping[str, Any]) -> dict[int, set[Device]]:
    """By token: the devices that have a phrase there in which their words are plain."""
    found: dict[int, set[Device]] = {}
    for at, forms in enumerate(line.forms):
        for words, device in _starting(forms, excepted):
            if line.runs(at, words):
                for inside in range(at, at + len(words)):
                    found.setdefault(inside, set()).add(device)
    return found


def _stands(line: _Line, first: int, last: int, term: Term) -> bool:
    """Whether the words stand as the term's class says."""
    token = line.tokens[last]
    named = term.mine and term.words != term.words.lower()  # the analyst typed a capital: a name is meant
    if token.pos_ == "PROPN" and not line.capitals and not named and not _small(line, first, last):
        return False
    kind = term.word_class
    if kind in _BY_NEIGHBOURS:
        return _BY_NEIGHBOURS[kind](line, first, last, term)
    if first < last:  # a high-level meeting, not high levels
        return kind != "adjective" or token.pos_ not in _NOUNS or token.dep_ in ("amod", "compound", "nmod")
    return _CLASSES[kind](token, line.capitals)


def _before_number(line: _Line, last: int) -> bool:
    after = line.tokens[last + 1] if last + 1 < len(line.tokens) else None
    return after is not None and bool(after.like_num or after.is_currency or after.lower_ in ("half", "a"))


def _small(line: _Line, first: int, last: int) -> bool:
    """Whether words taken for a name have no capital."""
    return all(not token.text[:1].isupper() for token in line.tokens[first : last + 1])


def _adjective(token: Any, capitals: bool) -> bool:
    if token.pos_ == "ADJ" or (capitals and token.pos_ == "PROPN"):
        return True
    if token.tag_ in ("VBN", "VBG", "JJ", "JJR", "JJS"):
        return bool(token.dep_ in ("amod", "acomp", "oprd"))
    return bool(token.pos_ == "NOUN" and token.dep_ in ("amod", "compound", "acomp"))


def _verb(token: Any, capitals: bool) -> bool:
    if token.pos_ in ("VERB", "AUX"):
        return bool(token.dep_ not in ("amod", "compound"))
    return bool(capitals and token.pos_ in _NOUNS and token.tag_ != "NN" and token.lower_.endswith("s"))


#: Whether one word is of a class, by its token and whether capitals say nothing in its line.
_CLASSES: Mapping[str, Callable[[Any, bool], bool]] = {
    "adjective": _adjective,
    "noun": lambda token, _: token.pos_ in _NOUNS or (token.pos_ == "ADJ" and token.dep_ in _PLACES_OF_NOUNS),
    "adverb": lambda token, _: token.pos_ in ("ADV", "PROPN", "ADJ", "INTJ", "PART"),
    "modal": lambda token, _: token.tag_ == "MD",
}


def _passive(line: _Line, first: int) -> bool:
    """Whether a participle stands there that names nobody: seen as, is widely expected to."""
    tokens = line.tokens[first : first + 2]
    return any(token.tag_ in ("VBN", "VBD") for token in tokens) and not any(
        child.dep_ in ("nsubj", "agent") for token in tokens if token.tag_ in ("VBN", "VBD") for child in token.children
    )


def _before_noun(line: _Line, last: int, heads: frozenset[str]) -> bool:
    """Whether a noun follows, at most through two more words that describe it; one of `heads` where there are any."""
    for token in line.tokens[last + 1 : last + 4]:
        if token.pos_ in _NOUNS:
            if not heads or token.lemma_.lower() in heads or token.lower_ in heads:
                return True
        elif token.pos_ not in ("ADJ", "ADV", "VERB", "PUNCT", "CCONJ", "PART") or (
            token.is_punct and token.text != ","
        ):
            return False
    return False


#: Whether words are of a class, by what stands around them.
_BY_NEIGHBOURS: Mapping[str, Callable[[_Line, int, int, Term], bool]] = {
    "phrase": lambda line, first, _, term: not term.passive or _passive(line, first),
    "modifier": lambda line, first, last, term: (
        (first < last or line.tokens[last].tag_ not in _FINITE) and _before_noun(line, last, term.heads)
    ),
    "number": lambda line, _, last, __: _before_number(line, last),
    "verb": lambda line, first, _, __: _verb(line.tokens[first], line.capitals),
}


def _reporting(line: _Line, lists: WordLists) -> Iterator[_Hit]:
    """The verbs that report, with the stance that the choice of verb lends; what an analyst added is in the lists."""
    for at, token in enumerate(line.tokens):
        verb = reporting_verb(token)
        if verb is None or lists.is_removed(verb.lemma, Device.REPORTING_VERB):
            continue
        if verb.takes and not _reports(token, verb.takes):
            continue
        yield at, at, Device.REPORTING_VERB, verb.stance, verb.lemma


def _reports(token: Any, takes: Set[str]) -> bool:
    """Whether a verb that could report does: it has a clause, or an object where it takes one, or always reports."""
    if token.lower_ in ("said", "says", "told", "added"):
        return True
    parts = {child.dep_ for child in token.children}
    return bool(parts & _CLAUSES) or token.dep_ == "parataxis" or ("object" in takes and "dobj" in parts)
