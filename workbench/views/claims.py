"""What is told where: claims by source, how prominently, and who is silent."""

from dataclasses import replace
from functools import cached_property
from typing import ClassVar

from workbench.charts.palette import cut
from workbench.citing import sources
from workbench.citing.say import count
from workbench.compare import prominence
from workbench.compare.prominence import LEAD_PARAGRAPHS, Prominence
from workbench.lexicons.own import ACTS
from workbench.markup import Html, tag
from workbench.model import Claim, Passage
from workbench.review.decision import Layer
from workbench.views import sided, subject_groups
from workbench.views.bar import Group
from workbench.views.edited import EditedView
from workbench.views.grid import Cell, Column, Line
from workbench.views.sided import Row, Use
from workbench.views.subject import Subject

_SYMBOL = {Prominence.LEAD: "■", Prominence.LATER: "▪", Prominence.QUOTED: "“"}
_MEANS = {Prominence.LEAD: "In the lead", Prominence.LATER: "Later", Prominence.QUOTED: "Only in a quote"}
_SILENT, _COPY = "·", "="


class Claims(EditedView):
    """A row a claim, a column a source: whether it has it, how prominently, and on whose word.

    ``view.frame`` is the matrix as shown, ``view.selected`` the claim_id of the row looked at.
    """

    title = "What is told where"
    drawn = "coverage"
    placeholder = "Find a claim …"
    row_label = "Claim"
    silence = "Silent"
    layers = (Layer.CLAIM,)
    detail_first = "Click a row to see each source's words, and what was looked for where it is silent."
    legend = (
        f"■ in the headline, the summary or the first {LEAD_PARAGRAPHS} paragraphs; ▪ later; “ only in a quote; "
        "· silent (rest on it to see what was looked for); = repeats another source. "
        "Per cent: how far down the text it first stands."
    )
    only_label = "Told by"
    wordy = False
    filters = ("kind", "voice", "only", "source", "silent")

    heeds: ClassVar[frozenset[str]] = frozenset({ACTS})
    made_of: ClassVar[tuple[str, ...]] = ("_all", "claims")

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.claim_id: claim for claim in self.corpus.framing.claims}

    def rows(self) -> tuple[Row, ...]:
        """What most sources tell first."""
        order = sorted(self.claims.values(), key=lambda claim: -len(claim.article_ids))
        return tuple(
            Row(
                claim.claim_id,
                claim.label[:1].upper() + claim.label[1:],
                claim.kind,
                tuple(self._use(passage) for passage in claim.passages),
                sub=f"{len(claim.article_ids)} of {count(self.total, 'source')}",
                sought=claim.sought,
            )
            for claim in order
        )

    def _use(self, passage: Passage) -> Use:
        voice, speaker = self.corpus.framing.voices_of[passage.article_id].at(passage.start, passage.end)
        return Use(cut(" ".join(passage.surface.split()), 80), passage, voice, speaker)

    @property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The claim, a column a source, who is named as saying it."""
        return (*super().columns, Column("origins", "Origins named"))

    def _line(self, row: Row) -> Line:
        uses = self.sides.uses(row)
        cells = (self.cell(uses[key]) if uses.get(key) else self.none(row, key) for key in self.with_column)
        origins = self.claims[row.key].origins
        named = Cell(cut("; ".join(origins), 90), sub=count(len(origins), "origin")) if origins else Cell("–", dim=True)
        return Line(row.key, (Cell(row.name, strong=True, sub=row.sub), *cells, named))

    def cell(self, uses: list[Use]) -> Cell:
        """How prominently a source has the claim."""
        passages = [use.passage for use in uses]
        key = passages[0].article_id
        how, share = prominence.of(self.corpus.document(key), passages, self.corpus.framing.voices_of[key])
        first = sided.told(uses[:1])
        return Cell(_SYMBOL[how], sub=f"{share:.0%}", strong=True, title=f"{_MEANS[how]}: {first}")

    def none(self, row: Row, article_id: str) -> Cell:
        """A dot where a source is silent, with what was looked for; = for an article that repeats another."""
        if other := self.copies.get(article_id):
            return Cell(_COPY, dim=True, title=f"It repeats {other}, and counts as no source of its own.")
        return self.blank(article_id) or Cell(_SILENT, dim=True, title=self.sought(row, article_id))

    def subject(self) -> Subject | None:
        """The selected claim."""
        return subject_groups.claim(self.subjects, self.claims[self._row.key]) if self._row else None

    def detail(self) -> Html:
        """Each source's words, who is silent, what was looked for, and on whose word it is told."""
        if self._row is None:
            return Html("")
        origins = self.claims[self._row.key].origins
        named = (
            f"Told by {count(len(self._row_sources), 'source')}, on the word of {count(len(origins), 'named origin')}: "
            f"{'; '.join(origins)}."
            if origins
            else f"Told by {count(len(self._row_sources), 'source')}; none names where it has it from."
        )
        panel = sided.render(self.sides, self._row, self.silence, self.copies)
        names = self.sides.sources.names
        again = "; ".join(
            f"{names[key]} repeats {other}, and counts as no source" for key, other in self.copies.items()
        )
        return panel + tag("p", named, f" {again}." if again else "", class_="wb-cite")

    @cached_property
    def copies(self) -> dict[str, str]:
        """The articles that repeat another: their ids, and what the other is called."""
        names = sources.of(self.corpus.documents).names
        there = (article for article in self.corpus.documents if article.duplicate_of)
        return {article.article_id: names.get(article.duplicate_of or "", "another") for article in there}

    @property
    def total(self) -> int:
        """How many sources there are; one that repeats another is none, and one in which nothing was looked for."""
        return len(self.corpus) - len(self.copies.keys() | {*self.unread})

    def groups(self) -> tuple[Group, ...]:
        """The filters; an article that repeats another is not silent."""
        names = {self.sides.sources.names[key] for key in self.copies}
        made = super().groups()
        kept = {one: tuple(option for option in one.options if option.value not in names) for one in made}
        return tuple(replace(one, options=some) if one.name == "silent" else one for one, some in kept.items())

    @property
    def _row_sources(self) -> tuple[str, ...]:
        return self.claims[self._row.key].article_ids if self._row else ()

    def heading(self) -> str:
        """How many claims all, several and single sources tell."""
        total, claims = self.total, self.claims.values()
        if not claims:
            return f"no claims in {count(len(self.corpus), 'article')}"
        everywhere = sum(len(claim.article_ids) == total for claim in claims)
        alone = sum(len(claim.article_ids) == 1 for claim in claims)
        told = f"{count(len(claims), 'claim')} in {count(total, 'source')}"
        return f"{told} · {everywhere} told by all · {alone} by one source only" if total > 1 else told

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No claim fits: take a word out of the find box, or choose All in the filters."
        return "No claims were found in these articles. See 00-start for what was read, and in which language."
