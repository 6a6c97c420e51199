"""Everybody and everything that an article names: persons, organisations and places, with every mention of each.

What ``names`` and ``cast`` find in the prose is taken on, its kind settled; what stands outside of it (bylines,
datelines, credits, lists of sources, names in another script, accounts) is added, and so is an organisation's common
noun where it stands for the name (the ministry). Other descriptions, and pronouns, are no mentions.
"""

import re
from collections.abc import Iterator

from workbench.extract import cast, equated, outside, shortened
from workbench.extract.cast import Entity
from workbench.extract.named import Named
from workbench.extract.names import Mention
from workbench.extract.namewords import acting_names, is_word
from workbench.extract.sorts import NO_NAME, kind_of, sure_of
from workbench.extract.wordlists import first_names, place_adjectives, places, platforms, roles
from workbench.language import Parsed
from workbench.model import Passage

#: What makes a word of a name before a hyphen: Western-dominated, Arven-owned.
_DESCRIBES = re.compile(r"[a-z]{2,}ed|led|run|held|made|born|bound|wide|era|style|built|grown")
_JOINED = re.compile(r"[-‐‑–/]")


def find(parsed: Parsed) -> Iterator[Named]:
    """What an article names, each once, in the order of the first mentions; no two mentions overlap.

    Ships, storms and the like are given too, as of the kind `thing`: they tell of which event an article is.
    """
    article = parsed.article
    gathered = cast.of(parsed)
    common = _common_words(parsed)
    found: list[Named] = []
    for entity in gathered.entities:
        kind = kind_of(parsed, entity, common)
        if kind == NO_NAME:
            continue
        passages = [_trimmed(parsed, mention, kind) for mention in entity.mentions if _is_set_off(mention)]
        if not passages:
            continue
        name = _unstopped(_without_lead(entity.canonical, kind))
        found.append(Named(article.article_id, name, kind, passages, entity.sex, frozenset(entity.roles)))
        found[-1].sure = sure_of(entity, kind)
        found += _acting(parsed, entity, found[-1])
    found = _apart(parsed, found)
    outside.add(parsed, found)
    found = equated.join(article, [named for named in found if named.passages])
    shortened.add(parsed, found)
    for named in found:
        named.credited = all(outside.is_credit(article, passage) for passage in named.passages)
    yield from sorted(found, key=lambda named: min(passage.start for passage in named.passages))


def _is_set_off(mention: Mention) -> bool:
    """Whether a mention has a capital, where its script has any: "in" is none of Moon Jae-in."""
    return (
        mention.passage.surface != mention.passage.surface.lower()
        or mention.passage.surface.upper() == mention.passage.surface
    )


def _without_lead(name: str, kind: str | None) -> str:
    """A person's name without English words before the first name, which a capital made part of it.

    >>> _without_lead("State Jon Husted", "person"), _without_lead("Grant Hill", "person")
    ('Jon Husted', 'Grant Hill')
    """
    words = name.split()
    if kind != "person" or len(words) < 3 or words[0] in first_names():
        return name
    at = next((at for at, word in enumerate(words[:-1]) if word in first_names()), int(words[0].casefold() in roles()))
    return " ".join(words[at:]) if all(is_word(word) for word in words[:at]) else name


def _unstopped(name: str) -> str:
    """A platform's name without the full stop that the parse takes for that of an initial: (posted on) X."""
    return name[:-1] if name.endswith(".") and name[:-1] in platforms() else name


def _trimmed(parsed: Parsed, mention: Mention, kind: str | None) -> Passage:
    passage = mention.passage
    cut = len(passage.surface) - len(_without_lead(passage.surface, kind)) if " " in passage.surface else 0
    kept = passage.surface[cut:]
    if _unstopped(kept) != kept:
        return parsed.article.passage(passage.start + cut, passage.end - 1)
    return parsed.article.passage(passage.start + cut, passage.end) if cut and kept[:1].isupper() else passage


def _acting(parsed: Parsed, entity: Entity, named: Named) -> Iterator[Named]:
    """The mentions of a capital that stand for its government: where it acts, or somebody acts with it."""
    if named.name not in acting_names():
        return
    acts = [mention.passage for mention in entity.mentions if _acts(parsed, mention)]
    named.passages = [passage for passage in named.passages if passage not in acts]
    if acts:
        yield Named(named.article_id, named.name, "place", acts, stands_for=acting_names()[named.name])


def _acts(parsed: Parsed, mention: Mention) -> bool:
    doc = parsed.parts[mention.part].doc
    head = doc[mention.first : mention.last].root
    while head.dep_ == "conj":
        head = head.head
    subject = head.dep_ in ("nsubj", "nsubjpass", "agent") and head.head.pos_ in ("VERB", "AUX")
    party = head.dep_ == "pobj" and head.head.lower_ in ("between", "with", "by", "against")
    owner = head.dep_ == "poss"
    return subject or party or owner


def _common_words(parsed: Parsed) -> frozenset[str]:
    """The words that the article writes in small letters."""
    return frozenset(
        token.lower_ for part in parsed.parts for token in part.doc if token.is_alpha and token.text[0].islower()
    )


def _apart(parsed: Parsed, found: list[Named]) -> list[Named]:
    """Compounds of two names (US-Iran) are mentions of both; parts that are no names are dropped (US-led)."""
    known = {form: named for named in found for form in named.forms}
    kept = [named for named in found if not _is_compound(named.name, known)]
    homes = {form: named for named in reversed(kept) for form in named.forms}
    for named in found:
        if not _is_compound(named.name, known):
            continue
        for passage in named.passages:
            at = passage.start
            for piece in _JOINED.split(passage.surface):
                if piece in known or piece in places():
                    home = homes.get(piece)
                    if home is None:
                        home = homes[piece] = Named(named.article_id, piece, "place", [])
                        kept.append(home)
                    home.passages.append(parsed.article.passage(at, at + len(piece)))
                at += len(piece) + 1
    for named in kept:
        named.passages.sort(key=lambda passage: passage.start)
    return kept


def _is_compound(name: str, known: dict[str, Named]) -> bool:
    pieces = _JOINED.split(name)
    return (
        len(pieces) > 1
        and " " not in name
        and all(pieces)
        and (
            any(piece in places() or piece in place_adjectives() for piece in pieces)
            or _DESCRIBES.fullmatch(pieces[-1]) is not None
        )
    )
