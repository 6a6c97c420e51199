"""What a text says about itself: its headline, source, byline, dateline and date, each with where it says so."""

import re
from collections.abc import Iterator, Sequence

from workbench.model import Block, Fact, Role
from workbench.read import beside, cues, dates

_BY = re.compile(
    r"^[(\[]?(?:(?:(?:text|story|article|report|analysis|words|additional reporting|reporting|edited|written|posted|"
    r"published|reported|compiled|produced|translated|reviewed|updated|submitted|contributed|editing|writing)\b"
    r"(?: and \w+)? )?by\b|(?:author|writer|editor|reporter|journalist|correspondent|byline)s?(?= ?:)) ?:? ?",
    re.IGNORECASE,
)
#: What follows the names in a byline: a date, further duties after a semicolon.
_AFTER_NAMES = re.compile(
    r" ?(?:;|(?<!\b\w)\.(?= )|[|·•]|\b(?:published|updated|posted|contributed|reported from)\b|"
    r" (?=(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?\d{1,2}[ :./]| ?\d{4})).*$",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:\||»|·|\s[–—-])\s*([^|»·]{2,40})$")
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))(?:[\s©]|\(c\))*(?:\d{4}(?: ?[-–] ?\d{4})?)?,? ?(?:by )?((?-i:[^\W\d_a-z])[\w&' .-]{1,60}?)"
    r"(?=\.?$|\. |, |[|]|,? (?:inc|llc|ltd|all rights)\b)",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"^(source|news source|original source|publisher|publication|outlet|website) ?: ?([^.,:|]{2,60}?)"
    r"(?: ?[,|] ?(?=[^.,:]*\d)([^:]{4,40}?(?:\d\d?:\d\d.{0,12})?))?\.?$",
    re.IGNORECASE,
)
_AGENCY = re.compile(r"\(([^()]{2,30})\)|/([\w ]{2,20})/")
_STAMPS = re.compile(
    r"(?=\b(?:first |originally )?(?:published|posted|released)\b)|(?=\b(?:last )?(?:updated|modified)\b)",
    re.IGNORECASE,
)
_OUTLET_DATED = re.compile(r"^([^,|•·:–—\d]{3,50}?)(?: ?[,|•·:–—]| --? | --?(?=\w)) ?\w")
_OUTLET = re.compile(r"^([^\n|·•]{2,60}?) ?(?:[-–—]*|[|·•].*)$")
#: What a name in a dateline's brackets has that is an agency's, though no list has it: (Southern Wire), not (Peru).
_BUREAU = re.compile(r"\b(?:News|Press|Wire|Agency|Service|Bureau|Media|Times|Post|Herald|Radio|TV|Network)\b")


def from_text(text: str, blocks: Sequence[Block]) -> dict[str, Fact]:
    """The facts that the text proves, under those of headline, source, byline, dateline, published that it has.

    `blocks` are the text's, as ``layout.divide`` makes them. Nothing is guessed from style. The date is that of
    publication: a crawler's stamp, a post's date and the date of an update are not.

    >>> from workbench.read.layout import divide
    >>> text = "Dam fails\\n\\nBy Ana Pereira\\n\\nLIMA, 3 May 2024 (Reuters) - A dam failed on Friday, the army said."
    >>> [(name, fact.value) for name, fact in from_text(text, divide(text)).items()]  # doctest: +NORMALIZE_WHITESPACE
    [('headline', 'Dam fails'), ('source', 'Reuters'), ('byline', 'Ana Pereira'),
     ('dateline', 'LIMA, 3 May 2024 (Reuters)'), ('published', '2024-05-03')]
    """
    shadow = cues.shadow(text)
    lines = [
        (block, " ".join(shadow[block.start : block.end].split())) for block in blocks if block.role is not Role.BODY
    ]
    first = next((block.start for block in blocks if block.role is Role.BODY), len(text))
    makers = {
        "headline": _headline(text, blocks),
        "source": _source(lines, first),
        "byline": _byline(lines),
        "dateline": _dateline(lines),
        "published": _published(lines),
    }
    return {name: fact for name, found in makers.items() if (fact := next(found, None)) is not None}


Line = tuple[Block, str]


def _fact(value: str, what: str, block: Block) -> Fact:
    return Fact(value, f"{what} at character {block.start}")


def _headline(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    for block in blocks:
        if block.role is Role.HEADLINE:
            printed = " ".join(text[block.start : block.end].split())
            yield _fact(re.sub(r"^#{1,6} |\*\*", "", printed), "the headline", block)


def _source(lines: Sequence[Line], first: int) -> Iterator[Fact]:
    """The outlet by the footer's title, a field that names it, its copyright notice, or the agency in the dateline."""
    furniture = [(block, line) for block, line in lines if block.role is Role.FURNITURE]
    for block, line in furniture:
        if (block.reason or "").startswith("the headline") and (match := _SITE.search(line)):
            yield _fact(match[1].strip(), "the site's name after the headline,", block)
    for block, line in furniture:
        match = _FIELD.match(line)
        if match and (block.start < first or match[1].lower() in ("publisher", "publication", "outlet")):
            yield _fact(match[2].strip(), "the line that names the source,", block)
    noticed = [(block, match[1].strip()) for block, line in furniture if (match := _COPYRIGHT.search(line))]
    for block, name in noticed:
        if not cues.is_agency(name) and _is_name(name):
            yield _fact(name, "the copyright notice", block)
    for block, line in furniture:
        if block.start < first and (block.reason or "") == "the name of the outlet" and (match := _OUTLET.match(line)):
            yield _fact(match[1], "the outlet's name", block)
    yield from _dated_outlet(lines)
    yield from _agency(lines)
    for block, line in lines:
        if block.start < first and block.role in (Role.BYLINE, Role.TIMESTAMP):
            parts = beside.pieces(line)
            for part in parts:
                if beside.outlet(part) and (len(parts) > 1 or part.count(" ") > 1):
                    yield _fact(part, "the outlet beside the byline or the date", block)


def _dated_outlet(lines: Sequence[Line]) -> Iterator[Fact]:
    """The outlet of a line that names it and the day: The Harbour Times, March 4, 2026."""
    for block, line in lines:
        if block.reason == "the outlet and the date of publication" and (match := _OUTLET_DATED.match(line)):
            yield _fact(beside.pieces(match[1])[0], "the line of the outlet and the date", block)


def _agency(lines: Sequence[Line]) -> Iterator[Fact]:
    for block, line in lines:
        if block.role is Role.DATELINE:
            for match in _AGENCY.finditer(line):
                name = (match[1] or match[2]).strip()
                known = cues.is_agency(name) and "wire" not in name.lower()
                if known or (
                    block.reason == "place, date and somebody's name before the text" and _BUREAU.search(name)
                ):
                    yield _fact(name, "the agency in the dateline", block)


def _byline(lines: Sequence[Line]) -> Iterator[Fact]:
    for block, line in sorted(lines, key=lambda item: "contributed" in (item[0].reason or "")):
        if block.role is Role.BYLINE:
            names = _AFTER_NAMES.sub("", _BY.sub("", line.strip("*_ "))).strip(" ,.;|()[]")
            if names:
                yield _fact(beside.persons(names.removesuffix(" on")), "the byline", block)
    for block, line in lines:
        if block.role is Role.TIMESTAMP and (name := beside.author(line)):
            yield _fact(name, "the byline beside the date", block)


def _dateline(lines: Sequence[Line]) -> Iterator[Fact]:
    for block, line in lines:
        if block.role is Role.DATELINE and (printed := line.rstrip(" :-–—―")):
            yield _fact(printed.removesuffix("/.") + "/" if printed.endswith("/.") else printed, "the dateline", block)


def _published(lines: Sequence[Line]) -> Iterator[Fact]:
    for block, line in lines:
        if block.role is Role.TIMESTAMP and (date := dates.iso(_without_update(line))):
            yield _fact(date, "the date of publication", block)
    for block, line in lines:
        if block.role is Role.BYLINE and (date := dates.iso(_without_update(line))):
            yield _fact(date, "the date in the byline", block)
    for block, line in lines:
        if block.role is Role.DATELINE and (date := dates.iso(line)):
            yield _fact(date, "the date in the dateline", block)
    for block, line in lines:
        field = _FIELD.match(line) if block.role is Role.FURNITURE else None
        if field and field[3] and (date := dates.iso(field[3])):
            yield _fact(date, "the date behind the source", block)


def _without_update(line: str) -> str:
    """The line without the time of an update; all of it goes where nothing says that the text appeared then."""
    parts = _STAMPS.split(line)
    return " ".join(part for part in parts if not re.match(r"(?:last )?(?:updated|modified)\b", part, re.IGNORECASE))


def _is_name(name: str) -> bool:
    return name[:1].isupper() and len(name.split()) <= 6
