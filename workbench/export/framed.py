"""What the page of a briefing tells of framing: what all tell, what one alone tells, loaded words, questions, dates."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from workbench.charts.happened import worded
from workbench.citing import say
from workbench.compare import prominence
from workbench.compare.prominence import Prominence
from workbench.export.told import Told, counted, table_row
from workbench.markup import Html, join, tag
from workbench.model import Check, Claim, Device, Passage, Severity, Voice

#: Lines of one list; beyond that the tables have them. What one source alone tells: lines over all sources.
MOST, ALONE, ASKED = 12, 24, 20
#: Silent sources named at most.
_NAMED = 3
_RANK = {Prominence.LEAD: 0, Prominence.LATER: 1, Prominence.QUOTED: 2}
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


def wording(told: Told) -> Html:
    """The loaded words of each source in its own voice, and those that it quotes; counts are raw."""
    own: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for word in told.corpus.framing.wording:
        if word.device is Device.LOADED:
            said = " ".join(word.passage.surface.split()).casefold()
            (own if word.voice is Voice.NARRATOR else others)[word.passage.article_id][said] += 1
    if not own and not others:
        return tag("p", "None of the loaded words in the word lists stands in these articles.", class_="mute")
    heads = table_row("th", ("Source", ""), ("In its own voice", ""), ("Quoting or reporting", ""))
    rows = [
        table_row("td", (told.source(key), "source"), (_listed(own[key]), ""), (_listed(others[key]), ""))
        for key in told.by_id
    ]
    intro = "Loaded words, by whose words they are, with how often. A few articles prove nothing in general."
    table = tag("table", tag("thead", heads), tag("tbody", *rows))
    return tag("h3", "Loaded words") + tag("p", intro, class_="mute") + table


def _listed(words: Counter[str]) -> str:
    if not words:
        return "–"
    shown = [f"{word} {count}" if count > 1 else word for word, count in words.most_common(MOST)]
    more = f" and {len(words) - MOST} more" if len(words) > MOST else ""
    return f"{', '.join(shown)}{more}"


def coverage(told: Told) -> Html:
    """What every source tells, what one passes over, what one alone tells, and what text sources share."""
    claims = told.corpus.framing.claims
    if not claims:
        return tag("p", "No claims were found in these articles.", class_="mute")
    counts = [key for key, article in told.by_id.items() if article.duplicate_of is None]
    if len(counts) < 2:
        note = "What is told where takes two articles or more. What this one tells: the table of claims."
        return tag("p", note, class_="mute")
    return join([*_copies(told), *_shares(told, claims, counts), *_shared(told)])


def _copies(told: Told) -> Iterator[Html]:
    for key, article in told.by_id.items():
        if article.duplicate_of in told.by_id:
            other = told.source(article.duplicate_of)
            yield tag("p", told.source(key), " repeats ", other, ", and counts as no source of its own.", class_="mute")


def _shares(told: Told, claims: Sequence[Claim], counts: Sequence[str]) -> Iterator[Html]:
    """The claims of all sources, of most (or, where there is none, of several), and of one."""
    total = len(counts)
    if everywhere := [claim for claim in claims if len(claim.article_ids) == total]:
        yield _claims(told, f"Told by all {total}", everywhere, MOST)
    several = sorted((one for one in claims if 1 < len(one.article_ids) < total), key=lambda one: -len(one.article_ids))
    most = [claim for claim in several if len(claim.article_ids) * 2 >= total]
    if most or several:
        yield _claims(told, "Told by most" if most else "Told by several", most or several, MOST, counts)
    alone: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.article_ids) == 1:
            alone[claim.article_ids[0]].append(claim)
    for key in counts:
        if alone[key]:
            some = sorted(alone[key], key=lambda claim, key=key: _place(told, claim, key))  # type: ignore[misc]
            yield _claims(told, join(["Only in ", told.source(key)]), some, max(2, min(5, ALONE // total)))


def _place(told: Told, claim: Claim, article_id: str) -> tuple[int, float]:
    """How prominently the article has the claim: what stands in its lead comes first."""
    voices = told.corpus.framing.voices_of[article_id]
    own = [passage for passage in claim.passages if passage.article_id == article_id]
    if not own:
        return len(_RANK), 1.0
    how, share = prominence.of(told.by_id[article_id], own, voices)
    return _RANK[how], share


def _claims(told: Told, head: object, claims: Sequence[Claim], most: int, counts: Sequence[str] = ()) -> Html:
    items = [tag("li", _claim(told, claim, counts)) for claim in claims[:most]]
    return (
        tag("h3", head, " ", tag("small", f"{len(claims):,}")) + tag("ul", *items) + _more(len(claims) - most, "claims")
    )


def _claim(told: Told, claim: Claim, counts: Sequence[str]) -> Html:
    """The claim, where each source first has it, on whose word, and which of the sources in `counts` is silent."""
    first: dict[str, Passage] = {}
    for passage in claim.passages:
        first.setdefault(passage.article_id, passage)
    said = claim.label[:1].upper() + claim.label[1:]
    others = [name for name in claim.origins if not said.startswith(f"{name}:")]
    named = f" On the word of {'; '.join(others)}." if others else ""
    silent = [told.source(key) for key in counts if key not in claim.article_ids]
    passed = join([" Not in ", join(silent, ", "), "."]) if 0 < len(silent) <= _NAMED else ""
    end = "" if said.endswith((".", "!", "?", "…", ".”")) else "."
    return join([join([said, end, named, passed]), *_cites(told, first.values())], " ")


def _shared(told: Told) -> Iterator[Html]:
    pairs = [one for one in told.corpus.framing.reuse if not one.near]
    if pairs:
        items = []
        for one in pairs[:MOST]:
            words = tag("span", f"“{' '.join(one.a.surface.split())}”", class_="text")
            items.append(tag("li", words, f" ({one.tokens} words) ", join(_cites(told, (one.a, one.b)), " ")))
        yield tag("h3", "Word for word in two sources, outside quotes") + tag("ul", *items)
        yield _more(len(pairs) - MOST, "reuse")


def questions(told: Told) -> Html:
    """What does not fit together, the graver first, each with its passages."""
    checks: Sequence[Check] = told.corpus.check_records
    if not checks:
        return tag("p", "Nothing was found that does not fit together.", class_="mute")
    grave = sorted(
        (one for one in checks if one.severity is not Severity.NOTICE), key=lambda one: _WEIGHT[one.severity]
    )
    minor = [one for one in checks if one.severity is Severity.NOTICE]
    intro = f"{counted(len(checks), 'question')}: the workbench asks, it does not judge."
    return tag("p", intro, class_="mute") + _asked(told, "Worth a look", grave) + _asked(told, "Minor", minor)


def _asked(told: Told, head: str, checks: Sequence[Check]) -> Html:
    if not checks:
        return Html("")
    places = {figure.figure_id: figure.passage for figure in told.corpus.figure_records}
    items = []
    for check in checks[:ASKED]:
        passages = [*check.passages, *(places[key] for key in check.figure_ids if key in places)]
        items.append(tag("li", join([say.asked(check.message, told.labels), *_cites(told, passages)[:8]], " ")))
    return (
        tag("h3", head, " ", tag("small", f"{len(checks):,}"))
        + tag("ul", *items)
        + _more(len(checks) - ASKED, "checks")
    )


def timeline(told: Told) -> Html:
    """The events that several sources date or date differently, in order of time."""
    found = told.corpus.framing.timeline
    if not found:
        return tag("p", "No dated events were found in these articles.", class_="mute")
    chosen = [one for one in found if one.differs or len(one.article_ids) > 1]
    items = []
    for one in chosen[:MOST]:
        when = tag("b", worded(one.start_date or None, one.end_date))
        differs = f" ▲ {one.differs}." if one.differs else ""
        cites = _cites(told, [date.passage for date in one.dates])
        items.append(tag("li", when, f": {one.label}.{differs} ", join(cites[:8], " ")))
    intro = f"{counted(len(found), 'dated event')}, {len(chosen):,} of them dated by several sources."
    return tag("p", intro, class_="mute") + (tag("ul", *items) if items else "") + _more(len(chosen) - MOST, "timeline")


def _more(number: int, table: str) -> Html:
    return tag("p", f"… and {number:,} more: see the table {table}.", class_="mute") if number > 0 else Html("")


def _cites(told: Told, passages: Iterable[Passage]) -> list[Html]:
    """Where the passages stand, a paragraph once."""
    found: dict[tuple[str, int], Html] = {}
    for passage in passages:
        article = told.by_id[passage.article_id]
        place = (passage.article_id, article.paragraph_at(passage.start))
        if place not in found:
            found[place] = told.cite(article, passage.start, passage.end)
    return list(found.values())
