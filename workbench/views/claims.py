"""What is told where: claims by source, how prominently, and who is silent."""

from functools import cached_property

from workbench.charts.palette import cut
from workbench.extract.voices import Voices
from workbench.markup import Html, tag
from workbench.model import Article, Claim, Passage, Role, Voice
from workbench.views import sided
from workbench.views.grid import Cell, Column, Line
from workbench.views.say import count
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use

_LEAD = 3  # paragraphs
_HEAD = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY})
PROMINENT, LATER, ONLY_QUOTED, SILENT = "■", "▪", "“", "·"


class Claims(SideView):
    """A row a claim, a column a source: whether it has it, how prominently, and on whose word.

    ``view.frame`` is the matrix as shown, ``view.selected`` the claim_id of the row looked at.
    """

    title = "What is told where"
    placeholder = "Find a claim …"
    row_label = "Claim"
    silence = "Silent"
    detail_first = "Click a row to see each source's words, and what was looked for where it is silent."
    legend = (
        f"{PROMINENT} headline, summary or first {_LEAD} paragraphs · {LATER} later · {ONLY_QUOTED} only in a quote · "
        f"{SILENT} silent; the per cent say how far down the text it first stands."
    )

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.claim_id: claim for claim in self.corpus.framing.claims}

    @cached_property
    def _voices(self) -> dict[str, Voices]:
        quotes = self.corpus.framing.quotes_of
        return {article.article_id: Voices(quotes.get(article.article_id, ())) for article in self.corpus.documents}

    def rows(self) -> tuple[Row, ...]:
        """What most sources tell first."""
        order = sorted(self.claims.values(), key=lambda claim: -len(claim.article_ids))
        return tuple(
            Row(
                claim.claim_id,
                claim.label[:1].upper() + claim.label[1:],
                claim.kind,
                tuple(self._use(passage) for passage in claim.passages),
                sub=f"{len(claim.article_ids)} of {len(self.corpus)} sources",
                sought=claim.sought,
            )
            for claim in order
        )

    def _use(self, passage: Passage) -> Use:
        voice, speaker = self._voices[passage.article_id].at(passage.start, passage.end)
        return Use(cut(" ".join(passage.surface.split()), 80), passage, voice, speaker)

    @cached_property
    def columns(self) -> tuple[Column, ...]:  # type: ignore[override]
        """The claim, a column a source, who is named as saying it."""
        return (*super().columns, Column("origins", "Origins named"))

    def _line(self, row: Row) -> Line:
        uses = self.sides.uses(row)
        cells = (self.cell(uses.get(key, [])) for key in self.sides.columns)
        origins = self.claims[row.key].origins
        named = Cell(cut("; ".join(origins), 90), sub=count(len(origins), "origin")) if origins else Cell("–", dim=True)
        return Line(row.key, (Cell(row.name, strong=True, sub=row.sub), *cells, named))

    def cell(self, uses: list[Use]) -> Cell:
        """How prominently a source has the claim."""
        if not uses:
            return Cell(SILENT, dim=True)
        first = uses[0].passage
        article = self.corpus.document(first.article_id)
        if all(use.voice is Voice.QUOTED for use in uses):
            return Cell(ONLY_QUOTED, sub=_place(article, first))
        return Cell(
            PROMINENT if any(leads(article, use.passage) for use in uses) else LATER, sub=_place(article, first)
        )

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
        panel = sided.render(self.sides, self._row, self.silence)
        return panel + tag("p", named, class_="wb-cite")

    @property
    def _row_sources(self) -> tuple[str, ...]:
        return self.claims[self._row.key].article_ids if self._row else ()

    def heading(self) -> str:
        """How many claims all, several and single sources tell."""
        total, claims = len(self.corpus), self.claims.values()
        if not claims:
            return f"no claims in {count(total, 'article')}"
        everywhere = sum(len(claim.article_ids) == total for claim in claims)
        alone = sum(len(claim.article_ids) == 1 for claim in claims)
        return f"{count(len(claims), 'claim')} · {everywhere} told by all {total} · {alone} by one source only"

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No claim fits: take a word out of the find box, or choose All in the filters."
        return "No claims were found in these articles. See 00-start for what was read, and in which language."


def leads(article: Article, passage: Passage) -> bool:
    """Whether the passage stands in the headline, a summary or one of the first paragraphs of text."""
    block = article.block_at(passage.start)
    if block.role in _HEAD:
        return True
    body = [one.start for one in article.blocks if one.role is Role.BODY][:_LEAD]
    return block.role is Role.BODY and block.start in body


def _place(article: Article, passage: Passage) -> str:
    return f"{100 * passage.start // max(1, len(article.text))}%"
