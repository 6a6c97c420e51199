"""Drafts to articles: ids, blocks, what is known of each article and how, languages and duplicates."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.model import Article, Block, Fact, Problem, Role, Severity
from workbench.read import duplicates, facts, langid, layout
from workbench.read.draft import Draft, UnreadableError

#: The language that the extractors serve.
SERVED = "en"
#: Words below which a text in Latin letters is too short to be set aside for its language.
_TELLING = 8
_SURROGATES = dict.fromkeys(range(55296, 57344), "�")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a draft came from: the path to show, the name to call it by, the SHA-256, what sources.csv states."""

    path: str
    stem: str
    sha256: str
    stated: Mapping[str, Fact]


def article(draft: Draft, origin: Origin) -> tuple[Article, tuple[str, ...]]:
    """The article that a draft makes, and sentences on what is odd about it. Its id and language are not settled yet.

    What sources.csv states goes before the page's own metadata, and that before what the text proves.
    Raises UnreadableError where there is no text, or only page furniture.
    """
    text, warnings = draft.text, draft.warnings
    if not text.strip():
        raise UnreadableError(
            f"{'holds only white space' if text else 'is empty'}: remove it, or save the article anew."
        )
    if not text.isascii() and (mended := text.translate(_SURROGATES)) != text:
        text, warnings = (
            mended,
            (*warnings, "Half characters (lone surrogates) were replaced by \ufffd: get the article anew."),
        )
    stated = {**draft.facts, **origin.stated}
    blocks = layout.divide(text, draft.known, stated["headline"].value if "headline" in stated else None)
    if all(block.role is Role.FURNITURE or not text[block.start : block.end].strip() for block in blocks):
        raise UnreadableError(
            "holds only page furniture (labels, links, counts) and no article: check that it was saved whole."
        )
    known = {**facts.from_text(text, blocks), **stated}
    headline = known.get("headline") or _headline(text, blocks)
    return Article(
        article_id=" ".join((draft.name or origin.stem).split())[:200] or "article",
        text=text,
        blocks=blocks,
        path=origin.path,
        sha256=origin.sha256,
        encoding=draft.encoding,
        headline=headline.value if headline else None,
        source=known.get("source"),
        byline=known.get("byline"),
        dateline=known.get("dateline"),
        published=known.get("published"),
        language=known["language"].value if "language" in known else None,
        url=known["url"].value if "url" in known else None,
        note=known["note"].value if "note" in known else None,
    ), warnings


def _headline(text: str, blocks: Iterable[Block]) -> Fact | None:
    for block in blocks:
        if block.role is Role.HEADLINE and block.repeat_of is None:
            return Fact(" ".join(text[block.start : block.end].split()), "the text's headline")
    return None


def unique(article_id: str, taken: set[str]) -> str:
    """`article_id`, with the first free number behind it where it is taken already; and takes it.

    >>> taken = {"flood", "flood-2"}
    >>> unique("flood", taken), sorted(taken)
    ('flood-3', ['flood', 'flood-2', 'flood-3'])
    """
    found, number = article_id, 1
    while found in taken:
        number += 1
        found = f"{article_id}-{number}"
    taken.add(found)
    return found


def with_unique_ids(articles: Sequence[Article]) -> Iterator[tuple[Article, Problem | None]]:
    """The articles with ids that no other has, and a notice for each whose id had to change."""
    originals = {entry.article_id for entry in articles}
    taken: set[str] = set()
    owners: dict[str, str] = {}
    for entry in articles:
        wanted = entry.article_id
        if wanted not in taken:
            taken.add(wanted)
            owners[wanted] = entry.path
            yield entry, None
            continue
        found = unique(wanted, taken | originals)
        taken.add(found)
        message = f"{owners[wanted]} is called {wanted!r} already, so this is {found!r}: rename one of them to choose."
        yield replace(entry, article_id=found), Problem(entry.path, found, Severity.NOTICE, message)


def with_languages(articles: Sequence[Article]) -> Iterator[tuple[Article, Problem | None]]:
    """The articles with their languages, and a notice for each that the extractors do not serve.

    The text decides; where it is too short to tell, what the page or table states; else most of the corpus, else
    English. Only an article whose text is clearly in another language is set aside: pages state theirs wrongly too
    often for that.
    """
    told = [_told(entry.text) for entry in articles]
    counted = Counter(language for language in told if language)
    usual = min(counted, key=lambda language: (-counted[language], language != SERVED, language)) if counted else SERVED
    for entry, language in zip(articles, told, strict=True):
        if language and language != SERVED:
            message = f"This article is not in English ({language}): it is kept, but nothing is extracted from it."
            problem = Problem(entry.path, entry.article_id, Severity.WARNING, message)
            yield replace(entry, language=language, served=False), problem
        else:
            yield replace(entry, language=language or _code(entry.language) or usual), None


def _told(text: str) -> str | None:
    """The language of a text that has enough to tell it by: a few names alone look like any language."""
    enough = (
        len(text.split(maxsplit=_TELLING)) >= _TELLING or sum(c > "\u024f" and c.isalpha() for c in text[:500]) > 12
    )
    language = langid.detect(text)
    return language if enough or language == SERVED else None


def _code(stated: str | None) -> str | None:
    """The ISO 639-1 code in what a page states as its language ("en-GB", "EN", "en_US"); None where there is none."""
    code = (stated or "").replace("_", "-").partition("-")[0].strip().lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def settle(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Gives every article its id, its language and its place among duplicates: what all of them together decide."""
    named = list(with_unique_ids(articles))
    spoken = list(with_languages([entry for entry, _ in named]))
    problems = [problem for _, problem in (*named, *spoken) if problem]
    return duplicates.mark([entry for entry, _ in spoken]), tuple(problems)
