"""The panel of one utterance: its renderings stacked, the reference first, each with its differences and its place."""

from workbench.citing import place
from workbench.citing.say import count
from workbench.markup import Html, escape, join, tag
from workbench.model import QuoteKind
from workbench.views.differences import Change, shown, told
from workbench.views.renderings import FIDELITY, TONES, Heard, Part, Rendering

NOBODY = "Speaker not known"
MIXED = "quoted here, reported there"
_MARKS = "\"'“”‘’„‟«»‹› \n\t"
#: Characters between two parts of a rendering that are shown as they stand; more becomes "…".
_BETWEEN = 120
#: Renderings listed in full at most; the copied text and the table of quotes have all of them.
MOST = 60
#: Renderings that are copied with their citations; more of them nobody pastes.
MOST_COPIED = 20
#: Differences listed beside a rendering.
_LISTED = 5


def title(heard: Heard, key: str) -> str:
    """Who says it: the one speaker, or that the sources name several."""
    one = heard.utterances[key]
    return one.speaker or ("▲ Sources name different speakers" if one.conflict else NOBODY)


def words(part: Part) -> str:
    """The words of a quote on one line, between quote marks unless the article reports them without."""
    text = " ".join(part.quote.passage.surface.split())
    return text if part.quote.kind is QuoteKind.INDIRECT else f"“{text}”"


def clip(heard: Heard, key: str) -> str:
    """The renderings in plain text, with who says it and where to find it: source, article, paragraph."""
    lines, printed = [], heard.printed(key)
    for one in printed[:MOST_COPIED]:
        said = " … ".join(words(part) for part in one.parts)
        first, last = one.parts[0].quote, one.parts[-1].quote
        who = first.speaker or heard.utterances[key].speaker or NOBODY.lower()
        ways = dict.fromkeys(part.quote.via for part in one.parts if part.quote.via)
        via = f", via {', '.join(ways)}" if ways else ""
        cited = place.citation(one.article, first.passage.start, last.passage.end)
        lines.append(f"{said} — {who}{via} [{cited}]")
    more = len(printed) - MOST_COPIED
    return "\n".join([*lines, *([f"… and {count(more, 'more source')}: see the table quotes"] if more > 0 else [])])


def render(heard: Heard, key: str) -> Html:
    """The panel as HTML. Pure."""
    one = heard.utterances[key]
    renderings = heard.renderings(key, MOST)
    more = len({heard.quotes[at].passage.article_id for at in one.quote_ids}) - len(renderings)
    grade = one.fidelity.value if one.fidelity else ""
    badge = tag("span", FIDELITY[grade], class_=f"wb-tone-{TONES[grade]}") if grade else Html("")
    heads = ("Source", "As printed", "Against the reference", "Cue, via", "Place")
    rows = [tag("tr", *(tag("td", cell) for cell in _cells(heard, each))) for each in renderings]
    several = len(renderings) > 1
    differ = any(part.changes for each in renderings for part in each.parts)
    return tag(
        "div",
        tag("h3", title(heard, key), " ", badge),
        tag("p", "▲ Who said it? ", heard.plain(one.conflict), class_="wb-warn") if one.conflict else "",
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", head) for head in heads))),
            tag("tbody", *rows),
            class_="wb-renderings",
        ),
        tag("p", f"… and {more:,} more: see the list of quotes.", class_="wb-cite") if more else "",
        tag("p", _LEGEND, class_="wb-cite") if differ else "",
        *([] if several else [_in_place(renderings[0])]),
        class_="wb-panel",
    )


_LEGEND = join(
    [
        "Reference: the fullest rendering between quote marks. ",
        tag("ins", "underlined"),
        ": words that the reference has not, or has otherwise; ",
        tag("del", "struck"),
        ": words of the reference that this rendering has not.",
    ]
)


def _in_place(one: Rendering) -> Html:
    """The paragraph of what one source alone has."""
    return place.quoted(one.article, [(part.quote.passage.start, part.quote.passage.end) for part in one.parts])


def _cells(heard: Heard, one: Rendering) -> tuple[Html, Html, Html, Html, Html]:
    name = heard.sources.names[one.article.article_id]
    swatch = tag("span", class_="wb-swatch", style=f"background:{heard.sources.colours.get(one.article.article_id)}")
    return (
        tag("span", swatch, name, class_="wb-src", title=name),
        _printed(one),
        _standing(heard, one),
        _cue(one),
        _place(one),
    )


def _printed(one: Rendering) -> Html:
    """The parts as they stand, with what the article says between them where that is short."""
    made: list[Html] = []
    at = None
    text = one.article.text
    for part in one.parts:
        passage = part.quote.passage
        if at is not None and passage.start >= at:
            made.append(_between(one, at, passage.start))
        words = shown(text, passage.start, passage.end, part.changes)
        if part.quote.kind is not QuoteKind.INDIRECT:
            words = join(["“", words, "”"])
        alone = one.against is not None and part.alone
        made.append(
            tag("span", words, class_="wb-alone", title="not compared: in this source alone") if alone else words
        )
        at = passage.end
    return join(made)


def _between(one: Rendering, start: int, end: int) -> Html:
    gap = one.article.text[start:end]
    near = one.article.block_at(start) is one.article.block_at(end) and len(gap) <= _BETWEEN
    said = " ".join(gap.strip(_MARKS).split()) if near else "…"
    return join([" ", tag("span", said, class_="wb-cite") if said.strip(".,;:") else "", " "])


def _standing(heard: Heard, one: Rendering) -> Html:
    """The grade against the reference, in words each difference, and what else is to be known."""
    parts: list[Html] = []
    if one.relation is not None:
        said = FIDELITY[one.relation.value]
        parts.append(tag("span", said, class_=f"wb-tone-{TONES[one.relation.value]}"))
        if one.aside and one.against:
            parts.append(tag("span", f"compared with {heard.sources.names[one.against]}", class_="wb-diff"))
    else:
        parts.append(tag("span", _uncompared(heard, one), class_="wb-cite"))
    if one.reported:
        parts.append(tag("span", MIXED, class_="wb-badge"))
    elif not one.marked:
        parts.append(tag("span", "reported speech", class_="wb-badge"))
    changes = [change for part in one.parts for change in part.changes]
    parts += [tag("span", said, class_="wb-diff") for said in _listed(one.article.text, changes)]
    if one.conflict:
        parts.append(tag("span", f"▲ {one.conflict}", class_="wb-diff wb-warn"))
    parts += [tag("span", note, class_="wb-diff") for note in one.notes]
    return join(parts, " ")


def _uncompared(heard: Heard, one: Rendering) -> str:
    if one.copy_of:
        return f"the same article as {heard.sources.names[one.copy_of]}"
    return "reference"


def _listed(text: str, changes: list[Change]) -> list[str]:
    said = told(text, changes)
    more = [f"… and {len(said) - _LISTED} more"] if len(said) > _LISTED else []
    return said[:_LISTED] + more


def _cue(one: Rendering) -> Html:
    """The words that report each part, and what it came through."""
    made = [_reported(part) for part in one.parts]
    said = [tag("span", each, class_="wb-cite") for each in dict.fromkeys(filter(None, made))]
    return join(said, " · ") or escape("–")


def _reported(part: Part) -> Html:
    quote = part.quote
    who = quote.speaker_at.surface if quote.speaker_at else ""
    cue = " ".join((quote.cue or "").split())
    said = cue if who in cue else f"{' '.join(who.split())} {cue}".strip()
    return join([each for each in (escape(said), tag("b", f"via {quote.via}") if quote.via else "") if each], ", ")


def _place(one: Rendering) -> Html:
    numbers = dict.fromkeys(f"¶{one.article.paragraph_at(part.quote.passage.start)}" for part in one.parts)
    roles = dict.fromkeys(p.quote.role.value for p in one.parts if p.quote.role not in place.PLAIN_ROLES)
    return join([", ".join(numbers), *(tag("span", role, class_="wb-badge") for role in roles)], " ")
