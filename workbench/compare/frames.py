"""The frame of a figure: what its sentence says is measured, in a form that two articles' wordings share.

The noun counted, the act and its time come from the parse; nothing is compared here.
"""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import assertion, scales, sides, stages, told_of, updates, words
from workbench.compare.climb import govern
from workbench.compare.governor import Governor
from workbench.compare.outlook import Outlook, outlook
from workbench.compare.sentence_words import clause, content, unit_words
from workbench.compare.times import WEEKDAYS, times
from workbench.compare.wordings import Wording, wording
from workbench.language import Parsed, Part
from workbench.model import Article, Figure, FigureKind, Standing

if TYPE_CHECKING:
    Token: TypeAlias = Any

#: A size joined to a noun, as one tells two storms or quakes apart.
_SIZE = re.compile(r"^[A-Za-z]+-(\d+\.\d+)$|^(?<!\d)(\d+\.\d+)-[a-z]+$")
_WITH_ONE = re.compile(
    r"[^.;:\d]{0,40}\b(?:including|counting|among them) (?:the|his|her|its) (?:[a-z]+ )?[a-z]+(?=[.,;: ])"
)
_SIDE_BEFORE = re.compile(r"(?<![\d.,])(\d{1,4})(?: ?[-–—] ?|-to-| votes to )$")
_SIDE_AFTER = re.compile(r"(?: ?[-–—] ?|-to-| votes to )(\d{1,4})\b")
_TALLY = 24  # characters of a tally before a number, at most
_FAR = 200  # words to either side of a figure: no sentence that people write has more
_COUNTS = frozenset({FigureKind.COUNT, FigureKind.VAGUE})


_PENAL = frozenset({"prison", "jail"})
_KINDS = ("compound", "amod", "nmod")
_NONE: frozenset[str] = frozenset()
_SILENT = Wording()


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure and what is measured by it."""

    figure: Figure
    key: str  # only figures of one key can measure the same thing
    head: str | None  # lemma of the noun counted
    modifiers: frozenset[str]  # lemmas of what is before it, and of the names within the phrase
    sentence: tuple[str, int]  # article and start of the sentence
    order: int  # place among the article's figures
    acts: frozenset[str] = _NONE  # what happened to those counted, or what they did
    result: frozenset[str] = _NONE  # the act, where its own noun counts those it befell: "12 deaths", "the toll"
    agents: frozenset[str] = _NONE  # names of those who did it
    subjects: frozenset[str] = _NONE  # names of which the sentence tells something, but for those who say so
    wording: Wording = _SILENT  # the sentence's own words for what is measured
    words: frozenset[str] = _NONE  # content words of the sentence, by root
    times: frozenset[str] = _NONE  # months, weekdays, years, "before", "since", "later"
    places: frozenset[str] = _NONE  # names in "to Norway", "in Ohio" with what is counted or done
    bearer: frozenset[str] = _NONE  # of an age: the names of the person who is so old
    bearer_name: str | None = None  # the same as it stands
    other_side: float | None = None  # of a tally: the number on the other side ("412-87")
    side: str | None = None  # of a vote: "for" or "against"
    part: bool = False  # a part of something larger: "including five ...", "among them"
    beside: bool = False  # others, besides those named: "Smith and 30 other passengers"
    named: int = 0  # how many those named are
    with_one: bool = False  # counts somebody who may be left out: "seven dead, including the gunman"
    fresh: bool = False  # what has come on top: "95 new cases", "four more people"
    remains: bool = False  # bodies, not the dead: as many as were found
    rest: bool = False  # what is left: "the remaining nine"
    told_by: str | None = None  # who puts the number, where the verb says so: "police put the crowd at 900"
    doubt: str | None = None  # why it is no statement of the source: "a claim denied"
    outlook: Outlook | None = None  # whether it is forecast, or told of the past
    sizes: frozenset[float] = frozenset()  # sizes written on the event itself: "a magnitude-5.2 quake"


def key(figure: Figure) -> str:
    """The unit and kind, as far as two figures of one thing must share them: "count", "money:USD", "duration:time".

    A decimal without a unit ("a 5.6 quake") and a magnitude are both the "size" of something.
    """
    unit, value = figure.measure.unit, figure.measure.value
    if unit == "magnitude" or (not unit and figure.kind is FigureKind.COUNT and value is not None and value % 1):
        return "size"
    if figure.kind in _COUNTS:
        return f"count:{unit}" if unit else "count"
    if figure.kind is FigureKind.PERCENT or (figure.kind is FigureKind.FRACTION and scales.is_share(figure.measure)):
        return FigureKind.PERCENT.value  # "a third of the shops" and "34 percent of the shops"
    if figure.kind is FigureKind.AGE:
        return figure.kind.value
    unit = (unit or "").partition(" per ")[0]  # "6.5 pence", where others add "a share"
    unit = scales.family(unit) if figure.kind in (FigureKind.DURATION, FigureKind.MONEY) else unit
    return f"{'fraction' if figure.kind is FigureKind.MULTIPLE else figure.kind.value}:{unit}"


def frames(figures: Sequence[Figure], parsed: Iterable[Parsed]) -> Iterator[Frame]:
    """The frame of each figure whose article was parsed, in the order given."""
    known = {one.article.article_id: one for one in parsed}
    order: dict[str, int] = {}
    made: dict[Hashable, tuple[Frame, int]] = {}  # by all that a frame is made of, with where its sentence begins
    for figure in figures:
        passage = figure.passage
        order[passage.article_id] = order.get(passage.article_id, -1) + 1
        one = known.get(passage.article_id)
        part = one.part_at(passage.start) if one else None
        if one is None or part is None:
            yield _bare(figure, order[passage.article_id])
            continue
        place = passage.start - part.start, passage.end - part.start, passage.surface
        told = figure.kind, figure.measure, figure.counted, figure.implied
        source = (*place, *told, _day(one.article), part.text)  # a text is parsed in one way
        if source not in made:
            tokens = _tokens(part, figure)
            frame = _frame(figure, part, tokens, _day(one.article)) if tokens else _bare(figure)
            made[source] = frame, frame.sentence[1] - part.start
        frame, begins = made[source]
        standing, as_of = frame.figure.standing, frame.figure.as_of
        moved = (figure.standing, figure.as_of) != (standing, as_of)
        yield replace(
            frame,
            figure=replace(figure, standing=standing, as_of=as_of) if moved else figure,
            sentence=(passage.article_id, part.start + begins),
            order=order[passage.article_id],
        )


def _day(article: Article) -> str | None:
    """The day of an article: when it was published, where that is known in full, else the day in its dateline."""
    published, dateline = article.published, article.dateline
    if published and len(published.value) >= 10:
        return published.value[:10]
    return stages.month_day(dateline.value) if dateline else None


def _tokens(part: Part, figure: Figure) -> list["Token"]:
    start, end = (place - part.start for place in (figure.passage.start, figure.passage.end))
    return list(part.doc.char_span(start, min(end, len(part.text)), alignment_mode="expand") or ())


def _bare(figure: Figure, order: int = 0) -> Frame:
    """The frame of a figure without a parse: what the extractor says of it, no more."""
    counted = (figure.counted or "").lower().split()
    return Frame(
        figure=figure,
        key=key(figure),
        head=counted[-1] if counted else None,
        modifiers=frozenset(counted[:-1]),
        sentence=(figure.passage.article_id, figure.passage.start),
        order=order,
    )


def _frame(figure: Figure, part: Part, tokens: Sequence["Token"], day: str | None) -> Frame:
    inside = {token.i for token in tokens}
    anchor = next((token for token in reversed(tokens) if token.head.i not in inside), tokens[-1])
    governor = govern(anchor, inside, lasting=figure.kind is FigureKind.DURATION, counts=figure.kind in _COUNTS)
    sentence = _around(anchor)
    head, modifiers = _counted(figure, sentence, governor)
    acts, remains = set(governor.acts), head in words.lemmas("remains")
    result = words.befell(figure.counted) or (words.acts(head) if head in words.lemmas("apiece") else _NONE)
    acts |= result
    if figure.kind is FigureKind.PERCENT and governor.topic_at is not None:
        acts |= words.acts(words.lemma(governor.topic_at)) & {"rise", "fall"}  # "a pay rise of 3%"
    if head == "life" and governor.verb is not None and words.lemma(governor.verb) in words.lemmas("costing"):
        acts, result, head = set(words.acts("die")), words.acts("die"), None  # "lost 12 lives"
    if remains:
        acts, head = set(words.acts("die")), None  # "nine bodies were recovered": nine of those who died
    if head == "capacity":
        head = None
    elif head in words.lemmas("groups") and _before(head, sentence, anchor):
        head = "people"  # "a workforce of 300"
    if head and words.names_act(head):
        acts |= words.acts(head) - words.verbal(head)
        head = None if result and (words.befell(head) or not words.person(head)) else head
    elif result:
        head = None
    acts |= {act for noun in modifiers & _PENAL for act in words.acts(noun)}  # "a prison term"
    if figure.kind not in _COUNTS and figure.kind is not FigureKind.AGE:
        acts |= {act for noun in modifiers if words.names_act(noun) for act in words.acts(noun) - words.verbal(noun)}
    doubt = assertion.doubt(anchor)
    bearer = list(told_of.bearer(anchor)) if figure.kind is FigureKind.AGE else []
    moving = bool(acts & words.lemmas("moving"))
    tally = bool({head, governor.topic} & words.lemmas("tallies"))
    stage = _standing(anchor, doubt, governor, moving=moving or tally)
    told = times(clause(sentence, anchor)) | ({"later"} if governor.later and not moving else _NONE)
    fresh = moving and stages.fresh(anchor)
    reported = stages.weekday(anchor, any_verb=fresh) if moving else None
    if stage is Standing.EARLIER:
        told -= {"before", *WEEKDAYS}
    elif reported is not None:
        told -= {reported.lower_}
    as_of = updates.day_of(reported.lower_ if reported is not None else None, day) if moving else None
    return Frame(
        figure=replace(figure, standing=stage, as_of=None if stage is Standing.EARLIER else as_of),
        key=key(figure),
        head=head,
        modifiers=frozenset(modifiers),
        acts=frozenset(acts),
        result=result,
        agents=frozenset(governor.agents),
        subjects=frozenset(told_of.names(sentence)),
        words=frozenset(content(sentence, inside)) - unit_words(figure.measure.unit),
        times=told,
        places=frozenset(governor.places),
        bearer=frozenset(token.lower_ for token in bearer),
        bearer_name=" ".join(token.text for token in sorted(bearer, key=lambda token: int(token.i))) or None,
        other_side=_other_side(part, figure),
        side=sides.side(sentence, figure.passage.start - part.start, figure.passage.end - part.start),
        part=governor.part or remains,
        remains=remains,
        beside=governor.beside and not figure.implied,
        named=governor.named,
        with_one=bool(_WITH_ONE.match(part.text, figure.passage.end - part.start)),
        fresh=fresh,
        rest=governor.rest,
        sentence=(figure.passage.article_id, part.start + anchor.sent.start_char),
        order=0,
        wording=wording(anchor, governor),
        told_by=told_of.teller(governor),
        doubt=doubt,
        outlook=outlook(anchor),
        sizes=frozenset(
            float(found) for token in sentence for pair in _SIZE.findall(token.text) for found in pair if found
        ),
    )


def _around(anchor: "Token") -> Any:
    """The sentence of a figure, as far as it is near: in one of thousands of words each figure would read them all."""
    whole = anchor.sent
    return anchor.doc[max(whole.start, anchor.i - _FAR) : min(whole.end, anchor.i + _FAR + 1)]


def _standing(anchor: "Token", doubt: str | None, governor: Governor, *, moving: bool) -> Standing | None:
    """What the figure is where it is no plain statement: denied, supposed, an earlier count or an update of one."""
    if doubt:
        return Standing.DENIED if doubt == assertion.DENIED else Standing.SUPPOSED
    if moving and stages.earlier(anchor):
        return Standing.EARLIER
    return Standing.UPDATE if moving and governor.later else None


def _counted(figure: Figure, sentence: Any, governor: Governor) -> tuple[str | None, set[str]]:
    """The lemma of the noun counted and what qualifies it: from the extractor's phrase, else from the parse."""
    phrase = (figure.counted or "").lower().replace("-", " ").split()
    if not phrase or set(phrase) <= set(figure.passage.surface.lower().split()):
        if figure.kind in _COUNTS and not phrase:
            return governor.head, set()
        topic = governor.moved() if figure.kind is FigureKind.PERCENT else governor.topic_at
        return topic and words.lemma(topic), {
            one.lemma_.lower() for one in topic.children if one.dep_ in _KINDS
        } if topic else set()
    if figure.kind is FigureKind.PERCENT and phrase[-1] in words.lemmas("bases"):
        return governor.topic, set()  # "a deficit of 3% of GDP"
    main = phrase
    for at, word in enumerate(phrase):
        if at and word in ("of", "in", "from", "who", "for", "with", "at", "to", "on", "that", "and"):
            main = phrase[:at]
            break
    known = {token.lower_: token for token in sentence}
    if not known.keys() >= set(phrase):  # counted in another sentence
        near = slice(max(0, sentence.start - _FAR), sentence.end + _FAR)
        known = {token.lower_: token for token in sentence.doc[near]} | known
    lemma = [_lemma(known.get(word), word) for word in phrase]
    head = lemma[len(main) - 1]
    if head in ("they", "them", "we", "us", "those", "these", "which", "whom"):
        return None, set()
    if "and" in phrase[1:-1] and words.person(head) and words.person(lemma[-1]):
        return "people", set()  # passengers and crew, men, women and children
    rest = {one for at, one in enumerate(lemma) if at != len(main) - 1 and len(one) > 1}
    return head, rest - {"of", "the", "a", "an", "other", "more", "total", "local", "nearby", "in", "and", "'s"}


def _before(lemma: str | None, sentence: Any, anchor: "Token") -> bool:
    return any(token.lemma_.lower() == lemma for token in sentence if token.i < anchor.i)


def _lemma(token: Any, word: str) -> str:
    if token is not None:
        lemma: str = token.lemma_.lower()
        if lemma != word or not word.endswith("s"):
            return "people" if lemma == "person" else lemma
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _other_side(part: Part, figure: Figure) -> float | None:
    """The other number of a tally or score that is written with a dash."""
    text, at = part.text, part.start
    start = figure.passage.start - at
    before = _SIDE_BEFORE.search(text, max(0, start - _TALLY), start)
    after = _SIDE_AFTER.match(text, figure.passage.end - at)
    found = before or after
    return float(found.group(1)) if found else None
