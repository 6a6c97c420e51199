"""What the page of a briefing tells of framing: loaded words, what one source alone tells, shared text, questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from workbench.export.told import MOST, Told, counted
from workbench.markup import Html, join, tag
from workbench.model import Claim, Device, Passage, Severity, Voice

#: Claims of one source listed; beyond that the tables have them.
ALONE = 8
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


def wording(told: Told) -> Html:
    """The loaded words of each source in its own voice, and those that it quotes; counts are raw."""
    own: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    for word in told.corpus.framing.wording:
        if word.device is Device.LOADED:
            said = " ".join(word.passage.surface.split()).casefold()
            (own if word.voice is Voice.NARRATOR else others)[word.passage.article_id][said] += 1
    rows = [
        tag("li", told.source(key), ": ", _listed(own[key]), "; quoting or reporting: ", _listed(others[key]))
        for key in told.by_id
    ]
    intro = "Loaded words by whose words they are. Counts are raw; a few articles prove nothing in general."
    return tag("p", intro, class_="mute") + tag("ul", *rows) if rows else Html("")


def _listed(words: Counter[str]) -> str:
    if not words:
        return "none"
    shown = [f"{word} {count}" if count > 1 else word for word, count in words.most_common(12)]
    more = f" and {len(words) - 12} more" if len(words) > 12 else ""
    return f"{', '.join(shown)}{more}"


def coverage(told: Told) -> Html:
    """What every source tells, what one alone tells, and what text sources share."""
    claims = told.corpus.framing.claims
    if not claims:
        return tag("p", "No claims were found in these articles.", class_="mute")
    total = len(told.by_id)
    everywhere = [claim for claim in claims if len(claim.article_ids) == total > 1]
    parts = [_claims(told, f"Told by all {total}", everywhere)] if everywhere else []
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if len(claim.article_ids) == 1 < total:
            by_source[claim.article_ids[0]].append(claim)
    for article_id in told.by_id:
        alone = by_source[article_id]
        if alone:
            head = join(["Only in ", told.source(article_id)])
            parts.append(_claims(told, head, alone[:ALONE], len(alone) - ALONE))
    return join([*parts, *_shared(told)])


def _claims(told: Told, head: object, claims: Iterable[Claim], more: int = 0) -> Html:
    items = [tag("li", _claim(told, claim)) for claim in claims]
    rest = tag("p", f"… and {more:,} more: see the table of claims.", class_="mute") if more > 0 else ""
    return tag("h3", head) + tag("ul", *items) + rest


def _claim(told: Told, claim: Claim) -> Html:
    """The claim, where each source first has it, and on whose word."""
    first: dict[str, Passage] = {}
    for passage in claim.passages:
        first.setdefault(passage.article_id, passage)
    named = f" On the word of {'; '.join(claim.origins)}." if claim.origins else ""
    said = claim.label[:1].upper() + claim.label[1:]
    return join([f"{said}.{named}", *(_cite(told, passage) for passage in first.values())], " ")


def _shared(told: Told) -> Iterator[Html]:
    pairs = [one for one in told.corpus.framing.reuse if not one.near]
    if pairs:
        items = []
        for one in pairs[:MOST]:
            words = tag("span", f"“{' '.join(one.a.surface.split())}”", class_="text")
            items.append(tag("li", words, f" ({one.tokens} words) ", _cite(told, one.a), " ", _cite(told, one.b)))
        yield tag("h3", "Word for word in two sources, outside quotes") + tag("ul", *items)


def questions(told: Told) -> Html:
    """What does not fit together, the graver first, each with its passages."""
    checks = sorted(told.corpus.check_records, key=lambda check: _WEIGHT[check.severity])
    if not checks:
        return tag("p", "Nothing was found that does not fit together.", class_="mute")
    places = {figure.figure_id: figure.passage for figure in told.corpus.figure_records}
    items = []
    for check in checks[:MOST]:
        passages = [*check.passages, *(places[key] for key in check.figure_ids if key in places)]
        cited = dict.fromkeys(_cite(told, passage) for passage in passages)
        items.append(tag("li", join([check.message, *list(cited)[:8]], " ")))
    intro = f"{counted(len(checks), 'question')}: the workbench asks, it does not judge."
    return tag("p", intro, class_="mute") + tag("ul", *items)


def _cite(told: Told, passage: Passage) -> Html:
    return told.cite(told.by_id[passage.article_id], passage.start, passage.end)
