"""The promised tables: their columns, types and meanings. A column may be added; none is renamed or dropped."""

from typing import Literal, NamedTuple

Kind = Literal["text", "integer", "number", "flag", "list"]


class Column(NamedTuple):
    """A column: its name, the kind of its values and what it says."""

    name: str
    kind: Kind
    meaning: str


class Schema(NamedTuple):
    """A table: its name, what one row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)


def _schema(name: str, row: str, *columns: str) -> Schema:
    """A schema from lines like ``"start:integer first character, from 0"``; the kind is text where none is given."""
    made = []
    for line in columns:
        head, _, meaning = line.partition(" ")
        column, _, kind = head.partition(":")
        made.append(Column(column, kind or "text", meaning))  # type: ignore[arg-type]
    return Schema(name, row, tuple(made))


_SPAN = (
    "article_id the article",
    "start:integer first character, from 0, in Unicode code points of the article's text",
    "end:integer the character after the last",
)
_SURFACE = (*_SPAN, "surface the characters that stand there")
_ROLE = "role role of the block that it stands in"

SCHEMAS: dict[str, Schema] = {
    schema.name: schema
    for schema in (
        _schema(
            "articles",
            "an article",
            "article_id the file's stem, with a suffix where two collide",
            "source the outlet; null where neither the text, the page nor sources.csv says",
            "headline the headline as printed",
            "byline the author or editor as printed",
            "dateline the place (and date) that opens the text",
            "published ISO 8601, as precise as known",
            "language ISO 639-1",
            "words:integer words in the article's prose, furniture left out",
            "path the file, as given",
            "sha256 of the raw file",
            "encoding with which the file was decoded",
            "text the decoded text, with \\n for newlines, otherwise untouched",
            "url where the article was published",
            "note from sources.csv",
            "duplicate_of the article that says the same; it counts once in comparisons",
            "served:flag whether the extractors serve its language",
            "source_basis how the source is known",
            "published_basis how the date is known",
        ),
        _schema(
            "problems",
            "something that could not be read as it should be",
            "path the file",
            "article_id the article, where there is one",
            "severity error (not loaded), warning (loaded, something is missing) or notice",
            "message one sentence, with what to do",
        ),
        _schema(
            "blocks",
            "a stretch of an article with one role",
            *_SPAN,
            "role headline, standfirst, summary, byline, dateline, timestamp, subheading, body, caption, credit, embed "
            "or furniture",
            "reason why it has that role",
            "repeat_of:integer start of the earlier block that says the same",
        ),
        _schema(
            "figures",
            "a number as stated",
            "figure_id of the figure",
            *_SURFACE,
            "kind count, percent, money, duration, age, ordinal, measure, fraction, multiple or vague",
            "value:number the number named; null for ranges and vague words",
            "low:number the least that is meant; null where open",
            "high:number the most that is meant; null where open",
            "approximate:flag whether it is said to be approximate",
            "bound =, ~, >, >=, < or <=",
            "unit of the number; null for plain counts",
            "counted the noun phrase that is counted",
            "scope the place, period or subset that it is about",
            "speaker who says it; null for the narrator",
            "in_quote:flag whether it stands between quote marks",
            "implied:flag whether it follows from the words without being stated",
            _ROLE,
            "quantity_id the quantity that it belongs to",
            "standing earlier (it was this before), update (it has come to this), denied or supposed; null for a plain "
            "statement",
            "as_of the day of a count that goes on: a date, a month and day, or a weekday",
        ),
        _schema(
            "quantities",
            "a thing measured",
            "quantity_id of the quantity",
            "label what is measured",
            "unit of the measure",
            "verdict agree, compatible, conflict or single-source",
            "low:number the least that any source allows",
            "best:number the value that the sources agree on",
            "high:number the most that any source allows",
            "sources:list article_ids that speak to it",
            "origins:list the named origins of the statements",
            "figure_ids:list the figures",
        ),
        _schema(
            "figure_pairs",
            "two figures of two articles on one quantity",
            "quantity_id the quantity",
            "figure_a the one",
            "figure_b the other, of another article",
            "relation agree, compatible or conflict",
            "reason in a few words",
        ),
        _schema(
            "relations",
            "a sum, or a tension, among figures",
            "relation_id of the relation",
            "expression such as 114 + 9 = 123",
            "holds:flag true, false, or null where it cannot be told",
            "figure_ids:list the figures",
            "note what it means",
        ),
        _schema(
            "quotes",
            "words reported as said",
            "quote_id of the quote",
            *_SURFACE,
            "kind direct, partial, term, title, indirect or embed",
            "speaker canonical name; null when not known",
            "speaker_id entity of the speaker",
            "speaker_surface what stands at the cue",
            "speaker_start:integer its first character",
            "speaker_end:integer the character after its last",
            "cue the verb or phrase that reports the words",
            "via through whom or what the words reached the article",
            "quotation_id shared by the parts of one quotation",
            "utterance_id shared by all renderings of the same words",
            _ROLE,
        ),
        _schema(
            "utterances",
            "one thing said, however many sources quote it",
            "utterance_id of the utterance",
            "speaker canonical name",
            "sources:list article_ids that quote it",
            "fidelity the loosest of its pairs: same, spelling, trimmed, boundary or altered",
            "quote_ids:list the renderings",
            "conflict who is said to have said it, where the sources name different people",
        ),
        _schema(
            "quote_pairs",
            "two renderings of one utterance, of two articles",
            "utterance_id the utterance",
            "quote_a the one",
            "quote_b the other, of another article",
            "relation same, spelling, trimmed, boundary or altered",
            "changes:list word edits: {op, a, b, a_start, a_end, b_start, b_end, outside}",
            "conflict who is said to have said it, where the two name different people",
            "note a doubt about the pair",
        ),
        _schema(
            "names",
            "a mention of a person, organisation or place",
            *_SURFACE,
            "kind person, organisation or place",
            "entity_id the entity meant",
            "canonical its name",
        ),
        _schema(
            "entities",
            "a person, organisation or place",
            "entity_id of the entity",
            "kind person, organisation or place",
            "canonical its name",
            "variants:list the names that the articles use",
            "reason why the variants were merged",
            "sources:list article_ids that name it",
        ),
        _schema(
            "labels",
            "what an article calls somebody or something",
            *_SURFACE,
            "entity_id the entity so called",
            "voice narrator, quoted or reported",
        ),
        _schema(
            "wording",
            "a word that frames",
            *_SURFACE,
            "concept what it is about",
            "device choice, loaded, hedge, intensifier or reporting verb",
            "voice narrator, quoted or reported",
            "lexicon the lexicon and entry that it comes from",
        ),
        _schema(
            "dates",
            "a date as stated",
            *_SURFACE,
            "start_date ISO 8601, as precise as the text",
            "end_date ISO 8601; null where open",
            "basis how it was resolved",
            "event what happened then",
        ),
        _schema(
            "reuse",
            "verbatim text that two articles share outside quotes",
            "article_a the one",
            "start_a:integer first character",
            "end_a:integer the character after the last",
            "surface_a the characters",
            "article_b the other",
            "start_b:integer first character",
            "end_b:integer the character after the last",
            "surface_b the characters",
            "tokens:integer words shared",
        ),
        _schema(
            "claims",
            "a statement of fact that can be looked for in other sources",
            "claim_id of the claim",
            "label what is claimed",
            "sources:list article_ids that have it",
            "silent:list article_ids that do not",
            "passages:list {article_id, start, end}",
        ),
        _schema(
            "checks",
            "a question worth an analyst's look",
            "check_id of the check",
            "kind arithmetic, contradiction, date, name or scope",
            "severity how much it matters",
            "message the question",
            "figure_ids:list the figures it is about",
            "passages:list {article_id, start, end}",
        ),
        _schema(
            "decisions",
            "what an analyst decided",
            "decision_id of the decision",
            "target what it is about",
            "action confirm, correct, reject or add",
            "before the machine's reading",
            "after the analyst's",
            "reason in the analyst's words",
            "analyst who",
            "at when, ISO 8601",
            "status applied or orphan",
        ),
    )
}

#: Columns that only a comparison fills, by table: the tables whose presence says that the comparison is wanted.
FILLED_BY: dict[str, frozenset[str]] = {
    "quotes": frozenset({"utterances", "quote_pairs", "entities"}),
    "figures": frozenset({"quantities", "figure_pairs", "relations"}),
}
