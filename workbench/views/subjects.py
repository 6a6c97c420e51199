"""What stands at one place each, as a subject: figures, quotes, mentions of names, labels, words that frame."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.briefing import items
from workbench.charts.palette import cut
from workbench.citing import sources
from workbench.model import (
    Bound,
    Device,
    Figure,
    FigureKind,
    Label,
    LabelKind,
    Mention,
    NameKind,
    Passage,
    Quantity,
    Quote,
    QuoteKind,
    Voice,
    Wording,
)
from workbench.review.decision import Layer
from workbench.review.items import RULES
from workbench.tables.wording import stated
from workbench.views.subject import Field, Subject

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Bounds in words.
BOUNDS = {
    Bound.EXACT: "exactly",
    Bound.ABOUT: "about",
    Bound.ABOVE: "more than",
    Bound.AT_LEAST: "at least",
    Bound.BELOW: "less than",
    Bound.AT_MOST: "at most",
}
#: Words of a passage shown in the name of a part.
_LONGEST = 70
_LISTED = (Device.LOADED, Device.INTENSIFIER, Device.HEDGE, Device.REPORTING_VERB)


class Subjects:
    """The subjects of `corpus`; what is offered to choose from is made once."""

    def __init__(self, corpus: "Corpus") -> None:
        self.corpus = corpus

    @cached_property
    def names(self) -> dict[str, str]:
        """What the sources are called, by article_id."""
        return dict(sources.of(self.corpus.documents).names)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every figure, by its id."""
        return {one.figure_id: one for one in self.corpus.figure_records}

    @cached_property
    def quotes(self) -> dict[str, Quote]:
        """Every quote by its id, each speaker under one name."""
        return {one.quote_id: one for one in self.corpus.voiced_quotes}

    @cached_property
    def quantities(self) -> dict[str, Quantity]:
        """Every quantity, by its id."""
        return {one.quantity_id: one for one in self.corpus.comparison.quantities}

    @cached_property
    def quantity_of(self) -> dict[str, str]:
        """The quantity of each figure that has one, by their ids."""
        return {figure.figure_id: key for key, one in self.quantities.items() for figure in one.figures}

    @cached_property
    def quantities_offered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the quantities, and what they are called, in alphabetical order."""
        some = sorted(self.quantities.values(), key=lambda one: one.label.casefold())
        return tuple(one.quantity_id for one in some), tuple(cut(one.label, _LONGEST) for one in some)

    @cached_property
    def entities_offered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of who and what is named, and their names, in alphabetical order."""
        some = sorted(self.corpus.naming.entities, key=lambda one: one.canonical.casefold())
        return tuple(one.entity_id for one in some), tuple(f"{one.canonical} ({one.kind.value})" for one in some)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The names that a speaker can have, each once."""
        speaking = (one for one in self.corpus.naming.entities if one.kind is not NameKind.PLACE)
        return tuple(sorted(dict.fromkeys(one.canonical for one in speaking), key=str.casefold))

    @cached_property
    def utterances_offered(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """A quote of each utterance, and what it is called, in the order of the corpus."""
        firsts = [self.quotes[one.quote_ids[0]] for one in self.corpus.quote_groups[0]]
        called = (f"{one.speaker or 'not known'}: {_words(one.passage)}" for one in firsts)
        return tuple(one.quote_id for one in firsts), tuple(called)

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each article in the corpus."""
        return {article.article_id: at for at, article in enumerate(self.corpus.documents)}

    def reading(self, passages: Iterable[Passage]) -> tuple[Passage, ...]:
        """The passages in reading order, each once."""
        there = (one for one in dict.fromkeys(passages) if one.article_id in self.order)
        return tuple(sorted(there, key=lambda one: (self.order[one.article_id], one.start)))

    def where(self, passage: Passage) -> str:
        """The source of a passage and its paragraph: ``BBC ¶3``."""
        article = self.corpus.document(passage.article_id)
        return f"{self.names[passage.article_id]} ¶{article.paragraph_at(passage.start)}"

    # -- subjects -----------------------------------------------------------------------------------------------------

    def figure(self, key: str) -> Subject | None:
        """The figure with this id; None where there is none."""
        one = self.figures.get(key)
        if one is None:
            return None
        said, now = one.measure, self.quantity_of.get(key)
        ids, called = self.quantities_offered
        fields = (
            Field("value", "Value", said.value, "number"),
            Field(
                "bound",
                "Bound",
                said.bound.value if said.bound else None,
                "choice",
                tuple(bound.value for bound in Bound),
                called=tuple(BOUNDS[bound] for bound in Bound),
            ),
            Field("low", "At least", said.low, "number", hint="follows from value and bound"),
            Field("high", "At most", said.high, "number", hint="follows from value and bound"),
            Field("unit", "Unit", said.unit, hint="%, USD, km …"),
            Field("counted", "What is counted", one.counted),
            Field("scope", "Scope", one.scope),
            Field("kind", "Kind", one.kind.value, "choice", tuple(kind.value for kind in FigureKind)),
            Field("speaker", "Said by", one.speaker, options=self.people, hint="empty: the article itself"),
            Field("quantity_id", "Quantity", now, "choice", ids, "empty: one of its own", called),
            _span(one.passage),
        )
        name = f"{stated(one, self.figures.values())} {one.counted or ''}".strip()
        named = f"{name} · {self.where(one.passage)}"
        return Subject(named, Layer.FIGURE.value, key, fields, (one.passage,), (items.Figure(key),))

    def quote(self, key: str) -> Subject | None:
        """The quote with this id; None where there is none."""
        one = self.quotes.get(key)
        if one is None:
            return None
        fields = (
            Field("speaker", "Speaker", one.speaker, options=self.people, hint="empty: not known"),
            Field("kind", "Kind", one.kind.value, "choice", tuple(kind.value for kind in QuoteKind)),
            Field("cue", "Cue", one.cue, hint="said, told reporters …"),
            Field("via", "Via", one.via, hint="who passes it on"),
            _span(one.passage),
        )
        named = f"{_words(one.passage)} · {one.speaker or 'speaker not known'} · {self.where(one.passage)}"
        return Subject(named, Layer.QUOTE.value, key, fields, (one.passage,), (items.Quote(key),))

    def mention(self, one: Mention) -> Subject:
        """One mention of a name."""
        ids, called = self.entities_offered
        fields = (
            Field("entity_id", "Who is meant", one.entity_id, "choice", ids, called=called),
            Field("canonical", "Or somebody else", None, hint="a name that is not in the list"),
            Field("kind", "Kind", one.kind.value, "choice", tuple(kind.value for kind in NameKind)),
            _span(one.passage),
        )
        return self._single(Layer.NAME, one, fields)

    def label(self, one: Label) -> Subject:
        """One label."""
        ids, called = self.entities_offered
        fields = (
            Field("kind", "Kind", one.kind.value, "choice", tuple(kind.value for kind in LabelKind)),
            Field("entity_id", "Whom it is for", one.entity_id, "choice", ids, called=called),
            *self._voice(one),
            _span(one.passage),
        )
        return self._single(Layer.LABEL, one, fields)

    def wording(self, one: Wording) -> Subject:
        """One word that frames, where it stands."""
        device = Field("device", "Sort of word", one.device.value, "choice", tuple(each.value for each in _LISTED))
        fields = (
            *((device,) if one.device in _LISTED else ()),
            Field("concept", "About", one.concept),
            *self._voice(one),
            _span(one.passage),
        )
        return self._single(Layer.WORDING, one, fields)

    def _voice(self, one: Label | Wording) -> tuple[Field, Field]:
        return (
            Field("voice", "Whose words", one.voice.value, "choice", tuple(voice.value for voice in Voice)),
            Field("speaker", "Said by", one.speaker, options=self.people, hint="empty: not known, or the article"),
        )

    def _single(self, layer: Layer, one: Mention | Label | Wording, fields: tuple[Field, ...]) -> Subject:
        named = f"{_words(one.passage)} · {self.where(one.passage)}"
        where = ((one.passage.article_id, one.passage.start, one.passage.end),)
        item = items.Statement(f"{self.names[one.passage.article_id]}: {_words(one.passage)}.", where)
        return Subject(named, layer.value, RULES[layer].key(one), fields, (one.passage,), (item,))


def _span(passage: Passage) -> Field:
    return Field("span", "Its words", passage.surface, "span", hint="more or fewer words of the same place")


def _words(passage: Passage) -> str:
    return f"“{cut(' '.join(passage.surface.split()), _LONGEST)}”"
