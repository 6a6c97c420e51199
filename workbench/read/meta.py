"""What a web page's head states about it: JSON-LD, OpenGraph, <meta>, <link>; each fact with where it stands."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from workbench.model import Fact
from workbench.read.stamps import iso

#: For each fact, where pages state it, the most reliable first: ("ld", key), or ("meta", name or property).
_PLACES: dict[str, tuple[tuple[str, str], ...]] = {
    "headline": (("ld", "headline"), ("meta", "og:title"), ("meta", "citation_title"), ("meta", "dc.title"),
                 ("meta", "twitter:title")),
    "source": (("ld", "publisher"), ("meta", "og:site_name"), ("meta", "dc.publisher"), ("meta", "citation_publisher"),
               ("meta", "application-name")),
    "byline": (("ld", "author"), ("meta", "author"), ("meta", "article:author"), ("meta", "dc.creator"),
               ("meta", "byl"),
               ("meta", "parsely-author"), ("meta", "sailthru.author"), ("meta", "citation_author")),
    "published": (("ld", "datePublished"), ("meta", "article:published_time"), ("meta", "og:published_time"),
                  ("meta", "datepublished"), ("meta", "parsely-pub-date"), ("meta", "citation_publication_date"),
                  ("meta", "dc.date.issued"), ("meta", "dc.date"), ("meta", "pubdate"), ("meta", "publishdate"),
                  ("meta", "sailthru.date"), ("meta", "date")),
    "url": (("meta", "og:url"), ("ld", "url"), ("ld", "mainEntityOfPage")),
    "language": (("ld", "inLanguage"), ("meta", "og:locale")),
}  # fmt: skip
#: How JSON-LD's names for an article end; the page's other objects (a breadcrumb, a video) say nothing on it.
_ARTICLES = ("article", "posting", "reportage", "review")
_DEEPEST = 6


def facts(tree: Any) -> dict[str, Fact]:
    """The facts that the page states in its head, under the names of the fields of Article.

    `tree` is the page parsed by lxml. Nothing is guessed from the page's address or wording.
    """
    stated = {"ld": _linked_data(tree), "meta": _metas(tree)}
    found: dict[str, Fact] = {}
    for name, places in _PLACES.items():
        for kind, key in places:
            value = _clean(name, stated[kind].get(key.lower(), ""))
            if value:
                where = f"JSON-LD ({key})" if kind == "ld" else f"<meta> {key}"
                found[name] = Fact(value, f"the page's {where}")
                break
    canonical = _clean("url", next(iter(tree.xpath("//link[@rel='canonical']/@href")), ""))
    if canonical:
        found["url"] = Fact(canonical, "the page's canonical link")
    if "published" not in found and (moment := _time(tree)):
        found["published"] = Fact(moment, "the page's <time>")
    spoken = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if spoken:
        found["language"] = Fact(spoken, "the page's lang attribute")
    return found


def description(tree: Any) -> set[str]:
    """What the page's head gives as its description: where the text says the same, that is its standfirst."""
    stated = _metas(tree)
    values = (stated.get(name, "") for name in ("og:description", "description", "twitter:description"))
    return {" ".join(value.split()) for value in (*values, _linked_data(tree).get("description", "")) if value.strip()}


def _clean(name: str, value: str) -> str:
    value = " ".join(value.split())[:500]
    if name == "published":
        return iso(value) or ""
    if name in ("url", "byline"):
        is_address = value.startswith(("http://", "https://"))
        return value if is_address == (name == "url") else ""
    return value


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        if name and element.get("content"):
            found.setdefault(name.strip().lower(), element.get("content"))
    return found


def _time(tree: Any) -> str | None:
    """The moment that the page marks as its publication: its only dated <time>, or the one marked so."""
    marked = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime") or tree.xpath("//time/@datetime")
    moments = list(dict.fromkeys(marked))
    return iso(moments[0]) if len(moments) == 1 else None


def _linked_data(tree: Any) -> dict[str, str]:
    """The fields of the page's first article in JSON-LD, as text, by their names in small letters."""
    for element in tree.xpath("//script[@type='application/ld+json']"):
        try:
            value = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(value, 0):
            kinds = thing.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower().endswith(_ARTICLES) for kind in kinds):
                return {str(key).lower(): _text(field) for key, field in thing.items()}
    return {}


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    members: Iterable[Any] = value if isinstance(value, list) else ()
    if isinstance(value, dict):
        yield value
        members = (value.get("@graph"), value.get("mainEntity"))
    for member in members:
        yield from _things(member, depth + 1)


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(member) for member in value)))
    if isinstance(value, dict):
        named = value.get("name") or value.get("@value") or value.get("@id") or ""
        return named if isinstance(named, str) else ""
    return value if isinstance(value, str) else ""
