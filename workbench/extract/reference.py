"""Whom a passage at a cue means: a name, a pronoun ("she") or a description ("the senator"), resolved to the person.

What fits nobody stays unresolved: the speaker is then unknown, or known by the description alone.
"""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Any

from workbench.extract import joined
from workbench.extract.cast import Entity
from workbench.extract.descriptions import described, sex_of
from workbench.extract.noun_phrases import bare, phrase
from workbench.extract.salience import salient
from workbench.extract.scene import Scene
from workbench.extract.spoken import Said, Speaker
from workbench.extract.wordlists import bodies, courtesies, is_human, roles, titles
from workbench.language import Part
from workbench.spans import Span

_SEX = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_GROUPS = frozenset(["they", "it", "both"])
_OFFICE = frozenset({"of", "for"})
_SOME = frozenset({"one", "another", "some", "many", "others"})
_THESE = frozenset(["this", "that", "these", "those", "who", "which", "what", "there"])
_PRONOUNS = frozenset(_SEX) | _GROUPS | _SOME | _THESE | frozenset(["them", "we", "us", "i", "me", "you"])
_LONGEST = 10  # words in what follows a noun and belongs to its phrase, before a comma
_NAME = 40  # characters of a name at most
_REACH = 300  # tokens of each paragraph
_BACK = 3  # paragraphs in which "they" finds its group
_APPOSED = 60  # characters in which a name set off behind a noun ends
_TRAILING = frozenset({"ADP", "DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"})
_DASHES = frozenset({"-", "–", "—"})
_LEADING = frozenset({"NOUN", "PROPN", "ADJ", "PRON", "DET", "PART", "ADP"})
_TITLED = frozenset({"NOUN", "PROPN", "ADJ"})


def resolve(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker:
    """The speaker whom a token at a cue heads; `past` are the attributions so far, in reading order.

    Several who speak as one (Ana Ruiz and Tom Bell said) are one speaker with the names of all.
    """
    one = _resolve_one(scene, part, token, past)
    beside = joined.others(token) if one.name and one.at else []
    return _together(scene, part, one, beside, past) if beside else one


def _together(scene: Scene, part: Part, one: Speaker, beside: list[Any], past: list[Said]) -> Speaker:
    """A speaker with those joined to them; the speaker alone where one of the others may be nobody who speaks."""
    each = [one]
    for token in beside:
        found = _resolve_one(scene, part, token, past) if scene.is_narrated(part, token) else None
        if found is None or not found.name or not found.at or found.name in (other.name for other in each):
            return one
        many = token.tag_ == "NNS" or any(child.dep_ in ("det", "poss") for child in token.lefts)
        if found.entity is None and not (found.human and (many or token.pos_ == "PROPN")):
            return one
        each.append(found)
    first, last = each[0].at, each[-1].at
    if first is None or last is None or last.end <= first.end:
        return one
    whole = Span(first.start, last.end)
    if any(other.entity is None and (other.name or "").rstrip(".").casefold() in courtesies() for other in each):
        return Speaker(bare(scene.text[whole.start : whole.end]), whole, plural=True)  # Mr and Mrs Bell
    return Speaker(joined.names([other.name or "" for other in each]), whole, plural=True)


def _resolve_one(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker:
    """The one speaker whom a token heads, whoever else is joined to it."""
    if token.lower_ in _PRONOUNS and not (token.text.isupper() and len(token) > 1) and not _is_of_people(token):
        if token.lower_ in ("one", "another"):  # one of them, Ana Ruiz,
            named = next(_named_after(scene, part, token), None)
            if named is not None:
                return Speaker(named.canonical, part.span(token), named, named.sex)
        return _pronoun(scene, part, token, past)
    first, at, named = _by_name(scene, part, token)
    if named is not None:
        return Speaker(named.canonical, at, named, named.sex)
    plural = _is_plural(token)
    meant = None if plural else described(scene, part, token, first, past)
    if meant is not None:
        return Speaker(meant.name, at, meant.entity, meant.sex)
    some = _is_of_people(token)
    human = is_human(token.text) or token.pos_ == "PROPN" or some
    said = scene.text[at.start : at.end]
    return Speaker(said if some else bare(said), at, None, sex_of(token.lower_), plural, human)


def _is_of_people(token: Any) -> bool:
    """Whether a pronoun says how many of some speak, who are known by that: one of the drivers; not one of them."""
    if token.lower_ not in _SOME:
        return False
    nouns = (noun for prep in token.rights if prep.lower_ == "of" for noun in prep.rights if noun.dep_ == "pobj")
    return any(noun.tag_ == "NNS" and is_human(noun.text) for noun in nouns)


def _by_name(scene: Scene, part: Part, token: Any) -> tuple[int, Span, Entity | None]:
    """Where the phrase that a token heads begins, its place, and the entity that it names; looked for once."""
    key = part.start, token.i
    if key not in scene.named:
        first, last = phrase(token)
        words = part.doc.words
        ends = words[last - 1].idx + len(words[last - 1].text)
        at = _with_whole_name(scene, Span(part.start + words[first].idx, part.start + ends))
        scene.named[key] = first, at, _named(scene, part, token, at)
    return scene.named[key]


def _with_whole_name(scene: Scene, at: Span) -> Span:
    """The phrase, up to the end of a name that the parse cuts in two."""
    near = scene.cast.within(Span(max(0, at.start - _NAME), at.end + _NAME))
    if not near:
        return at
    cut = next((span for span, _ in near if span.start < at.start < span.end), None)
    if cut is not None:
        return Span(cut.start, max(cut.end, at.end))  # (Ana) Ruiz KC
    behind = at.end + 1 if scene.text[at.end : at.end + 1] == " " else at.end  # (the chemist) Ana Ruiz
    return next(
        (Span(at.start, span.end) for span, _ in near if at.start <= span.start <= behind and at.end < span.end), at
    )


def _is_plural(token: Any) -> bool:
    """Whether a noun is of many: in the plural, or one of several with "and" (not "the founder and owner")."""
    if token.tag_ in ("NNS", "NNPS"):
        return True
    joined = (child for child in token.children if child.dep_ == "conj" and child.i > token.i)
    return any(each.pos_ == "PROPN" or any(child.dep_ in ("det", "poss") for child in each.children) for each in joined)


def _named(scene: Scene, part: Part, token: Any, at: Span) -> Entity | None:
    """The entity that a phrase names: by its head, or in an apposition to it (his sister, Ana Ruiz)."""
    place = part.span(token)
    own = next((entity for span, entity in scene.cast.within(at) if span.contains(place)), None)
    if own is not None:
        return _after_dateline(scene, part, token) if own.kind != "person" and _is_dateline(token) else own
    if token.pos_ == "PROPN" and token.lower_ not in roles():
        return None
    if token.lower_ in roles() and (holder := _holder(scene, part, token, at)) is not None:
        return holder
    if token.dep_ == "appos":
        return _named_before(scene, part, token)
    return next(_named_after(scene, part, token), None)


def _holder(scene: Scene, part: Part, token: Any, at: Span) -> Entity | None:
    """Who holds an office, named behind what it is of: the Minister of Transport Ana Ruiz; not the aunt of Ana Ruiz."""
    within = scene.cast.within(at)
    if not within or within[-1][0].end != at.end or within[-1][1].kind != "person":
        return None
    span, entity = within[-1]
    of, *domain = scene.text[part.span(token).end : span.start].split() or [""]
    held = of in _OFFICE and domain and not any(_is_for_person(word) for word in domain) and "," not in "".join(domain)
    return entity if held else None


def _is_for_person(word: str) -> bool:
    return word.rstrip(".").casefold() in titles() or is_human(word)


def _is_dateline(token: Any) -> bool:
    """Whether a name opens its paragraph and a dash follows soon: LYON, France -- Marie Petit said."""
    doc = token.doc
    return token.i < 6 and any(each.text in ("--", "—", "–", "-") for each in doc[token.i + 1 : token.i + 6])


def _after_dateline(scene: Scene, part: Part, token: Any) -> Entity | None:
    start = part.span(token).end
    people = (entity for _, entity in scene.cast.within(Span(start, start + 80)) if entity.kind == "person")
    return next(people, None)


def _named_after(scene: Scene, part: Part, token: Any) -> Iterator[Entity]:
    """Whom an apposition that follows a noun names."""
    for child in token.rights:
        joined = child.dep_ == "conj" and child.pos_ == "PROPN" and _comma_between(token, child)
        if joined or child.dep_ in ("appos", "flat", "compound"):
            spot = part.span(child)
            around = Span(part.span(child.left_edge).start, part.span(child.right_edge).end)
            for span, entity in scene.cast.within(around):
                if span.contains(spot) and entity.kind in ("person", None):
                    yield entity
    words, last = part.doc.words, token.i + 1
    while last - token.i < _LONGEST and last < len(words) and words[last].pos_ in _TRAILING:
        last += 1  # (his partner) at the clinic,
    if last + 1 < len(words) and words[last].text in _DASHES:
        yield from _named_between_dashes(scene, part, words, last)
    if last + 1 < len(words) and words[last].text == ",":
        start = part.start + words[last + 1].idx
        for span, entity in scene.cast.within(Span(start, start + _APPOSED)):
            closed = scene.text[span.end : span.end + 2].startswith((",", " ("))  # its owner, Northern Foods, said
            near = span.start == start and last == token.i + 1
            led = closed and all(
                each.pos_ in _TITLED for each in _words_between(words, last + 1, span.start - part.start)
            )
            if (entity.kind == "person" and (near or led)) or (near and closed and entity.kind == "organisation"):
                yield entity


def _named_between_dashes(scene: Scene, part: Part, words: list[Any], dash: int) -> Iterator[Entity]:
    """The person named between dashes, with what they are before the name: (the bailiff) – her uncle, Ana Ruiz –."""
    start = part.start + words[dash + 1].idx
    for span, entity in scene.cast.within(Span(start, start + _APPOSED)):
        closed = scene.text[span.end : span.end + 2].lstrip()[:1] in _DASHES
        led = _words_between(words, dash + 1, span.start - part.start)
        if closed and entity.kind == "person" and all(each.pos_ in _LEADING or each.text == "," for each in led):
            yield entity
            return


def _words_between(words: list[Any], first: int, end: int) -> Iterator[Any]:
    """The words from one on that begin before a place of the part."""
    return takewhile(lambda each: each.idx < end, islice(words, first, None))


def _named_before(scene: Scene, part: Part, token: Any) -> Entity | None:
    """Whom an apposition is about: the last body named before a noun for bodies, else who the apposition hangs on."""
    head = token.head
    named = scene.cast.within(Span(part.span(head.left_edge).start, part.span(token).start))
    if token.lower_ in bodies():
        bodily = [entity for _, entity in named if entity.kind in ("organisation", None)]
        return bodily[-1] if bodily else None
    place = part.span(head)
    return next((entity for span, entity in named if span.contains(place)), None)


def _comma_between(left: Any, right: Any) -> bool:
    between = left.doc[left.i + 1 : right.left_edge.i]
    return len(between) == 1 and between[0].text == ","


def _pronoun(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker:
    """He and she: who stands out; they and it: the last group or body that was a subject; others: nobody."""
    at = part.span(token)
    sex = _SEX.get(token.lower_)
    meant = None
    if sex is not None:
        meant = salient(scene, at.start, sex, past)
    elif token.lower_ in _GROUPS:
        meant = _group(scene, part, token, past)
    if meant is None:
        return Speaker(None, at, None, sex)
    return Speaker(meant.name, at, meant.entity, sex, meant.plural, meant.human)


def _group(scene: Scene, part: Part, token: Any, past: list[Said]) -> Speaker | None:
    """Whom "they" or "it" at a cue means: the last group or body that was a subject, here or shortly before."""
    number = scene.part_number(part.start)
    many = token.lower_ != "it"
    last = past[-1] if past and not many else None
    if last is not None and part.start <= last.at < part.span(token).start:
        near = scene.sentence_at(part.span(token).start) - scene.sentence_at(last.at) < 2
        entity = last.speaker.entity
        if near and entity is not None and (entity.kind == "organisation" or (entity.kind is None and not entity.sex)):
            return last.speaker
    for at in range(number, max(-1, number - _BACK), -1):
        where = scene.parsed.parts[at]
        end = token.i if at == number else len(where.doc.words)
        for each in reversed(where.doc.words[max(0, end - _REACH) : end]):
            if each.dep_ not in ("nsubj", "nsubjpass") or each.pos_ not in ("NOUN", "PROPN"):
                continue
            if token.lower_ == "both" and not _is_plural(each):
                continue
            if scene.is_narrated(where, each) and _may_be_group(scene, where, each, many):
                return resolve(scene, where, each, past)
    return None


def _may_be_group(scene: Scene, part: Part, noun: Any, many: bool) -> bool:
    named = _named(scene, part, noun, part.span(noun))
    if many:
        organisation = named is not None and named.kind == "organisation"
        return (_is_plural(noun) and is_human(noun.text)) or organisation or noun.lower_ in bodies() or _is_joined(noun)
    if named is not None:
        return named.kind == "organisation"
    return not _is_plural(noun) and noun.lower_ in bodies()


def _is_joined(noun: Any) -> bool:
    return noun.pos_ == "PROPN" and _is_plural(noun)
