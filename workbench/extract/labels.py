"""What an article calls each person and thing, and in whose words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from workbench.extract import label_clauses, label_names, label_stands, sheets
from workbench.extract.label_clauses import Called
from workbench.extract.label_known import Known, linked
from workbench.extract.label_stands import Stands
from workbench.extract.sheets import Sheet
from workbench.extract.voices import Voices
from workbench.language import Parsed
from workbench.model import Label, Mention, Quote, Voice


def find(parsed: Parsed, mentions: Iterable[Mention], quotes: Iterable[Quote]) -> Iterator[Label]:
    """The labels of one article, in reading order; none inside another of the same person.

    `mentions` and `quotes` are those of the article. A label that stands alone ("the envoy") has no target; one of
    somebody whom the article does not name has no entity.
    """
    mentions, quotes = tuple(mentions), tuple(quotes)
    voices, stands = Voices(quotes), label_stands.of(parsed, mentions, quotes)
    made = list(sheets.of(parsed, mentions))
    found: list[Label] = []
    covered = [_of_sheet(parsed, sheet, voices, stands, found) for sheet in made]
    for sheet, taken in zip(made, covered, strict=True):
        found += [_voiced(label, voices) for label in stands.definite(sheet, taken)]
    found = [label for label in found if label.target is not None or not _is_of_oneself(label)]
    found += stands.unnamed([label.passage for label in found])
    known = Known(found)
    for sheet, taken in zip(made, covered, strict=True):
        found += linked(parsed, sheet, taken, known, voices)
    yield from _outermost(found)


def _is_of_oneself(label: Label) -> bool:
    """Whether somebody's own words would call them so: "The chair was empty," the committee's chair said."""
    return label.voice is Voice.QUOTED and label.speaker is not None and label.speaker == label.canonical


def _of_sheet(parsed: Parsed, sheet: Sheet, voices: Voices, stands: Stands, found: list[Label]) -> set[int]:
    """The tokens that the labels of one part cover; adds the labels to `found`."""
    covered: set[int] = set()
    calls = [*map(Called, label_names.find(sheet)), *label_clauses.find(sheet, stands.meant)]
    for call in calls:
        covered |= set(range(call.found.first, call.found.last))
        found.append(_label(parsed, sheet, call, voices))
    return covered


def _label(parsed: Parsed, sheet: Sheet, call: Called, voices: Voices) -> Label:
    doc, start, found = sheet.doc, sheet.part.start, call.found
    last = doc[found.last - 1]
    passage = parsed.article.passage(start + doc[found.first].idx, start + last.idx + len(last))
    voice, speaker = voices.at(passage.start, passage.end)
    if voice is Voice.NARRATOR and call.caller is not None:
        voice, speaker = Voice.REPORTED, call.caller.mention.canonical
    mention, bearer = found.bearer.mention, found.bearer
    first, end = doc[bearer.first], doc[bearer.last - 1]
    named = mention.passage if bearer.last - bearer.first > 1 or mention.passage.start == start + first.idx else None
    target = named or parsed.article.passage(start + first.idx, start + end.idx + len(end))
    role = sheet.part.block.role
    return Label(passage, found.kind, voice, speaker, target, mention.entity_id, mention.canonical, role)


def _voiced(label: Label, voices: Voices) -> Label:
    voice, speaker = voices.at(label.passage.start, label.passage.end)
    return replace(label, voice=voice, speaker=speaker)


def _outermost(found: Iterable[Label]) -> Iterator[Label]:
    """The labels in reading order, each once, without those inside another of the same entity."""
    ends: dict[str | None, int] = {}
    for label in sorted(found, key=lambda one: (one.passage.start, -one.passage.end)):
        if ends.get(label.entity_id, -1) >= label.passage.end:
            continue
        ends[label.entity_id] = label.passage.end
        yield label
