"""The words that set each source apart, with every place at which they stand."""

from workbench.citing.say import count
from workbench.model import Distinction
from workbench.views.grid import Cell
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use


class Distinctive(SideView):
    """A row a word that one source uses more than the others, a column a source: how often each has it.

    The order is that of the weighted log-odds (Monroe, Colaresi & Quinn 2008); a few articles prove nothing in general.
    """

    title = "Words that set a source apart"
    drawn = "distinctive"
    placeholder = "Find a word …"
    row_label = "Word"
    silence = "Not in"
    detail_first = "Click a row to see the word in its sentences."
    legend = (
        "Numbers: how often each source has the word, outside quotes. In order of z, the weighted log-odds: the "
        "higher, the more the word is this source’s. A few articles prove nothing in general."
    )
    kind_label = "Most in"
    filters = ("kind",)
    wordy = False

    def rows(self) -> tuple[Row, ...]:
        """The most distinctive word of any source first."""
        found: dict[str, list[Distinction]] = {}
        for one in sorted(self.corpus.framing.distinctive, key=lambda one: -one.z):
            found.setdefault(one.word, []).append(one)
        names = self._names
        return tuple(
            Row(
                word,
                word,
                names[some[0].article_id],
                tuple(Use(word, passage) for passage in (*some[0].passages, *some[0].others)),
                sub=f"{names[some[0].article_id]}: {some[0].per_thousand:.1f} per 1,000 words · z {some[0].z:.1f}",
                sought=(f"“{word}” in any of its forms, outside quotes",),
            )
            for word, some in found.items()
        )

    @property
    def _names(self) -> dict[str, str]:
        from workbench.citing import sources

        return dict(sources.of(self.corpus.documents).names)

    def cell(self, uses: list[Use]) -> Cell:
        """How often a source has the word."""
        return Cell(str(len(uses)))

    def heading(self) -> str:
        """How many words are listed."""
        if len(self.corpus) < 2:
            return "nothing to compare: it takes two articles or more"
        return (
            f"{count(len(self._all), 'word')} that one of {count(len(self.corpus), 'source')} uses more than the others"
        )

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No word fits: take a word out of the find box, or choose All in the filters."
        return "Nothing to compare: it takes two articles or more."
