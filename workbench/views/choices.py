"""The words that sources choose for one and the same thing or act, side by side."""

from collections import defaultdict

from workbench.model import Wording
from workbench.views.say import count
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use


class Choices(SideView):
    """A row a thing or act that has several names, a column a source: which words it chooses, and how often.

    ``view.frame`` is the matrix as shown, ``view.selected`` the concept of the row looked at.
    """

    title = "Word choice, side by side"
    placeholder = "Find a word …"
    row_label = "One thing or act"
    silence = "None of these words in"
    detail_first = "Click a row to see every word in its sentence."

    def rows(self) -> tuple[Row, ...]:
        """What most sources name first, then what has most uses."""
        found: dict[str, list[Wording]] = defaultdict(list)
        for word in self.corpus.framing.choices:
            found[word.concept or ""].append(word)
        made = [
            Row(
                concept,
                concept[:1].upper() + concept[1:],
                "",
                tuple(map(_use, some)),
                sub=count(len(some), "use"),
                sought=tuple(dict.fromkeys(" ".join(word.passage.surface.casefold().split()) for word in some))[:10],
            )
            for concept, some in found.items()
        ]
        return tuple(sorted(made, key=lambda row: (-len({u.passage.article_id for u in row.uses}), -len(row.uses))))

    def heading(self) -> str:
        """How many things and acts have several names."""
        if not self._all:
            return f"no two sources use different words for one thing in {count(len(self.corpus), 'article')}"
        things = "thing or act" if len(self._all) == 1 else "things and acts"
        return f"{len(self._all):,} {things} for which the sources choose different words"

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No word fits: take a word out of the find box, or choose All in the filters."
        return "No two sources were found to use different words for one thing: it takes several articles on one event."


def _use(word: Wording) -> Use:
    return Use(" ".join(word.passage.surface.split()), word.passage, word.voice, word.speaker)
