"""The briefing that nobody has picked: templates filled with what the tables hold, and nothing else."""

from typing import TYPE_CHECKING

from workbench.briefing.items import (
    Briefing,
    Chart,
    Check,
    Claim,
    Heading,
    Item,
    Maker,
    Quantity,
    Statement,
    Text,
)
from workbench.export.document import drafted_framing, drafted_method
from workbench.export.document.independent import Independence
from workbench.export.document.resolve import labels
from workbench.export.told import counted
from workbench.model import Fidelity, Severity, Verdict

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Passage, Quote, QuotePair

#: Lines of a section; the tables of the pack have everything.
MOST = 10
_MOST_ALONE = 4  # claims that one source alone tells, for each source
_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTICE: 2}


def draft(corpus: "Corpus", title: str = "") -> Briefing:
    """A briefing on `corpus`: what is established, what differs, what one source alone says, who is quoted, how it is
    worded, what to check, the sources, and how the numbers were made.

    Every sentence is a template filled with data, with the passages that it stands on.
    """
    work = _Draft(corpus)
    sections = (
        work.lead(),
        section("What is established", work.established()),
        section("What differs, and how", work.differing()),
        section("What only one source says", work.alone()),
        section("Who is quoted", drafted_framing.quoted(corpus, work.names)),
        section("How it is worded", drafted_framing.worded(corpus, work.names)),
        section("When it happened", drafted_framing.dated(corpus, work.names)),
        section("What to check", work.checks()),
        section("The sources", drafted_method.sources(corpus, work.names)),
        section("How the numbers were made", drafted_method.method(corpus)),
    )
    name = title or f"Briefing: {counted(len(corpus.documents), 'article')} side by side"
    return Briefing(name, tuple(item for some in sections for item in some))


def section(title: str, found: list[Item]) -> list[Item]:
    """The items under their heading; no heading over nothing."""
    return [Heading(title, 1, Maker.MACHINE), *found] if found else []


def note(text: str) -> Text:
    """A line of the machine's that stands on no passage."""
    return Text(text, Maker.MACHINE)


class _Draft:
    """The sections that rest on comparison."""

    def __init__(self, corpus: "Corpus") -> None:
        self.corpus = corpus
        self.names = labels(corpus)
        self.independence = Independence(corpus)
        self.shared = [one for one in corpus.comparison.quantities if len(one.sources) > 1]
        self.told = sorted(
            (one for one in corpus.framing.claims if len(one.article_ids) > 1), key=lambda one: -len(one.article_ids)
        )

    def lead(self) -> list[Item]:
        """What was compared, in two lines."""
        corpus = self.corpus
        words = sum(row["words"] for row in corpus.rows("articles"))
        said = f"{counted(len(corpus.documents), 'article')}, {words:,} words, compared with one another. "
        counts = {verdict: sum(one.verdict is verdict for one in self.shared) for verdict in Verdict}
        said += (
            f"{counted(len(self.shared), 'quantity', 'quantities')} in two or more of them: "
            f"{counts[Verdict.AGREE]:,} agree, {counts[Verdict.COMPATIBLE]:,} can all be true, "
            f"{counts[Verdict.CONFLICT]:,} conflict. {counted(len(self.told), 'claim')} in two or more, "
            f"{counted(len(corpus.check_records), 'question')} to check."
        )
        return [note(said)]

    def established(self) -> list[Item]:
        """What several sources agree on: first what independent origins tell, then what rests on one origin."""
        agreed = [one for one in self.shared if one.verdict is Verdict.AGREE]
        counts = {
            **{one.quantity_id: self.independence.count(f.passage for f in one.figures) for one in agreed},
            **{one.claim_id: self.independence.count(one.passages) for one in self.told},
        }
        quantities = {many: [one for one in agreed if (counts[one.quantity_id] > 1) is many] for many in (True, False)}
        by_many: list[Item] = [Quantity(one.quantity_id) for one in quantities[True]]
        by_many = by_many[:MOST]
        claims = [one for one in self.told if one.kind != "figure"]
        by_many += [Claim(one.claim_id) for one in claims if counts[one.claim_id] > 1][:MOST]
        by_one: list[Item] = [Quantity(one.quantity_id) for one in quantities[False]]
        by_one = by_one[:MOST]
        by_one += [Claim(one.claim_id) for one in claims if counts[one.claim_id] == 1][: MOST // 2]
        found: list[Item] = []
        if by_many:
            intro = (
                "Told by two or more sources on the word of different origins or, where none is named, in their own."
            )
            found += [Heading("By independent origins", 2, Maker.MACHINE), note(intro), *by_many]
        if by_one:
            intro = "Told by several sources, but only one origin is named, or they share the text: count it once."
            found += [Heading("By several sources, from one origin", 2, Maker.MACHINE), note(intro), *by_one]
        return [*found, Chart("agreement")] if self.shared else found

    def differing(self) -> list[Item]:
        """Quantities that conflict, then those that fit together, quotes that differ in words, names of speakers."""
        found: list[Item] = []
        for verdict, head in (
            (Verdict.CONFLICT, "They cannot all be true"),
            (Verdict.COMPATIBLE, "They can all be true"),
        ):
            some = [Quantity(one.quantity_id) for one in self.shared if one.verdict is verdict]
            if some:
                found += [Heading(head, 2, Maker.MACHINE), *some[:MOST], *_more(len(some), "quantities")]
        altered = list(self._altered())
        if altered:
            found += [Heading("Quoted in different words", 2, Maker.MACHINE), *altered[:MOST]]
        return [*found, Chart("quantities")] if self.shared and found else found

    def _altered(self) -> "list[Item]":
        """A sentence for each utterance whose words differ inside the quote marks."""
        quotes = {quote.quote_id: quote for quote in self.corpus.voiced_quotes}
        said: dict[str, Item] = {}
        for pair in self.corpus.quote_groups[1]:
            differs = pair.relation is Fidelity.ALTERED or pair.conflict
            if differs and pair.utterance_id not in said and pair.quote_a in quotes and pair.quote_b in quotes:
                said[pair.utterance_id] = self._pair(pair, quotes[pair.quote_a], quotes[pair.quote_b])
        return list(said.values())

    def _pair(self, pair: "QuotePair", a: "Quote", b: "Quote") -> Item:
        one, other = self.names[a.passage.article_id], self.names[b.passage.article_id]
        who = f"{a.speaker} is quoted" if a.speaker else "Somebody is quoted"
        text = f"{who} as “{_cut(a.passage.surface)}” by {one} and as “{_cut(b.passage.surface)}” by {other}"
        text += f"; {pair.conflict}" if pair.conflict else ""
        return Statement(f"{text.rstrip('.')}.", (where(a.passage), where(b.passage)))

    def alone(self) -> list[Item]:
        """What one source alone tells, by source."""
        total, found = len(self.names), list[Item]()
        if total < 2:
            return []
        for key, name in self.names.items():
            some = [one for one in self.corpus.framing.claims if one.article_ids == (key,)]
            if some:
                lines = [Statement(self._only(one.label, one.origins), tuple(map(where, one.passages))) for one in some]
                found += [Heading(f"Only in {name}", 2, Maker.MACHINE), *lines[:_MOST_ALONE]]
                found += _more(len(some), "claims", _MOST_ALONE)
        return [*found, Chart("coverage")] if self.told or found else []

    @staticmethod
    def _only(label: str, origins: tuple[str, ...]) -> str:
        ends = "" if label.endswith((".", "?", "!", "…", "”")) else "."
        named = tuple(name for name in origins if not label.startswith(name))
        return f"{label[:1].upper()}{label[1:]}{ends}{f' On the word of {_list(named)}.' if named else ''}"

    def checks(self) -> list[Item]:
        """The questions, the graver first."""
        found = sorted(self.corpus.check_records, key=lambda one: _WEIGHT[one.severity])
        intro = "Something here does not fit together. The workbench asks; it does not judge."
        lines = [Check(one.check_id) for one in found[: 2 * MOST]]
        return [note(intro), *lines, *_more(len(found), "checks", 2 * MOST)] if found else []


def where(passage: "Passage") -> tuple[str, int, int]:
    """The place of a passage."""
    return passage.article_id, passage.start, passage.end


def _more(count: int, table: str, most: int = MOST) -> list[Item]:
    return [note(f"… and {count - most:,} more in the table {table}.")] if count > most else []


def _list(names: tuple[str, ...]) -> str:
    shown = "; ".join(names[:4])
    return f"{shown} and {len(names) - 4} more" if len(names) > 4 else shown


def _cut(text: str, most: int = 220) -> str:
    said = " ".join(text.split()).strip('“”"')
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0]} …"
