"""Words that frame, side by side: loaded words, intensifiers, hedges and reporting verbs, by whose words they are."""

from collections import defaultdict

from workbench.model import Device, Wording
from workbench.views.say import count
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use

_ORDER = (Device.LOADED, Device.INTENSIFIER, Device.HEDGE, Device.REPORTING_VERB)


class Loaded(SideView):
    """A row a word of the word lists, a column a source: where it stands, in whose voice, how often.

    ``view.frame`` is the matrix as shown. Settable: ``kind`` (loaded, hedge, intensifier ...), ``voice`` ...
    """

    title = "Loaded words, side by side"
    placeholder = "Find a word …"
    row_label = "Word and what it is about"
    silence = "Not in"
    detail_first = "Click a row to see the word in its sentences."

    def rows(self) -> tuple[Row, ...]:
        """Loaded words first, then the others; within each, those of most sources first."""
        found: dict[tuple[Device, str], list[Wording]] = defaultdict(list)
        for word in self.corpus.framing.wording:
            if word.device is not Device.CHOICE:
                found[word.device, _entry(word)].append(word)
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
        return tuple(
            sorted(
                made, key=lambda row: (order[row.kind], -len({u.passage.article_id for u in row.uses}), -len(row.uses))
            )
        )

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
    return (word.lexicon or "").rpartition(": ")[2] or " ".join(word.passage.surface.split()).casefold()


def _about(device: Device, some: list[Wording]) -> str:
    about = next((word.concept for word in some if word.concept), None)
    return " · ".join(part for part in (device.value, about) if part)


def _use(word: Wording) -> Use:
    return Use(" ".join(word.passage.surface.split()), word.passage, word.voice, word.speaker)
