"""What the machine missed: from words selected in the reader, and a small form, to a decision."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from workbench.errors import OptionError
from workbench.model import Bound, Device, LabelKind, NameKind, Passage, QuoteKind, Voice
from workbench.review import Decision, Reviewed
from workbench.review.decision import Layer
from workbench.views import deciding_form
from workbench.views.subject import Field, Subject
from workbench.views.subjects import BOUNDS

if TYPE_CHECKING:
    from workbench.views.subjects import Subjects

_KINDS = {
    Layer.NAME: tuple(one.value for one in NameKind),
    Layer.QUOTE: tuple(one.value for one in QuoteKind),
    Layer.LABEL: tuple(one.value for one in LabelKind),
}


def _figure(subjects: "Subjects") -> tuple[Field, ...]:
    ids, called = subjects.quantities_offered
    bounds = tuple(one.value for one in Bound)
    return (
        Field("value", "Value", None, "number", hint="the number itself: 114"),
        Field("bound", "Bound", None, "choice", bounds, called=tuple(BOUNDS[one] for one in Bound)),
        Field("unit", "Unit", None, hint="%, USD, km …"),
        Field("counted", "What is counted", None),
        Field("speaker", "Said by", None, options=subjects.people, hint="empty: the article itself"),
        Field("quantity_id", "Quantity", None, "choice", ids, "empty: one of its own", called),
    )


def _quote(subjects: "Subjects") -> tuple[Field, ...]:
    return (
        Field("speaker", "Speaker", None, options=subjects.people, hint="empty: not known"),
        Field("kind", "Kind", None, "choice", _KINDS[Layer.QUOTE]),
        Field("via", "Via", None, hint="who passes it on"),
    )


def _name(subjects: "Subjects") -> tuple[Field, ...]:
    ids, called = subjects.entities_offered
    return (
        Field("entity_id", "Who is meant", None, "choice", ids, called=called),
        Field("canonical", "Or somebody else", None, hint="a name that is not in the list"),
        Field("kind", "Kind", None, "choice", _KINDS[Layer.NAME]),
    )


def _label(subjects: "Subjects") -> tuple[Field, ...]:
    ids, called = subjects.entities_offered
    return (
        Field("entity_id", "Whom it is for", None, "choice", ids, called=called),
        Field("kind", "Kind", None, "choice", _KINDS[Layer.LABEL]),
        *_voice(subjects),
    )


def _wording(subjects: "Subjects") -> tuple[Field, ...]:
    sorts = tuple(one.value for one in (Device.LOADED, Device.INTENSIFIER, Device.HEDGE, Device.REPORTING_VERB))
    return (
        Field("device", "Sort of word", None, "choice", sorts),
        Field("concept", "About", None),
        *_voice(subjects),
    )


def _voice(subjects: "Subjects") -> tuple[Field, Field]:
    return (
        Field("voice", "Whose words", None, "choice", tuple(one.value for one in Voice)),
        Field("speaker", "Said by", None, options=subjects.people, hint="empty: the article"),
    )


#: What can be added: what it is called, and what is asked of it.
OFFERED: Mapping[Layer, tuple[str, Callable[["Subjects"], tuple[Field, ...]]]] = {
    Layer.FIGURE: ("figure", _figure),
    Layer.QUOTE: ("quote", _quote),
    Layer.NAME: ("name", _name),
    Layer.LABEL: ("label", _label),
    Layer.WORDING: ("loaded word", _wording),
}


#: The layer of the reader in which it is seen then.
LAYERS = {"figure": "figures", "quote": "quotes", "name": "names", "label": "labels", "wording": "words"}


def draft(subjects: "Subjects", layer: str, passage: Passage) -> Subject:
    """What is to be added, with the fields of its form, all empty. Raises OptionError for what cannot be added."""
    known = {one.value: one for one in OFFERED}
    if layer not in known:
        raise OptionError(f"There is no {layer!r} to add; there is {', '.join(known)}.")
    _, fields = OFFERED[known[layer]]
    return Subject(f"“{passage.surface}”", layer, "", fields(subjects), (passage,))


def preset(subjects: "Subjects", layer: str, passage: Passage) -> dict[str, str]:
    """What the form holds before anything is typed."""
    words = " ".join(passage.surface.split())
    if layer == Layer.FIGURE:
        digits = words.replace(",", "").replace("\u202f", "").split(" ")[0]
        value = digits if digits.replace(".", "", 1).isdigit() and digits.isascii() else ""
        return {"value": value, "bound": "=" if value else "", "counted": words.partition(" ")[2] if value else ""}
    if layer == Layer.NAME:
        known = {one.canonical: one.entity_id for one in subjects.corpus.naming.entities}
        return {"entity_id": known.get(words, ""), "canonical": "" if words in known else words, "kind": "person"}
    return {
        **({"kind": "direct"} if layer == Layer.QUOTE else {}),
        **({"kind": "description", "voice": "narrator"} if layer == Layer.LABEL else {}),
        **({"device": "loaded", "voice": "narrator"} if layer == Layer.WORDING else {}),
    }


def add(corpus: Reviewed, subject: Subject, given: Mapping[str, Any], reason: str = "") -> Decision:
    """Add what `subject` drafts, with what was `given` in its form. Raises OptionError where it cannot be so."""
    passage = subject.passages[0]
    filled = {name: value for name, value in given.items() if str(value or "").strip()}
    if filled.get("entity_id"):
        filled.pop("canonical", None)
    changes = deciding_form.steps(corpus, subject, filled)[0][1] if filled else {}
    if subject.layer == Layer.FIGURE and changes.get("value") is None:
        raise OptionError("Say the figure's value: a number, such as 114.")
    place: dict[str, Any] = {"article_id": passage.article_id, "start": passage.start, "end": passage.end}
    return corpus.decide("add", subject.layer, reason=reason, **{**place, **changes})
