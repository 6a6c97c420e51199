"""Words that frame, side by side: loaded words, intensifiers, hedges and reporting verbs, by whose words they are."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any, ClassVar

from workbench.citing.say import count
from workbench.errors import OptionError
from workbench.lexicons.own import LISTS
from workbench.lexicons.wordlists import devices_of, pieces, taken_back, with_entry, without_entry
from workbench.model import Device, Wording
from workbench.review.decision import Layer
from workbench.review.items import RULES
from workbench.views import subject_groups
from workbench.views.edited import EditableView, Hand
from workbench.views.following import gathered
from workbench.views.sided import Row, Use
from workbench.views.subject import Subject
from workbench.views.wording_hand import DEVICES, WordingHand

_ORDER = DEVICES


class Loaded(EditableView):
    """A row a word of the word lists, a column a source: where it stands, in whose voice, how often.

    ``view.frame`` is the matrix as shown. Settable: ``kind`` (loaded, hedge, intensifier ...), ``voice`` ...
    ``add``, ``remove``, ``take_back`` and ``undo`` change the word lists, for all views of the corpus and its table
    ``wording``; ``changes`` lists what was changed, and ``message`` says where the last change is kept.

    >>> import workbench as wb
    >>> loaded = wb.views.Loaded(wb.load("The so-called experts met.\\n", progress=False))
    >>> loaded.remove("so-called")
    >>> loaded.add("experts", device="loaded", concept="praise")
    >>> loaded.changes
    ['added “experts” to loaded words', 'took “so called” out of loaded words']
    >>> list(loaded.frame.index)
    ['loaded: experts']
    """

    title = "Loaded words, side by side"
    placeholder = "Find a word …"
    row_label = "Word and what it is about"
    silence = "Not in"
    known = {"kind": tuple(DEVICES)}  # noqa: RUF012 - read only
    layers = (Layer.WORDING,)
    detail_first = "Click a row to see the word in its sentences."
    heeds: ClassVar[frozenset[str]] = frozenset({LISTS})
    made_of: ClassVar[tuple[str, ...]] = ("_all", "_words")

    def rows(self) -> tuple[Row, ...]:
        """Loaded words first, then the others; within each, those of most sources first."""
        found = self._words
        made = [
            Row(
                f"{device.value}: {entry}",
                entry,
                device.value,
                tuple(map(_use, some)),
                sub=_about(device, some),
                sought=(f"“{entry}” in any of its forms",),
            )
            for (device, entry), some in found.items()
        ]
        order = {device.value: at for at, device in enumerate(_ORDER)}
        return tuple(sorted(made, key=lambda row: (order[row.kind], row.rank)))

    @cached_property
    def _words(self) -> dict[tuple[Device, str], list[Wording]]:
        found: dict[tuple[Device, str], list[Wording]] = defaultdict(list)
        for word in self.corpus.framing.wording:
            if word.device is not Device.CHOICE:
                found[word.device, _entry(word)].append(word)
        return found

    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """By row: how many of its places were confirmed, corrected or added."""
        parts = {
            f"{device.value}: {entry}": map(RULES[Layer.WORDING].key, some)
            for (device, entry), some in self._words.items()
        }
        return gathered(super().marks(), parts)

    def rejected(self) -> int:
        """How many places were rejected."""
        return len(self.reviewed.framing.worded.rejected) if self.reviewed else 0

    def parts_of(self, row: Row) -> tuple[Subject, ...]:
        """The places where a word stands."""
        return tuple(map(self.subjects.wording, self._words[Device(row.kind), row.name][: subject_groups.MOST]))

    # -- changes of the lists -------------------------------------------------------------------------------------

    def add(self, words: str, device: str | Device = Device.LOADED, *, concept: str = "", keep: bool = True) -> None:
        """Count `words` (a word or phrase, in any inflection) as `device`, and keep that beside the articles.

        With `keep` false no file is written. Raises OptionError for words or a device that cannot be.
        """
        one = _device(device)
        said = self.own.use(with_entry(self.own.edits.lists, words, one, concept=concept or None), keep=keep)
        entry = " ".join(words.split())
        places = [word for word in self.corpus.framing.wording if word.device is one and _entry(word) == entry]
        articles = len({word.passage.article_id for word in places})
        found = f"{count(len(places), 'place')} in {articles} of {count(len(self.corpus), 'article')}"
        if not places:
            found = "it stands nowhere in these articles as it is typed (a name needs its capital)"
        self._tell(f"Added “{entry}” to the {one.value} words: {found}. {said.message}", f"{one.value}: {entry}")

    def remove(self, words: str = "", device: str | Device = "", *, keep: bool = True) -> None:
        """Take `words` (the selected row's entry) out of the lists, whoever put them there.

        Raises OptionError where the lists do not have them, or have them as several devices and none is named.
        """
        entry, one = (words, self._meant(words, device)) if words else self.entry or _nothing()
        said = self.own.use(without_entry(self.own.edits.lists, entry, one), keep=keep)
        self._tell(f"Took “{entry}” out of the {one.value} words. {said.message}")

    def take_back(self, words: str, device: str | Device, *, keep: bool = True) -> None:
        """Have `words` as they came with the workbench: an own entry goes, one taken out comes back.

        Raises OptionError where nothing was changed about them.
        """
        one = _device(device)
        said = self.own.use(taken_back(self.own.edits.lists, words, one), keep=keep)
        self._tell(f"“{words}” of the {one.value} words is as it came. {said.message}")

    def undo(self, *, keep: bool = True) -> None:
        """Take the last change of this session back; nothing where there is none."""
        if self.own.undo_list(keep=keep):
            self._tell(f"Took the last change of the lists back. {self.own.kept.message}")

    @property
    def changes(self) -> list[str]:
        """The words added and taken out, of earlier sessions too."""
        return [what for _, _, what in self.own.list_changes]

    @property
    def entry(self) -> tuple[str, Device] | None:
        """The entry of the selected row and its device; None where no row is selected."""
        return (self._row.name, Device(self._row.kind)) if self._row else None

    def _meant(self, words: str, device: str | Device) -> Device:
        if device:
            return _device(device)
        found = devices_of(self.own.edits.lists, words)
        seen = [one for one in found if any(row.kind == one and pieces(row.name) == pieces(words) for row in self._all)]
        if len(seen or found) > 1:
            named = ", ".join(one.value for one in found)
            raise OptionError(f"“{words}” is in several lists ({named}): say which with device=...")
        return (seen or found or (Device.LOADED,))[0]

    # -- what is shown --------------------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a change of the lists to take back."""
        return self.own.can_undo_list

    def hand(self) -> Hand:
        """The controls below the table."""
        return WordingHand(self)

    def heading(self) -> str:
        """How many words of each sort there are, and how many of the loaded ones are the sources' own."""
        uses = [(row.kind, use.voice.value) for row in self._all for use in row.uses]
        if not uses:
            return f"no words of the word lists in {count(len(self.corpus), 'article')}"
        loaded = [voice for kind, voice in uses if kind == Device.LOADED.value]
        kinds = [kind for kind, _ in uses]
        others = [f"{count(kinds.count(one.value), one.value)}" for one in _ORDER[1:] if one.value in kinds]
        own = loaded.count("narrator")
        return " · ".join([f"{count(len(loaded), 'loaded word')}, {own} of them in the sources' own voice", *others])

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No word fits: take a word out of the find box, or choose All in the filters."
        return "None of the words in the word lists stands in these articles."


def _entry(word: Wording) -> str:
    return (word.lexicon or "").partition(": ")[2] or " ".join(word.passage.surface.split()).casefold()


def _about(device: Device, some: list[Wording]) -> str:
    about = next((word.concept for word in some if word.concept), None)
    return " · ".join(part for part in (device.value, about) if part)


def _use(word: Wording) -> Use:
    return Use(" ".join(word.passage.surface.split()), word.passage, word.voice, word.speaker)


def _device(named: str | Device) -> Device:
    try:
        return Device(str(named).strip().lower().replace("_", " "))
    except ValueError:
        raise OptionError(
            f"There is no list of {str(named)[:40]!r} words; there are {', '.join(one.value for one in DEVICES)}."
        ) from None


def _nothing() -> Any:
    raise OptionError("Select a row first, or name the word to take out.")
