"""Questions about numbers that can all be true and still differ: looser here, vague there, one or several."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from workbench.compare import sentences, verdicts
from workbench.compare.asking import Material, ask, words
from workbench.compare.words import lemma
from workbench.model import Bound, Check, CheckKind, Figure, FigureKind, Passage, Quantity, Severity, Verdict

_LOOSE = 0.1  # an approximation further from the exact number than this share of it may be of something else
_SHARES = frozenset({"share", "percentage", "proportion", "rate"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_NUMBERS = frozenset({"nummod", "quantmod"})
_LISTING = frozenset({"include", "number", "comprise"})


def find(material: Material) -> Iterator[Check]:
    """A question for each quantity stated with different precision, each share of a share, and each member of a list
    who is one here and several there."""
    for quantity in material.quantities:
        yield from _differing(quantity)
    for figure in material.figures:
        yield from _share(figure, material)
    yield from _one_or_several(material)


def _differing(quantity: Quantity) -> Iterator[Check]:
    """Compatible statements of several articles that name different numbers; approximations that are far off."""
    if quantity.verdict is Verdict.COMPATIBLE:
        own = (figure for figure in quantity.figures if figure.passage.article_id in quantity.sources)
        bests = list(verdicts.bests(own).values())
        said = {sentences.stated(one) for one in bests}
        if len(said) > 1 and len({one.measure.value for one in bests}) > 1:
            message = f"{quantity.label}: {' / '.join(sorted(said))} can all be true: which is meant?"
            yield ask(CheckKind.SCOPE, "precision", message, [one.passage for one in bests], figures=bests)
    loose = [one for one in quantity.figures if _is_off(one, quantity.best)]
    exact = [one for one in quantity.figures if one.measure.value == quantity.best and not one.implied]
    if loose and exact and quantity.verdict is not Verdict.CONFLICT:
        here = [one for one in exact if one.passage.article_id == loose[0].passage.article_id] or exact
        apart = f"{sentences.stated(loose[0])} is loose for {sentences.stated(here[0])}"
        message = f"{quantity.label}: {apart}: is it of the same?"
        figures = [loose[0], here[0]]
        yield ask(CheckKind.SCOPE, "loose", message, [one.passage for one in figures], figures=figures)


def _is_off(figure: Figure, best: float | None) -> bool:
    value = figure.measure.value
    return bool(
        best and value is not None and figure.measure.bound is Bound.ABOUT and abs(value - best) > _LOOSE * best
    )


def _share(figure: Figure, material: Material) -> Iterator[Check]:
    """So many per cent of a share."""
    if figure.kind is not FigureKind.PERCENT:
        return
    token, part = _token_at(figure.passage, material)
    if token is None:
        return
    percent = next(
        (one for one in token.doc[token.i : token.i + 3] if one.lower_ in ("percent", "%", "cent", "pc")), None
    )
    of = next((one for one in percent.children if one.lower_ == "of"), None) if percent is not None else None
    noun = next((one for one in of.children if one.dep_ == "pobj"), None) if of is not None else None
    if noun is not None and noun.lemma_.lower() in _SHARES:
        article = material.of[figure.passage.article_id].article
        passage = article.passage(figure.passage.start, part.span(noun).end)
        message = f"{words(passage)}: a share of a share; of what is it?"
        yield ask(CheckKind.SCOPE, "share", message, [passage], figures=[figure])


def _token_at(passage: Passage, material: Material) -> tuple[Any, Any]:
    parsed = material.of.get(passage.article_id)
    for part in parsed.parts if parsed else ():
        if part.block.start <= passage.start < part.block.end:
            start, end = passage.start - part.start, passage.end - part.start
            span = part.doc.char_span(start, end, alignment_mode="expand")
            return (span[0], part) if span is not None and len(span) else (None, None)
    return None, None


def _one_or_several(material: Material) -> Iterator[Check]:
    """A kind of person or thing listed as one in one place and as several, unnumbered, in another."""
    one: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    several: dict[tuple[str, ...], list[Passage]] = defaultdict(list)
    for parsed in material.parsed:
        for part in parsed.parts:
            for token in part.doc:
                if token.pos_ == "NOUN" and (key := _key(token)) and _is_listed(token):
                    span = part.doc[token.left_edge.i : token.i + 1]
                    passage = parsed.article.passage(part.span(span).start, part.span(span).end)
                    if token.tag_ == "NNS" and not any(child.dep_ in (*_NUMBERS, "det") for child in token.children):
                        several[key].append(passage)
                    elif token.tag_ == "NN" and any(child.lower_ in ("a", "an", "one") for child in token.children):
                        one[key].append(passage)
    for key in sorted(one.keys() & several.keys()):
        said = f"{words(several[key][0])} / {words(one[key][0])}"
        yield ask(
            CheckKind.CONTRADICTION,
            "one-or-several",
            f"{said}: one or several?",
            [*several[key], *one[key]],
            severity=Severity.WARNING,
        )


def _key(noun: Any) -> tuple[str, ...] | None:
    """The noun with the words that say of what kind; None where there are none."""
    modifiers = sorted(
        child.lemma_.casefold().replace(".", "")
        for child in noun.children
        if child.dep_ in _MODIFIERS and child.lemma_.casefold() not in _MANY
    )
    return (*modifiers, noun.lemma_.casefold()) if modifiers else None


_MANY = frozenset({"several", "many", "few", "some", "other", "various", "numerous", "more"})


def _is_listed(noun: Any) -> bool:
    """Whether a noun is a member of what is listed: those freed include X and Y; among them were X and Y."""
    above = noun
    for _ in range(12):
        if above.dep_ == "conj":
            above = above.head
            continue
        break
    head = above.head
    if above.dep_ in ("dobj", "pobj") and lemma(head) in _LISTING:
        return True
    if above.dep_ in ("nsubj", "attr") and head.lemma_ == "be":
        return any(child.lower_ in ("among", "amongst") for child in head.children)
    return above.dep_ == "pobj" and head.lower_ in ("including", "among")
