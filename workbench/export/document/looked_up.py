"""Items that a briefing names by their ids, as sentences: what the corpus says of them now."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.briefing import items
from workbench.charts import unread
from workbench.citing import place, say, sources
from workbench.compare.sentences import sentence
from workbench.export.document.blocks import Para
from workbench.export.document.cited import Citations
from workbench.export.document.decided import rests_on
from workbench.export.document.phrases import cut, ended, listed, unhung, worded
from workbench.export.document.told_by_several import Several, verbatim
from workbench.export.printable import line

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Claim, Passage
    from workbench.model import Quantity as Measured

_LONGEST = 900  # characters of a quote as it is shown
_MOST_SILENT = 3  # sources named that do not have a claim; more are counted
_ALONE = 300  # characters of the sentence that one source alone has
_BULLET = " •·–—*-"  # what opens an item of a list
_IDS = {"quantities": "quantity_id", "figures": "figure_id", "claims": "claim_id", "checks": "check_id"}


def whole(claim: "Claim") -> bool:
    """Whether the label of a claim says what its sources share: an act, or words quoted, and no sentence of one."""
    return claim.kind in ("act", "quote") and "…" not in claim.label


class LookedUp:
    """Points about figures, quantities, quotes, claims and questions."""

    def __init__(self, corpus: "Corpus", names: Mapping[str, str], citations: Citations) -> None:
        self._corpus = corpus
        self._names = names
        self._citations = citations

    def point(self, item: items.Item) -> Para:
        """What there is to say of the item; one that is no longer there says so."""
        found: Para | None = None
        match item:
            case items.Quantity(key):
                found = self._quantity(key)
            case items.Figure(key):
                found = self._figure(key)
            case items.Quote(key):
                found = self._quote(key)
            case items.Claim(key):
                found = self._claim(key)
            case items.Check(key):
                found = self._check(key)
        what = "question" if isinstance(item, items.Check) else type(item).__name__.lower()
        gone = f"A {what} that was picked is no longer found in the articles: look for it again, or leave it out."
        return found or Para(gone, items.Maker.MACHINE, point=True)

    def about(self, item: items.Item) -> Iterator[tuple[str, str]]:
        """The layers and keys of what analysts may have remarked on."""
        match item:
            case items.Quantity(key):
                yield "quantity", key
                found = self._quantities.get(key)
                yield from (("figure", one.figure_id) for one in (found.figures if found else ()))
            case items.Figure(key):
                yield "figure", key
            case items.Quote(key):
                row = self._row("quotes", key)
                yield "quote", str(row.get("quote_id", key))
                if row.get("utterance_id"):
                    yield "utterance", str(row["utterance_id"])
            case items.Claim(key):
                yield "claim", key
            case items.Check(key):
                yield "check", key

    def _quantity(self, key: str) -> Para | None:
        found = self._quantities.get(key)
        if found is None:
            return None
        said = sentence(found, self._names, sources=len(self._names))
        named = list(dict.fromkeys((*found.origins, *self._agencies(found))))
        said += f" Origins named: {'; '.join(named)}." if named else " No origin is named."
        rests = rests_on(self._own(figure.figure_id) for figure in found.figures)
        return self._point(said, [figure.passage for figure in found.figures], self._row("quantities", key), rests)

    def _agencies(self, found: "Measured") -> Iterator[str]:
        """The agencies whose tag an article bears that states a figure in its own words: "OSLO (Northern Press) -"."""
        own = {figure.passage.article_id for figure in found.figures if not figure.speaker}
        for origin in self._corpus.framing.origins:
            if origin.how == "wire tag" and origin.passage.article_id in own:
                yield f"{origin.name} (agency)"

    def _own(self, figure_id: str) -> Mapping[str, Any]:
        """The row of a figure; as the machine's where merely its quantity was put together or split by the analyst."""
        row = self._row("figures", figure_id)
        layers = getattr(self._corpus, "layers", None)
        if status(row) == "corrected" and layers is not None and figure_id not in layers.figures.decided:
            return {**row, "decided": "machine"}
        return row

    def _figure(self, key: str) -> Para | None:
        row = self._row("figures", key)
        if not row:
            return None
        spoken = f", according to {row['speaker']}" if row["speaker"] else ""
        said = f"{self._names[row['article_id']]}: {self._stated(row)}{spoken}"
        numbers = self._citations.add([(row["article_id"], row["start"], row["end"])])
        return Para(line(said), items.Maker.MACHINE, numbers, status(row), point=True)

    @staticmethod
    def _stated(row: Mapping[str, Any]) -> str:
        """The number as printed and what it counts; what it means besides, where the analyst corrected it."""
        surface = " ".join(str(row["surface"]).split())
        surface += f" ({row['counted']})" if row["counted"] else ""
        meaning = say.meaning(row) if status(row) in ("corrected", "added") else ""
        return f"{surface}, read as {meaning}" if meaning and meaning != surface else surface

    def _quote(self, key: str) -> Para | None:
        row = self._row("quotes", key)
        if not row:
            return None
        text, _ = place.clip(row["surface"], (0, min(_LONGEST, len(row["surface"]))), _LONGEST)
        said = line(text).strip('“”"«»„ ') if row["kind"] != "indirect" else line(text)
        said = said if row["kind"] == "indirect" else f"“{unhung(said)}”"
        numbers = self._citations.add([(row["article_id"], row["start"], row["end"])])
        spoken = line(row["speaker"] or "")
        return Para(said, items.Maker.MACHINE, numbers, status(row), point=True, speaker=spoken)

    def _claim(self, key: str) -> Para | None:
        found = next((one for one in self._corpus.framing.claims if one.claim_id == key), None)
        if found is None:
            return None
        row, rests = self._row("claims", key), self._rests(found.passages)
        if len(found.article_ids) == 1:
            return self._point(self._alone(found), self._best(found), row, rests)
        if verbatim(self._corpus, found):
            said = f"“{self._sentence(self._best(found)[0]).rstrip('.')}” – in the same words in {self._tellers(found)}"
        elif whole(found):
            label = unhung(found.label).rstrip(".")
            said = f"{label} – {'quoted' if found.kind == 'quote' else 'told'} by {self._tellers(found)}"
        else:
            first = self._best(found)[0]
            said = f"In the words of {self._names[first.article_id]}: “{self._sentence(first).rstrip('.')}” – "
            said += f"much the same in {self._tellers(found, first.article_id)}"
        named = [name for name in found.origins if not found.label.startswith(name)]
        said += f". Origins named: {'; '.join(named)}" if named else ""
        return self._point(f"{said}.", found.passages, row, rests)

    def _rests(self, passages: "Iterable[Passage]") -> str:
        """What the analyst did with the figures in these passages; empty where that is nothing."""
        inside = [
            row
            for one in passages
            for row in self._figures.get(one.article_id, ())
            if one.start <= row["start"] and row["end"] <= one.end
        ]
        return rests_on({row["figure_id"]: row for row in inside}.values())

    def _sentence(self, passage: "Passage") -> str:
        article = self._corpus.document(passage.article_id)
        span = place.sentence(article, passage)
        return cut(article.text[span.start : span.end].lstrip(_BULLET), _ALONE)

    def _tellers(self, claim: "Claim", but: str = "") -> str:
        """Who tells it, and who does not: by name where that is short; `but` is named already."""
        silent = claim.silent
        who = listed(self._named(one for one in claim.article_ids if one != but), 12)
        if not silent:
            return who if but or unread.of(self._corpus.documents) else f"all: {who}"
        if len(silent) <= _MOST_SILENT:
            return f"{who}; not by {listed(self._named(silent), joint='or')}"
        return f"{who}; not found in the {worded(len(silent))} others"

    def _alone(self, claim: "Claim") -> str:
        """A claim of one source in the words of its article: a whole sentence reads better than a part of it."""
        if claim.kind == "quote":
            return ended(claim.label)
        first = self._best(claim)[0]
        said, span = ended(self._sentence(first)), place.sentence(self._corpus.document(first.article_id), first)
        if not self._several.are_in(span, first.article_id):
            return said
        own = (row for row in self._figures.get(first.article_id, ()) if row["start"] == first.start)
        words = " ".join(first.surface.split())
        written = any(char.isdigit() for char in words)  # half, two: as it stands there
        number = next((say.meaning(row) for row in own), "") if written else ""
        number = number or f"“{words}”"
        return f"{said} (Others tell part of this; not found there: {number}.)"

    @cached_property
    def _several(self) -> Several:
        return Several(self._corpus)

    def _best(self, claim: "Claim") -> "list[Passage]":
        """The passages of a claim, those of the running text before headlines."""
        roles = {"headline": 1, "subheading": 1, "caption": 1}
        own = [one for one in claim.passages if one.article_id in self._names]

        def rank(one: "Passage") -> int:
            return roles.get(self._corpus.document(one.article_id).block_at(one.start).role.value, 0)

        return sorted(own, key=rank)

    def _check(self, key: str) -> Para | None:
        found = next((one for one in self._corpus.check_records if one.check_id == key), None)
        if found is None:
            return None
        places = {figure.figure_id: figure.passage for figure in self._corpus.figure_records}
        passages = [*found.passages, *(places[one] for one in found.figure_ids if one in places)]
        row = self._row("checks", key)
        answer = f" Answer: {row['answer']}" if row.get("answer") else ""
        return self._point(f"{say.asked(found.message, self._asked)}{answer}", passages, row)

    @cached_property
    def _asked(self) -> dict[str, str]:
        return sources.asked(self._corpus.documents, self._names)

    def _named(self, article_ids: Iterable[str]) -> list[str]:
        return [self._names.get(key, key) for key in article_ids]

    def _point(self, text: str, passages: "Iterable[Passage]", row: Mapping[str, Any], rests: str = "") -> Para:
        numbers = self._citations.add((one.article_id, one.start, one.end) for one in passages)
        said = line(text[:1].upper() + text[1:])
        return Para(said, items.Maker.MACHINE, numbers, status(row), point=True, rests=rests)

    def _row(self, table: str, key: str) -> Mapping[str, Any]:
        return self._keyed[table].get(key, {})

    @cached_property
    def _quantities(self) -> dict[str, Any]:
        return {one.quantity_id: one for one in self._corpus.comparison.quantities}

    @cached_property
    def _figures(self) -> "dict[str, list[Mapping[str, Any]]]":
        found: dict[str, list[Mapping[str, Any]]] = {}
        for row in self._keyed["figures"].values():
            found.setdefault(row["article_id"], []).append(row)
        return found

    @cached_property
    def _keyed(self) -> "dict[str, dict[str, Mapping[str, Any]]]":
        found: dict[str, dict[str, Mapping[str, Any]]]
        found = {table: {row[key]: row for row in self._corpus.rows(table)} for table, key in _IDS.items()}
        quotes: dict[str, Mapping[str, Any]]
        quotes = {f"{row['article_id']}:q{row['start']}-{row['end']}": row for row in self._corpus.rows("quotes")}
        return {**found, "quotes": {**quotes, **{row["quote_id"]: row for row in quotes.values()}}}


def status(row: Mapping[str, Any]) -> str:
    """Whose reading a row of a table is: machine, confirmed, corrected or added."""
    return str(row.get("decided") or "machine")
