"""What has many passages, as a subject: quantities, utterances, names, claims, questions; and sources."""

from collections.abc import Mapping, Sequence

from workbench.briefing import items
from workbench.charts.palette import cut
from workbench.citing import say, sources
from workbench.compare.rejoin import form
from workbench.model import Article, Check, Claim, Entity, Mention, Passage, QuoteKind, Role, Utterance
from workbench.review.decision import Layer
from workbench.tables.wording import stated
from workbench.views.subject import Field, Subject
from workbench.views.subjects import Subjects

#: Parts that are offered to be decided on one by one; the tables have all of them.
MOST = 120
_LONGEST = 70
#: Parts a use of a name: an article_id and a form.
BETWEEN = "\t"


def quantity(subjects: Subjects, key: str) -> Subject | None:
    """The quantity with this id, and its statements; None where there is none."""
    one = subjects.quantities.get(key)
    if one is None:
        return None
    ids, called = subjects.quantities_offered
    others = [(name, words) for name, words in zip(ids, called, strict=True) if name != key]
    beside = subjects.figures.values()
    statements = tuple(figure.figure_id for figure in one.figures)
    told = tuple(f"{subjects.where(figure.passage)}: {stated(figure, beside)}" for figure in one.figures)
    fields = (
        Field("label", "Name", one.label),
        Field("other", "Merge in", None, "choice", tuple(n for n, _ in others), "none", tuple(w for _, w in others)),
        Field("figure_ids", "Split off: statements of something else", (), "many", statements, called=told),
    )
    parts = tuple(part for name in statements[:MOST] if (part := subjects.figure(name)))
    passages = subjects.reading(figure.passage for figure in one.figures)
    return Subject(one.label, Layer.QUANTITY.value, key, fields, passages, (items.Quantity(key),), parts)


def utterance(subjects: Subjects, one: Utterance) -> Subject:
    """An utterance and its quotes."""
    quotes = [subjects.quotes[key] for key in one.quote_ids if key in subjects.quotes]
    rest = [each for each in zip(*subjects.utterances_offered, strict=True) if each[0] not in one.quote_ids]
    fullest = max(quotes, key=lambda q: (q.kind is not QuoteKind.INDIRECT, len(q.passage.surface)))
    fields = (
        Field(
            "group",
            "Same as",
            None,
            "choice",
            tuple(key for key, _ in rest),
            "none",
            tuple(called for _, called in rest),
        ),
        Field(
            "ungroup",
            "Not the same: quotes of something else said",
            (),
            "many",
            tuple(quote.quote_id for quote in quotes),
            called=tuple(
                f"{subjects.where(quote.passage)}: {cut(' '.join(quote.passage.surface.split()), _LONGEST)}"
                for quote in quotes
            ),
        ),
    )
    parts = tuple(part for quote in quotes[:MOST] if (part := subjects.quote(quote.quote_id)))
    kept = quotes if one.conflict or (one.fidelity and one.fidelity.value == "altered") else [fullest]
    picked = tuple(items.Quote(quote.quote_id) for quote in sorted(kept, key=lambda quote: quote is not fullest))
    return Subject(
        f"{one.speaker or 'speaker not known'}: “{cut(' '.join(fullest.passage.surface.split()), _LONGEST)}”",
        Layer.UTTERANCE.value,
        one.utterance_id,
        fields,
        subjects.reading(quote.passage for quote in quotes),
        picked,
        parts,
    )


def entity(
    subjects: Subjects, one: Entity, mentions: Sequence[Mention], questions: Sequence[Check], told: str
) -> Subject:
    """Who or what is named, the open `questions` about it, and its mentions; `told` says its forms by source."""
    ids, called = subjects.entities_offered
    kind = f"({one.kind.value})"
    others = [(n, w) for n, w in zip(ids, called, strict=True) if n != one.entity_id and w.endswith(kind)]
    uses = list(dict.fromkeys((each.passage.article_id, form(each)) for each in mentions))
    fields = (
        Field("canonical", "Name", one.canonical),
        Field("other", "Same as", None, "choice", tuple(n for n, _ in others), "none", tuple(w for _, w in others)),
        Field(
            "uses",
            "Not the same: forms of somebody else",
            (),
            "many",
            tuple(BETWEEN.join(use) for use in uses),
            called=tuple(f"{subjects.names[article_id]}: {name}" for article_id, name in uses),
        ),
    )
    passages = subjects.reading(each.passage for each in mentions)
    firsts: Mapping[str, Passage] = {each.article_id: each for each in reversed(passages)}
    item = items.Statement(told, tuple(where(each) for each in passages if each is firsts[each.article_id]))
    parts = (*(check(subjects, each) for each in questions), *(subjects.mention(each) for each in mentions[:MOST]))
    return Subject(one.canonical, Layer.ENTITY.value, one.entity_id, fields, passages, (item,), parts)


def claim(subjects: Subjects, one: Claim) -> Subject:
    """A claim."""
    passages = subjects.reading(one.passages)
    fields = (Field("label", "Claim", one.label),)
    return Subject(one.label, Layer.CLAIM.value, one.claim_id, fields, passages, (items.Claim(one.claim_id),))


def check(subjects: Subjects, one: Check, answer: str | None = None) -> Subject:
    """A question; confirming keeps it, rejecting sets it aside."""
    fields = (Field("answer", "Answer", answer, hint="what you found out"),)
    figures = (subjects.figures[key].passage for key in one.figure_ids if key in subjects.figures)
    passages = subjects.reading((*one.passages, *figures))
    named = cut(say.asked(one.message, sources.asked(subjects.corpus.documents, subjects.names)), 160)
    return Subject(named, Layer.CHECK.value, one.check_id, fields, passages, (items.Check(one.check_id),))


def source(subjects: Subjects, article: Article) -> Subject:
    """An article's source, which can be named and graded."""
    name = article.source.value if article.source else None
    first = next((block for block in article.blocks if block.role is Role.HEADLINE), None)
    first = first or next((block for block in article.blocks if block.role is Role.BODY), None)
    passages = (article.passage(first.start, first.end),) if first else ()
    told = f"{subjects.names[article.article_id]}: “{' '.join(passages[0].surface.split())}”." if passages else ""
    item = (items.Statement(told, tuple(map(where, passages))),) if passages else ()
    fields = (Field("source", "Source", name, hint="what it is called"),)
    named = subjects.names[article.article_id]
    return Subject(named, Layer.SOURCE.value, article.article_id, fields, passages, item)


def where(passage: Passage) -> items.Where:
    """The place of a passage, as a briefing keeps it."""
    return passage.article_id, passage.start, passage.end
