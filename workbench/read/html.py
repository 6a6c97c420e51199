"""Web pages: the main text, found by trafilatura, in reading order, with the roles that the page's elements state."""

import re
from collections.abc import Iterator
from typing import Any

from workbench.model import Fact, Role
from workbench.read import meta
from workbench.read.decode import decode, newlines, oddities
from workbench.read.draft import Draft, Raw, UnreadableError
from workbench.read.joining import Paragraph, joined

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_EMBED = re.compile(
    r"twitter-|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|fb-post|telegram-post|reddit-embed"
)
_CREDIT = re.compile(r"credit|copyright|photographer", re.IGNORECASE)
_STANDFIRST = re.compile(
    r"standfirst|stand-first|(?:^|[-_ ])(?:dek|deck|subtitle|subheadline|sub-headline)(?:$|[-_ ])", re.IGNORECASE
)
_UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "form", "button", "select")


def read(raw: Raw, declared: str | None = None) -> Iterator[Draft]:
    """The article of a web page. Nothing that the page names is fetched, and nothing in it is run.

    `declared` is the encoding that a mail around the page gives. Raises UnreadableError where the page holds no text.
    """
    from lxml import html

    named = _DECLARED.search(raw.data[:4096])
    decoded = decode(raw.data, declared or (named[1].decode("ascii") if named else None))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    source = decoded.text.replace("\x00", "\ufffd").encode("utf-8", "replace")
    tree = html.document_fromstring(source, parser=parser) if source.strip() else None
    if tree is None:
        raise UnreadableError("holds no text: check that the page was saved whole.")
    facts = meta.facts(tree)
    roles = _stated_roles(tree, facts)
    paragraphs = [_with_role(paragraph, roles) for paragraph in _main_text(tree)]
    if not paragraphs:
        raise UnreadableError(
            "holds no text that can be seen: check that the page was saved whole, with its text in it."
        )
    text, known = joined(_with_headline(paragraphs, facts))
    yield Draft(text, decoded.encoding, known, facts, tuple(dict.fromkeys((*decoded.warnings, *oddities(text)))))


def _stated_roles(tree: Any, facts: dict[str, Fact]) -> dict[str, tuple[Role, str]]:
    """What the page's elements say that their text is, by that text; settles the headline and opens the captions."""
    roles: dict[str, tuple[Role, str]] = {}
    for words in meta.description(tree):
        roles[words] = (Role.STANDFIRST, "the page's description")
    for element in tree.xpath("//body//*[@class]"):
        if element.tag in ("p", "div", "h2") and _STANDFIRST.search(element.get("class")):
            roles.setdefault(_words(element), (Role.STANDFIRST, f"the page's class {element.get('class')[:40]!r}"))
    for element in tree.xpath("//body//blockquote[@class]"):
        if _EMBED.search(element.get("class")):
            for part in (element, *element.iter("p")):
                roles[_words(part)] = (Role.EMBED, "a post embedded in the page")
            roles[" ".join((element[-1].tail or "").split()) if len(element) else ""] = (
                Role.EMBED,
                "a post embedded in the page",
            )
    _open_captions(tree, roles)
    titles = [words for element in tree.iter("h1") if (words := _words(element))]
    stated = facts.get("headline")
    visible = [title for title in titles if stated and _like(title, stated.value)] or (
        titles if len(titles) == 1 else []
    )
    if visible:
        facts["headline"] = Fact(visible[0], "the page's <h1>")
    elif stated is None and (title := _title(tree, facts)):
        facts["headline"] = Fact(title, "the page's <title>")
    if "headline" in facts:
        roles[facts["headline"].value] = (Role.HEADLINE, facts["headline"].basis)
    roles.pop("", None)
    return roles


def _open_captions(tree: Any, roles: dict[str, tuple[Role, str]]) -> None:
    """Turns captions into paragraphs, which trafilatura keeps, with the credit in one of its own."""
    from lxml import etree

    for caption in list(tree.iter("figcaption")):
        credits = [
            part for part in caption.iter() if part is not caption and _CREDIT.search(str(part.get("class") or ""))
        ][:1]
        credit = _words(credits[0]) if credits else ""
        whole = _words(caption)
        words = whole.removesuffix(credit).removeprefix(credit).strip() if credit else whole
        caption.tail, tail = None, caption.tail
        for child in list(caption):
            caption.remove(child)
        caption.tag, caption.text, caption.tail = "p", words or whole, tail
        caption.attrib.clear()
        roles[words or whole] = (Role.CAPTION, "the page's <figcaption>")
        figure = next((above for above in caption.iterancestors("figure")), None)
        if figure is not None:
            figure.tag = "div"
            figure.attrib.clear()
        if credit and words and words != whole:
            extra = etree.Element("p")
            extra.text = credit
            caption.addnext(extra)
            roles[credit] = (Role.CREDIT, "the credit of the page's <figcaption>")


def _main_text(tree: Any) -> list[Paragraph]:
    """The paragraphs of the main text, in reading order; of the whole page where no main text can be told."""
    import trafilatura

    for unseen in list(tree.iter(*_UNSEEN)):
        unseen.drop_tree()
    found = trafilatura.bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        with_metadata=False,
        date_extraction_params={},
    )
    body = found.body if found is not None else trafilatura.baseline(tree)[0]
    return [paragraph for paragraph in _paragraphs(body) if paragraph.text.strip()]


def _paragraphs(element: Any) -> Iterator[Paragraph]:
    """The paragraphs of trafilatura's tree, of few elements: p, head, list, item, quote, table, row, cell, lb."""
    for child in element:
        if child.tag == "head":
            yield Paragraph(_flowing(child), Role.SUBHEADING, f"the page's <{child.get('rend') or 'heading'}>")
        elif child.tag == "row":
            yield Paragraph("\t".join(_words(cell) for cell in child))
        elif child.tag == "list":
            yield Paragraph("\n".join(_flowing(item) for item in child if _words(item)))
        elif child.tag in ("table", "div", "quote") and len(child):
            if child.text and child.text.strip():
                yield Paragraph(" ".join(child.text.split()))
            yield from _paragraphs(child)
        else:
            yield Paragraph(_flowing(child))
        if child.tail and child.tail.strip():
            yield Paragraph(" ".join(child.tail.split()))


def _flowing(element: Any) -> str:
    """An element's text with white space as a browser shows it: single spaces, and a line end for each line break."""
    parts = [element.text or ""]
    for inner in element.iterdescendants():
        parts += ["\n" if inner.tag in ("lb", "item", "p", "row") else "", inner.text or "", inner.tail or ""]
    lines = (" ".join(line.split()) for line in _spaced(parts).split("\n"))
    return newlines("\n".join(line for line in lines if line))


def _spaced(parts: list[str]) -> str:
    return "".join(part if part == "\n" else part.replace("\n", " ") for part in parts)


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _with_role(paragraph: Paragraph, roles: dict[str, tuple[Role, str]]) -> Paragraph:
    role, reason = roles.get(" ".join(paragraph.text.split()), (paragraph.role, paragraph.reason))
    return Paragraph(paragraph.text, role, reason)


def _with_headline(paragraphs: list[Paragraph], facts: dict[str, Fact]) -> list[Paragraph]:
    """The headline once, and first where trafilatura left it out; said again below, it is a subheading at most."""
    first = next((at for at, paragraph in enumerate(paragraphs) if paragraph.role is Role.HEADLINE), None)
    if first is None and "headline" in facts:
        return [Paragraph(facts["headline"].value, Role.HEADLINE, facts["headline"].basis), *paragraphs]
    return [
        paragraph if paragraph.role is not Role.HEADLINE or at == first else Paragraph(paragraph.text)
        for at, paragraph in enumerate(paragraphs)
    ]


def _title(tree: Any, facts: dict[str, Fact]) -> str:
    """The page's <title>, without the outlet's name behind it where the page states that name."""
    title = next((words for element in tree.iter("title") if (words := _words(element))), "")
    outlet = facts["source"].value if "source" in facts else ""
    return re.sub(rf"\s+[|–—-]\s+{re.escape(outlet)}$", "", title) if outlet else title


def _like(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return bool(fuzz.token_set_ratio(one.lower(), other.lower()) >= 80)
