"""From the fields of a form to decisions: what was changed, as ``corpus.decide`` takes it; and grades, explained."""

import re
from collections.abc import Mapping
from typing import Any

from workbench.errors import OptionError
from workbench.model import Passage
from workbench.review import Layer, Reviewed
from workbench.review.grades import CREDIBILITY, RELIABILITY
from workbench.views.subject import Field, Subject
from workbench.views.subject_groups import BETWEEN

#: Characters away from its place at which the words of a corrected passage may begin.
_NEAR = 600
Step = tuple[str, dict[str, Any]]


def plain(subject: Subject) -> list[dict[str, Any]]:
    """The fields of a subject as the browser takes them."""
    return [
        {
            "name": one.name,
            "label": one.label,
            "kind": one.kind,
            "value": list(one.value)
            if isinstance(one.value, tuple)
            else ""
            if one.value is None
            else _shown(one.value),
            "options": [list(pair) for pair in zip(one.options, one.called or one.options, strict=True)],
            "hint": one.hint,
        }
        for one in subject.fields
    ]


def steps(corpus: Reviewed, subject: Subject, given: Mapping[str, Any]) -> list[Step]:
    """What to decide, one after the other, for the fields that were changed: an action and the changes of each.

    Raises OptionError where nothing was changed, or a value is none that the field can have.
    """
    known = {one.name: one for one in subject.fields}
    values = {name: _value(known[name], value) for name, value in given.items() if name in known}
    changed = {name: value for name, value in values.items() if value != _before(known[name])}
    if "span" in changed:
        start, end = _found(corpus, subject.passages[0], changed.pop("span"))
        changed |= {"start": start, "end": end}
    if not changed:
        raise OptionError("Nothing was changed: change a field, or confirm it as it is.")
    layer = Layer(subject.layer)
    if layer is Layer.ENTITY:
        return [_of_entity(name, value) for name, value in changed.items()]
    if layer in (Layer.QUANTITY, Layer.UTTERANCE):
        return [("correct", {name: [value] if name == "group" else value}) for name, value in changed.items()]
    if layer is Layer.NAME and changed.get("canonical"):
        changed.pop("entity_id", None)
        changed.setdefault("kind", known["kind"].value)
    return [("correct", changed)]


def _of_entity(name: str, value: Any) -> Step:
    """Forms that are not the same are a merge rejected."""
    if name == "uses":
        return "reject", {"uses": [use.split(BETWEEN) for use in value]}
    return "correct", {name: value}


def _value(field: Field, given: Any) -> Any:
    if field.kind == "many":
        return [one for one in given if one in field.options]
    text = str(given if given is not None else "").strip()
    if field.kind == "number":
        return _number(field, text) if text else None
    if field.kind == "choice" and text and text not in field.options:
        raise OptionError(f"{field.label}: there is no {text!r} to choose.")
    return text or None


def _number(field: Field, text: str) -> float:
    try:
        return float(text.replace(",", "").replace("\u00a0", ""))
    except ValueError:
        raise OptionError(f"{field.label}: {text!r} is no number; write it in digits, such as 1200 or 0.5.") from None


def _before(field: Field) -> Any:
    if field.kind == "many":
        return list(field.value or ())
    if field.kind == "number" or field.value is None:
        return field.value
    return str(field.value).strip() or None


def _found(corpus: Reviewed, passage: Passage, words: str | None) -> tuple[int, int]:
    """Where `words` stand that are nearest to the passage. Raises OptionError where they do not stand near it."""
    text = corpus.document(passage.article_id).text
    low, high = max(0, passage.start - _NEAR), passage.end + _NEAR
    pattern = r"\s+".join(re.escape(word) for word in (words or "").split())
    found = [one.span() for one in re.finditer(pattern, text[low:high])] if pattern else []
    if not found:
        raise OptionError("These words do not stand at this place: give them as the article has them.")
    start, end = min(found, key=lambda span: (abs(low + span[0] - passage.start), abs(low + span[1] - passage.end)))
    return low + start, low + end


def said(text: str, what: str) -> str:
    """The text without space around it. Raises OptionError where nothing is left."""
    if not text.strip():
        raise OptionError(f"{what} needs at least one word.")
    return text.strip()


def source_of(subject: Subject) -> str:
    """The one article that a subject stands in; empty where there are several."""
    articles = {one.article_id for one in subject.passages}
    return subject.key if subject.layer == Layer.SOURCE else next(iter(articles)) if len(articles) == 1 else ""


def grades(subject: Subject, reliability: str, credibility: str) -> list[tuple[str, str, dict[str, Any]]]:
    """What to grade, and how: a source by its reliability, what it says by its credibility.

    Raises OptionError where there is no grade, or none of this sort for the subject.
    """
    made: list[tuple[str, str, dict[str, Any]]] = []
    if reliability and (article_id := source_of(subject)):
        made.append((Layer.SOURCE.value, article_id, {"reliability": reliability}))
    if credibility and subject.layer != Layer.SOURCE:
        made.append((subject.layer, subject.key, {"credibility": int(credibility)}))
    if not made:
        raise OptionError("Choose a grade: a letter for the source, a number for what it says.")
    return made


def graded(corpus: Reviewed, subject: Subject, names: Mapping[str, str]) -> dict[str, Any]:
    """The grades that can be given, what they mean, and those given so far, by everybody."""
    article_id, review = source_of(subject), corpus.review
    sides = []
    if article_id:
        given = {
            who: told["reliability"]
            for who, told in review.grades("source", article_id).items()
            if "reliability" in told
        }
        sides.append(_side("reliability", f"Reliability of {names.get(article_id, article_id)}", RELIABILITY, given))
    if subject.layer != Layer.SOURCE:
        told = review.grades(subject.layer, subject.key)
        given = {who: some["credibility"] for who, some in told.items() if "credibility" in some}
        sides.append(_side("credibility", "Credibility of this", CREDIBILITY, given))
    mine = corpus.journal.analyst
    for side in sides:
        side["now"] = side["given"].get(mine, "")
        side["given"] = [f"{who}: {grade}" for who, grade in side["given"].items()]
    return {"sides": sides}


def _side(name: str, label: str, meanings: Mapping[str, str], given: Mapping[str, str]) -> dict[str, Any]:
    return {"name": name, "label": label, "options": [list(pair) for pair in meanings.items()], "given": dict(given)}


def _shown(value: Any) -> str:
    return f"{value:.15g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
