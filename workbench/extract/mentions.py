"""Everybody and everything that an article names: persons, organisations and places, with every mention of each.

What ``names`` and ``cast`` find in the prose is taken on, its kind settled; what stands outside of it (bylines, datelines,
credits, lists of sources, names in another script, accounts) is added. Descriptions and pronouns are no mentions.
"""

import re
from collections.abc import Iterator

from workbench.extract import cast, names, outside
from workbench.extract.named import Named
from workbench.extract.sorts import kind_of
from workbench.extract.wordlists import place_adjectives, places
from workbench.language import Parsed

_JOINED = re.compile(r"[-‐‑–/]")


def find(parsed: Parsed) -> Iterator[Named]:
    """What an article names, each thing once, in the order of the first mentions; no two mentions overlap."""
    article = parsed.article
    gathered = cast.gather(parsed, names.find(parsed))
    common = _common_words(parsed)
    found: list[Named] = []
    for entity in gathered.entities:
        kind = kind_of(parsed, entity, common)
        if kind == "thing":
            continue
        passages = [mention.passage for mention in entity.mentions]
        found.append(Named(article.article_id, entity.canonical, kind, passages, entity.sex, frozenset(entity.roles)))
    found = _apart(parsed, found)
    outside.add(parsed, found)
    found = [named for named in found if named.passages]
    yield from sorted(found, key=lambda named: min(passage.start for passage in named.passages))


def _common_words(parsed: Parsed) -> frozenset[str]:
    """The words that the article writes in small letters."""
    return frozenset(
        token.lower_ for part in parsed.parts for token in part.doc if token.is_alpha and token.text[0].islower()
    )


def _apart(parsed: Parsed, found: list[Named]) -> list[Named]:
    """Compounds of two names (US-Iran) are mentions of both; parts that are no names are dropped (US-led)."""
    known = {form: named for named in found for form in named.forms}
    kept = [named for named in found if not _is_compound(named.name, known)]
    for named in found:
        if not _is_compound(named.name, known):
            continue
        for passage in named.passages:
            at = passage.start
            for piece in _JOINED.split(passage.surface):
                if piece in known or piece in places():
                    home = next((one for one in kept if piece in one.forms), None)
                    if home is None:
                        home = Named(named.article_id, piece, "place", [])
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
        and any(piece in places() or piece in place_adjectives() for piece in pieces)
    )
