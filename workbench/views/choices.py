"""The words that sources choose for one and the same thing or act, side by side; the analyst says what is one."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from workbench.citing.say import count
from workbench.compare import recast
from workbench.errors import OptionError
from workbench.lexicons.concepts import Change, change, told
from workbench.lexicons.own import ACTS, CHOICES
from workbench.model import Wording
from workbench.review.decision import Layer
from workbench.review.items import RULES
from workbench.views import sided, subject_groups
from workbench.views.choices_hand import ChoicesHand
from workbench.views.edited import EditableView, Hand
from workbench.views.following import gathered
from workbench.views.sided import Row, Use
from workbench.views.subject import Subject


class Choices(EditableView):
    """A row a thing or act that has several names, a column a source: which words it chooses, and how often.

    ``view.frame`` is the matrix as shown, ``view.selected`` the concept of the row looked at. ``rename``, ``merge``,
    ``split``, ``take_out``, ``add``, ``make``, ``same_act`` and ``undo`` say what counts as one, for all views of the
    corpus and its table ``wording``; ``changes`` lists what was said, and ``message`` where it is kept. ``as_found``
    are the choices without it.

    >>> import workbench as wb
    >>> choices = wb.views.Choices(wb.load("The hikers left. The climbers stayed.\\n", progress=False))
    >>> choices.make("those on the hill", "hiker, climber")
    >>> choices.changes, choices.frame["uses"].tolist()
    (['made “those on the hill” of “hiker”, “climber”'], [2])
    """

    title = "Word choice, side by side"
    drawn = "choices"
    placeholder = "Find a word …"
    row_label = "One thing or act"
    silence = "None of these words in"
    legend = (
        f"{sided.LEGEND} “X + Y”: words for one act on one thing; “… : what” and “… : by whom”: words for what it is "
        "done to, and for who does it."
    )
    layers = (Layer.WORDING,)
    detail_first = "Click a row to see every word in its sentence."
    heeds: ClassVar[frozenset[str]] = frozenset({CHOICES, ACTS})
    made_of: ClassVar[tuple[str, ...]] = ("_all", "_words")

    def rows(self) -> tuple[Row, ...]:
        """What most sources name first, then what has most uses."""
        found = self._words
        hand = {one.named for one in self.own.edits.choices if one.kind != "act"}
        made = [
            Row(
                concept,
                concept[:1].upper() + concept[1:],
                "",
                tuple(map(_use, some)),
                sub=count(len(some), "use") + (" · by hand" if concept in hand else ""),
                sought=tuple(dict.fromkeys(" ".join(word.passage.surface.casefold().split()) for word in some))[:10],
            )
            for concept, some in found.items()
        ]
        return tuple(sorted(made, key=lambda row: row.rank))

    @cached_property
    def _words(self) -> dict[str, list[Wording]]:
        found: dict[str, list[Wording]] = defaultdict(list)
        for word in self.corpus.framing.choices:
            found[word.concept or ""].append(word)
        return found

    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """By row: how many of its places were confirmed, corrected or added."""
        parts = {key: map(RULES[Layer.WORDING].key, some) for key, some in self._words.items()}
        return gathered(super().marks(), parts)

    def rejected(self) -> int:
        """How many places were rejected."""
        return len(self.reviewed.framing.chosen.rejected) if self.reviewed else 0

    def parts_of(self, row: Row) -> tuple[Subject, ...]:
        """The words for a thing or act, each where it stands."""
        return tuple(map(self.subjects.wording, self._words[row.key][: subject_groups.MOST]))

    # -- what counts as one ---------------------------------------------------------------------------------------

    def rename(self, label: str, concept: str = "", *, keep: bool = True) -> None:
        """Call a thing or act (the selected one) `label`. Raises OptionError for no name, or one that is taken."""
        self._choose(change("rename", self._meant(concept), label=label), keep)

    def merge(self, other: str, concept: str = "", *, keep: bool = True) -> None:
        """Count the words of `other` as words for this one (the selected one). Raises OptionError where one is none."""
        self._choose(change("merge", self._meant(concept), other=other), keep)

    def split(self, words: str | Sequence[str], label: str = "", concept: str = "", *, keep: bool = True) -> None:
        """Take `words` (as :meth:`words` has them) out of this one into one of their own, called `label`.

        Raises OptionError for words that it does not have, for all of them, and for a name that is taken.
        """
        self._choose(change("split", self._meant(concept), words=words, label=label), keep)

    def take_out(self, words: str | Sequence[str], concept: str = "", *, keep: bool = True) -> None:
        """Do not count `words` as words for this one (the selected one). Raises OptionError where it has them not."""
        self._choose(change("out", self._meant(concept), words=words), keep)

    def add(self, words: str | Sequence[str], concept: str = "", *, keep: bool = True) -> None:
        """Count `words` of your own, in any inflection, as words for this one. Raises OptionError where none stands."""
        self._choose(change("add", self._meant(concept), words=words), keep)

    def make(self, label: str, words: str | Sequence[str], *, keep: bool = True) -> None:
        """Make a thing or act `label` of `words` of your own: a list, or words parted by commas.

        Raises OptionError where none of them stands in the articles, and for a name that is taken.
        """
        self._choose(change("make", label=label, words=words), keep)

    def same_act(self, verb: str, other: str, *, keep: bool = True) -> None:
        """Count two verbs as one act: in word choice, and where claims of several articles are compared."""
        self._choose(change("act", words=(verb, other)), keep)

    def undo(self, *, keep: bool = True) -> None:
        """Take the last change back, of an earlier session too; nothing where there is none."""
        last = self.own.undo_choice(keep=keep)
        if last is not None:
            self._tell(f"Took back: {told(last)}. {self.own.kept.message}", last.concept)

    @property
    def changes(self) -> list[str]:
        """What the analyst said counts as one, in words, of earlier sessions too."""
        return self.own.choice_changes

    @property
    def as_found(self) -> tuple[Wording, ...]:
        """The choices as the machine found them; verbs of one act are counted as the analyst says."""
        return self.corpus.framing.choices_as_found

    def words(self, concept: str = "") -> dict[str, int]:
        """The words of a thing or act (the selected one), and how often each is used."""
        meant = self._meant(concept)
        found = (recast.word_of(word) for word in self.corpus.framing.choices if word.concept == meant)
        return dict(Counter(found).most_common())

    def _meant(self, concept: str) -> str:
        if not (concept or self.state.selected):
            raise OptionError("Select a row first, or name one: the index of .frame holds what there is.")
        return concept or self.state.selected

    def _choose(self, one: Change, keep: bool) -> None:
        framing = self.corpus.framing
        recast.recast(framing.choices, (one,), framing.places_of)  # raises here where the change does not fit
        said = self.own.choose(one, keep=keep)
        what = told(one)
        self._tell(f"{what[:1].upper()}{what[1:]}. {said.message}", one.named)

    # -- what is shown --------------------------------------------------------------------------------------------

    def hand(self) -> Hand:
        """The controls below the table."""
        return ChoicesHand(self)

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
