"""The briefing that nobody has picked: templates filled with what the tables hold, and nothing else."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.briefing.items import Briefing, Chart, Check, Claim, Heading, Item, Maker, Quantity, Statement, Text
from workbench.charts import unread
from workbench.citing import place
from workbench.export.document import drafted_alone, drafted_framing, drafted_method
from workbench.export.document.independent import Independence
from workbench.export.document.looked_up import whole
from workbench.export.document.phrases import counted, cut, ended, listed, unhung
from workbench.export.document.resolve import labels
from workbench.export.document.told_by_several import verbatim
from workbench.model import Fidelity, Severity, Verdict

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Claim as Told
    from workbench.model import Passage, Quote, QuotePair
    from workbench.model import Quantity as Measured

#: Lines of a section; the tables of the pack have everything.
MOST = 10
_MOST_ASKED = 14
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
        section("What only one source says", drafted_alone.alone(corpus, work.names)),
        section("Who is quoted", drafted_framing.quoted(corpus, work.names, work.altered)),
        section("How it is worded", drafted_framing.worded(corpus, work.names)),
        section("When it happened", drafted_framing.dated(corpus, work.names)),
        section("What to check", work.checks()),
        section("The sources", drafted_method.sources(corpus, work.names)),
        section("How the numbers were made", drafted_method.method(corpus)),
    )
    count = counted(len(corpus.documents), "article")
    name = title or f"Briefing: {count}{' side by side' if len(corpus.documents) > 1 else ''}"
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
        self.altered: set[str] = set()  # utterances that sources quote in different words
        self.asked: set[frozenset[tuple[str, int, int]]] = set()  # places of what differs, said once

    def lead(self) -> list[Item]:
        """What was compared, in a few lines."""
        corpus = self.corpus
        words = sum(row["words"] for row in corpus.rows("articles"))
        days = sorted(str(row["published"])[:10] for row in corpus.rows("articles") if row["published"])
        when = "" if not days else f" of {days[0]}" if days[0] == days[-1] else f" of {days[0]} to {days[-1]}"
        found: list[Item] = [note(f"{counted(len(corpus.documents), 'article')}{when}, {words:,} words.")]
        nameless = [self.names[one.article_id] for one in corpus.documents if one.source is None]
        if nameless:
            one = len(nameless) == 1
            said = "An article whose source is not known goes" if one else "Articles whose source is not known go"
            found.append(note(f"{said} by the name of the file: {listed(nameless, 6)}."))
        unserved = unread.told([self.names[key] for key in unread.of(corpus.documents)])
        if unserved:
            found.append(note(f"{unserved}"))
        if len(self.names) < 2:
            return found
        parts = [
            (Verdict.AGREE, "on {:,} the sources agree"),
            (Verdict.COMPATIBLE, "on {:,} they differ, but all can be true"),
            (Verdict.CONFLICT, "on {:,} they conflict"),
        ]
        counts = [(sum(one.verdict is verdict for one in self.shared), said) for verdict, said in parts]
        verdicts = "; ".join(said.format(count) for count, said in counts if count)
        quantities = counted(len(self.shared), "number is", "numbers are")
        asked = counted(len(self.corpus.check_records), "question is", "questions are")
        said = f"{quantities} given by two or more sources{f': {verdicts}' if verdicts else ''}. "
        said += f"{counted(len(self.told), 'claim is', 'claims are')} made by two or more."
        said += f" {asked} worth a check." if self.corpus.check_records else ""
        return [*found, note(said)]

    def established(self) -> list[Item]:
        """What several sources agree on: first what independent origins tell, then what rests on one origin."""
        agreed = [one for one in self.shared if one.verdict is Verdict.AGREE]
        several = self._once([one for one in self.told if one.kind != "figure"])
        claims = [one for one in several if whole(one) or verbatim(self.corpus, one)]
        counts = {
            **{one.quantity_id: self.independence.count(f.passage for f in one.figures) for one in agreed},
            **{one.claim_id: self.independence.count(one.passages) for one in claims},
        }
        found: list[Item] = []
        for many, head, intro, most in (
            (
                True,
                "By independent origins",
                "Told by two or more sources on the word of different origins or, where none is named, in their own.",
                MOST,
            ),
            (
                False,
                "By several sources, from one origin",
                "Told by several sources, but only one origin is named, or they share the text: count it once.",
                MOST // 2,
            ),
        ):
            lines: list[Item] = [Quantity(one.quantity_id) for one in agreed if (counts[one.quantity_id] > 1) is many]
            lines = lines[:MOST]
            lines += [Claim(one.claim_id) for one in claims if (counts[one.claim_id] > 1) is many][:most]
            if lines:
                found += [Heading(head, 2, Maker.MACHINE), note(intro), *lines]
        worded = [Claim(one.claim_id) for one in several if one not in claims]
        if worded:
            intro = (
                "These sources tell much the same. The sentence is that of one of them, and the others may put a "
                "detail of it otherwise: read the passages before you rely on it."
            )
            found += [Heading("Told by several sources, each in its own words", 2, Maker.MACHINE), note(intro)]
            found += worded[: MOST // 2]
        found += self._sums()
        most = max(8, min(20, len(self.shared)))
        return [*found, Chart("agreement", (("most", most),))] if self.shared else found

    def _once(self, claims: "list[Told]") -> "list[Told]":
        """The claims without those that stand in the very sentences of one before them."""
        kept: list[Told] = []
        labels: set[str] = set()
        sentences: list[set[tuple[str, int]]] = []
        for one in claims:
            articles = ((self.corpus.document(passage.article_id), passage) for passage in one.passages)
            spans = {(article.article_id, place.sentence(article, passage).start) for article, passage in articles}
            label = one.label.casefold()
            if label not in labels and not any(spans <= others for others in sentences):
                kept.append(one)
                labels.add(label)
                sentences.append(spans)
        return kept

    def _sums(self) -> list[Item]:
        """The sums that hold among figures of several places."""
        places = {one.figure_id: where(one.passage) for one in self.corpus.figure_records}
        lines: list[Item] = []
        for row in self.corpus.rows("relations"):
            if row["holds"] and "=" in row["expression"]:
                cited = tuple(places[key] for key in row["figure_ids"] if key in places)
                lines.append(Statement(ended(f"{row['expression']}: {row['note']}"), cited))
        return [Heading("Sums that hold", 2, Maker.MACHINE), *lines[:MOST]] if lines else []

    def differing(self) -> list[Item]:
        """Quantities that conflict, then those that fit together, then quotes that differ in words."""
        found: list[Item] = []
        for verdict, head in (
            (Verdict.CONFLICT, "They cannot all be true"),
            (Verdict.COMPATIBLE, "They differ, but can all be true"),
        ):
            some = [one for one in self.shared if one.verdict is verdict]
            if some:
                self._told(some[:MOST])
                lines = [Quantity(one.quantity_id) for one in some[:MOST]]
                found += [Heading(head, 2, Maker.MACHINE), *lines, *more(len(some), "quantities")]
        altered = self._altered()
        if altered:
            found += [Heading("Quoted in different words", 2, Maker.MACHINE), *altered]
        return [*found, Chart("quantities")] if self.shared and found else found

    def _told(self, quantities: "Iterable[Measured]") -> None:
        """Keep where the figures of these stand: a question that asks the same is not asked again."""
        self.asked |= {frozenset(where(figure.passage) for figure in one.figures) for one in quantities}

    def _altered(self) -> list[Item]:
        """A sentence for each utterance whose words differ inside the quote marks."""
        quotes = {quote.quote_id: quote for quote in self.corpus.voiced_quotes}
        decided = {row["quote_id"]: row.get("decided") for row in self.corpus.rows("quotes")}
        said: dict[str, Item] = {}
        for pair in self.corpus.quote_groups[1]:
            differs = pair.relation is Fidelity.ALTERED or pair.conflict
            known = pair.quote_a in quotes and pair.quote_b in quotes
            if differs and known and pair.utterance_id not in said and len(said) < MOST:
                a, b = quotes[pair.quote_a], quotes[pair.quote_b]
                states = [str(decided.get(one) or "machine") for one in (pair.quote_a, pair.quote_b)]
                status = next((state for state in states if state != "machine"), "machine")
                said[pair.utterance_id] = self._pair(pair, a, b, status)
                self.asked.add(frozenset((where(a.passage), where(b.passage))))
        self.altered = set(said)
        return list(said.values())

    def _pair(self, pair: "QuotePair", a: "Quote", b: "Quote", status: str) -> Item:
        one, other = self.names[a.passage.article_id], self.names[b.passage.article_id]
        who = f"{a.speaker} is quoted" if a.speaker else "A speaker who is not named is quoted"
        text = f"{who} as “{_words(a)}” by {one} and as “{_words(b)}” by {other}"
        text += f"; {pair.conflict}" if pair.conflict else ""
        return Statement(ended(text), (where(a.passage), where(b.passage)), status=status)

    def checks(self) -> list[Item]:
        """The questions, the graver first; those that what differs asks above only where there are no others."""
        places = {figure.figure_id: where(figure.passage) for figure in self.corpus.figure_records}
        found: list[Item] = []
        again: list[Item] = []
        for one in sorted(self.corpus.check_records, key=lambda one: _WEIGHT[one.severity]):
            about = {places[key] for key in one.figure_ids if key in places}
            about |= {where(passage) for passage in one.passages}
            known = bool(about) and any(about <= told for told in self.asked)
            (again if known else found).append(Check(one.check_id))
        if not found and not again:
            return []
        intro = "What does not fit together within these articles. The workbench asks; it does not judge."
        shown, rest = found or again, len(again) if found else 0  # a section of questions is never a mere pointer
        said = f"{counted(rest, 'more question is', 'more questions are')} asked by what differs, above."
        lines: list[Item] = [*shown[:_MOST_ASKED], *more(len(shown), "checks", _MOST_ASKED)]
        return [note(intro), *lines, *([note(said)] if rest else [])]


def where(passage: "Passage") -> tuple[str, int, int]:
    """The place of a passage."""
    return passage.article_id, passage.start, passage.end


def more(count: int, table: str, most: int = MOST) -> list[Item]:
    """What is said below a list that is cut; nothing where it is whole."""
    return [note(f"… and {count - most:,} more in the table {table}.")] if count > most else []


def _words(quote: "Quote") -> str:
    return unhung(cut(" ".join(quote.passage.surface.split()).strip('“”"«»„')))
