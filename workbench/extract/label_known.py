"""Descriptions in headings, and new ones in the text, that mean somebody whom the article calls so elsewhere."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workbench.extract.label_words import is_personal, kind_of, singular
from workbench.extract.sheets import Sheet
from workbench.extract.voices import Voices
from workbench.language import Parsed
from workbench.model import Label, LabelKind, Role

_HEADINGS = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.STANDFIRST})


class Known:
    """The words by which an article calls each entity, so that a description without a name finds its bearer."""

    def __init__(self, labels: Iterable[Label]) -> None:
        self._words: dict[str, list[tuple[frozenset[str], Label]]] = defaultdict(list)
        self._proper: dict[str, dict[str, Label]] = defaultdict(dict)
        for label in labels:
            if label.entity_id is None:
                continue
            words = label.passage.surface.replace("-", " ").split()[:12]
            kept = frozenset(singular(word.strip(".,'’")) for word in words)
            for word in kept:
                self._words[word].append((kept, label))
            for word in words:
                if word[:1].isupper() and word.isalpha() and label.kind is not LabelKind.HISTORY:
                    self._proper[word.casefold()][label.entity_id] = label

    def bearers(self, words: Sequence[str], head: str, many: bool) -> list[Label]:
        """A label of each entity that a description means: its words are all among those that the article calls it."""
        content = frozenset(singular(word) for word in words)
        found = {one.entity_id: one for kept, one in self._words.get(singular(head), ())[:64] if content <= kept}
        return list(found.values()) if many or len(found) == 1 else []

    def by_proper(self, word: str) -> Label | None:
        """A label of the one entity that the article calls something with this name in it: Nobel, Oscar."""
        found = self._proper.get(word.casefold(), {})
        return next(iter(found.values())) if len(found) == 1 else None


def linked(parsed: Parsed, sheet: Sheet, covered: set[int], known: Known, voices: Voices) -> Iterator[Label]:
    """The descriptions in headings, and those with "a" in the text, that mean somebody named elsewhere."""
    doc, role = sheet.doc, sheet.part.block.role
    heading = role in _HEADINGS
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN") or token.i in covered or token.i in sheet.at or not is_personal(token):
            continue
        if token.dep_ == "compound" and not heading:
            continue
        first = token.i
        low = max(0, token.i - 6, doc[token.i].sent.start)
        while first > low and doc[first - 1].pos_ in ("NOUN", "PROPN", "ADJ") and first - 1 not in covered:
            first -= 1
        many = token.tag_ in ("NNS", "NNPS") or (
            heading and token.lower_.endswith("s") and singular(token.lower_) != token.lower_
        )
        article = first > 0 and doc[first - 1].lower_ in ("a", "an")
        words = [each.lower_ for each in doc[first : token.i + 1] if each.is_alpha]
        follows = token.i + 1
        if follows in sheet.at or (follows < len(doc) and doc[follows].pos_ in ("NOUN", "PROPN")):
            continue
        if len(words) < 2 or not (heading or (article and not many)):
            continue
        written = parsed.article.text[sheet.part.start : sheet.part.end]
        names = [written[each.idx : each.idx + len(each)] for each in doc[first : token.i] if each.i not in sheet.at]
        for label in _bearers(names, token, words, many, known):
            begin = first - (1 if article else 0)
            start = sheet.part.start + doc[begin].idx
            passage = parsed.article.passage(start, sheet.part.start + token.idx + len(token))
            voice, speaker = voices.at(passage.start, passage.end)
            yield Label(passage, kind_of(token, False), voice, speaker, None, label.entity_id, label.canonical, role)


def _bearers(names: list[str], token: Any, words: list[str], many: bool, known: Known) -> list[Label]:
    found = known.bearers(words, token.lower_, many)
    if found or many:
        return found
    proper = next((name for name in names if name[:1].isupper()), None)
    named = known.by_proper(proper) if proper else None
    return [named] if named is not None else []
