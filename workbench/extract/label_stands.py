"""Descriptions that stand for a name: "the authoritarian leader", a heading's "Nobel laureate", "a US official"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from workbench.extract import label_phrases, noun_phrases
from workbench.extract.cast import Entity, bare_roles
from workbench.extract.descriptions import described, sex_of
from workbench.extract.event_nouns import event_nouns
from workbench.extract.label_fits import holds_other, may_be_called, may_stand
from workbench.extract.label_words import is_personal, kind_of, listed
from workbench.extract.marks import pair
from workbench.extract.namewords import name_nouns
from workbench.extract.salience import salient
from workbench.extract.scene import Scene
from workbench.extract.sheets import Bearer, Sheet
from workbench.extract.spoken import Said, Speaker
from workbench.extract.wordlists import roles, same_role, stand_ins
from workbench.language import Parsed
from workbench.model import PROSE, Label, Mention, NameKind, Passage, Quote, QuoteKind, Role, Voice
from workbench.spans import trim

_DEFINITE = frozenset(["the", "this", "that"])
_HEADINGS = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.STANDFIRST})
_SEXES = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
_TELLING = ("NOUN", "PROPN", "ADJ", "VERB")
_BACK = 3  # mentions looked back on for a body
_NEAR = 400  # characters


class Stands:
    """Whom the descriptions and pronouns of one article stand for."""

    def __init__(self, parsed: Parsed, mentions: Iterable[Mention], quotes: Sequence[Quote]) -> None:
        article = parsed.article
        self.article = article
        self.mentions = sorted(mentions, key=lambda mention: mention.passage.start)
        self._starts = [mention.passage.start for mention in self.mentions]
        self._by_end = {mention.passage.end: mention for mention in self.mentions}
        spans = [article.ink(part.block) for part in parsed.parts]
        self.scene = Scene(parsed, [one for one in pair(article.text, spans) if trim(article.text, one.span).length])
        self._past = list(self._attributions(quotes))
        self._quotes = quotes
        marked = (quote for quote in quotes if quote.kind is not QuoteKind.INDIRECT)
        self._marked = sorted(marked, key=lambda quote: quote.passage.start)
        self._opened = [quote.passage.start for quote in self._marked]
        people = [mention for mention in self.mentions if mention.kind is NameKind.PERSON]
        self._by_id: dict[str | None, Mention] = {mention.entity_id: mention for mention in reversed(people)}
        self._with_word: dict[str, list[int]] = {}  # where organisations are named with a word
        self._another: dict[str, int] = {}  # where the second of them is first named
        for at, mention in enumerate(self.mentions):
            for word in mention.passage.surface.casefold().split() if mention.kind is NameKind.ORGANISATION else ():
                places = self._with_word.setdefault(word, [])
                if places and self.mentions[places[0]].entity_id != mention.entity_id:
                    self._another.setdefault(word, at)
                places.append(at)

    def _attributions(self, quotes: Iterable[Quote]) -> Iterator[Said]:
        named: dict[str, Entity] = {}
        for entity in self.scene.cast.entities:
            for mention in entity.mentions:
                known = self._by_end.get(mention.passage.end)
                if known is not None:
                    named.setdefault(known.entity_id, entity)
        for quote in quotes:
            if quote.speaker:
                who = named.get(quote.speaker_id or "")
                yield Said(quote.passage.start, Speaker(quote.speaker, None, who, who.sex if who else None))

    def mention_of(self, entity: Entity | None) -> Mention | None:
        """A mention of what an entity of the article names; None where nothing of it is a mention."""
        if entity is None:
            return None
        return next((self._by_end[m.passage.end] for m in entity.mentions if m.passage.end in self._by_end), None)

    def meant(self, sheet: Sheet, token: Any) -> Bearer | None:
        """Whom "he", "I" or "the envoy" means, as a bearer that stands at the token; None where nobody surely."""
        if token.lower_ in ("i", "my", "me"):
            return self._speaking(sheet, token)
        sex = _SEXES.get(token.lower_)
        if sex is None:
            return self._described(sheet, token)
        mention = self._he_or_she(sheet, token, sex)
        if mention is None or mention.kind is not NameKind.PERSON:
            return None
        return Bearer(mention, token.i, token.i + 1)

    def _he_or_she(self, sheet: Sheet, token: Any, sex: str) -> Mention | None:
        """Who stands out; inside a quote, only the one person whom it named before, for nobody else is sure."""
        place = sheet.part.start + token.idx
        at = bisect_right(self._opened, place) - 1
        quote = self._marked[at] if at >= 0 else None
        if quote is not None and quote.passage.end > place:
            inside = self.mentions[bisect_left(self._starts, quote.passage.start) : bisect_left(self._starts, place)]
            named = {one.entity_id: one for one in inside if one.kind is NameKind.PERSON}
            return next(iter(named.values())) if len(named) == 1 else None
        best = salient(self.scene, place, sex, self._past)
        mention = self.mention_of(best.entity) if best is not None else None
        owns = token.tag_ == "PRP$" and token.head.lower_ in event_nouns()
        return None if mention is not None and owns and self._acts_before(sheet, token, mention) else mention

    def _acts_before(self, sheet: Sheet, token: Any, mention: Mention) -> bool:
        """Whether a person is named before in the pronoun's own sentence: X called for her release."""
        first = token.sent.start
        return any(sheet.at[i].mention.entity_id == mention.entity_id for i in range(first, token.i) if i in sheet.at)

    def _speaking(self, sheet: Sheet, token: Any) -> Bearer | None:
        """Who says "I": the speaker of the quote around it."""
        place = sheet.part.start + token.idx
        at = bisect_right(self._opened, place) - 1
        quote = self._marked[at] if at >= 0 else None
        if quote is None or quote.passage.end <= place or quote.speaker_id not in self._by_id:
            return None
        return Bearer(self._by_id[quote.speaker_id], token.i, token.i + 1)

    def _described(self, sheet: Sheet, token: Any) -> Bearer | None:
        """Whom "the disgraced politician" means, as a bearer that stands at its noun."""
        if not may_stand(token) or sheet.part.block.role in _HEADINGS:
            return None
        first = label_phrases.opening(token)
        mention = self._meant(sheet, token, first) if token.doc[first].lower_ in _DEFINITE else None
        return Bearer(mention, token.i, token.i + 1) if mention is not None else None

    def definite(self, sheet: Sheet, covered: set[int]) -> Iterator[Label]:
        """The definite descriptions of one part that stand for somebody or something named."""
        if sheet.part.block.role in _HEADINGS:
            return
        doc = sheet.doc
        for token in doc:
            if not may_stand(token) or token.i in covered or token.i in sheet.at or token.dep_ in ("compound", "appos"):
                continue
            first, (_, last) = label_phrases.opening(token), noun_phrases.phrase(token)
            if (
                doc[first].lower_ not in _DEFINITE
                or doc[first].dep_ == "mark"
                or last in sheet.at
                or any(i in covered for i in range(first, last))
            ):
                continue
            if any(i in sheet.at and sheet.at[i].mention.kind is NameKind.PERSON for i in range(first, last)):
                continue  # the president's daughter; the wife of X
            mention = self._meant(sheet, token, first)
            beside = sheet.at.get(first - 2) if first > 1 and doc[first - 1].text == "," else None
            if mention is not None and (beside is None or beside.mention.entity_id != mention.entity_id):
                yield self._label(sheet, first, last, token, mention)

    def _meant(self, sheet: Sheet, token: Any, first: int) -> Mention | None:
        if token.lower_ in roles() or (token.lower_.endswith("old") and "year" in token.doc[first : token.i + 1].text):
            speaker = described(self.scene, sheet.part, token, first, self._past)
            entity = speaker.entity if speaker is not None else None
            said = {each.lower_ for each in token.doc[first + 1 : token.i] if each.is_alpha}
            bears = entity is not None and same_role(token.lower_) in bare_roles(entity)
            if not bears or (entity is not None and said and not said & bare_roles(entity)):
                nearer = self._nearer(sheet, token)
                entity = nearer if nearer is not None or not bears else entity
            mention = self.mention_of(entity)
            return mention if mention is not None and mention.kind is NameKind.PERSON else None
        if token.lower_ in name_nouns("organisation"):
            return self._body(sheet, token)
        return None

    def _nearer(self, sheet: Sheet, token: Any) -> Entity | None:
        """The one person of the sentence before: who speaks or acts in the description's own sentence is another."""
        place = sheet.part.start + token.idx
        here = self.scene.sentence_at(place)
        before: dict[int, Entity] = {}
        same: set[int] = set()
        for seen in self.scene.seen_before(place):
            mention = self.mention_of(seen.entity) if seen.sentence >= here - 1 else None
            if mention is None or mention.kind is not NameKind.PERSON or not seen.entity.could_be(sex_of(token.lower_)):
                continue
            if seen.sentence == here:
                same.add(id(seen.entity))
            else:
                before[id(seen.entity)] = seen.entity
        left = [entity for key, entity in before.items() if key not in same]
        return left[0] if len(left) == 1 and not holds_other(left[0], token.lower_) else None

    def _body(self, sheet: Sheet, token: Any) -> Mention | None:
        """The one organisation named shortly before "the company"; None where several are."""
        place = sheet.part.start + token.idx
        at = bisect_left(self._starts, place)
        if any(one.tag_ == "POS" for one in token.doc[label_phrases.opening(token) : token.i]):
            return None  # the mayor's commission: it is his
        of_other = token.i + 1 < len(token.doc) and token.doc[token.i + 1].lower_ == "of"  # the side of the river
        near = [
            mention
            for mention in self.mentions[max(0, at - _BACK * 4) : at]
            if mention.kind is NameKind.ORGANISATION
            and place - mention.passage.end < _NEAR
            and self.article.block_at(mention.passage.start).role in PROSE  # who reports is not who is reported on
        ]
        named = [one for one in near if token.lower_ in one.passage.surface.casefold().split()]
        named = named or self._called(token.lower_, at)
        ids = {one.entity_id for one in named or near}
        found = (named or near)[-1] if len(ids) == 1 and (named or not of_other) else None
        return found if found is not None and may_be_called(token.lower_, found.canonical) else None

    def _called(self, noun: str, at: int) -> list[Mention]:
        """The last organisation named before with this very word in its name (the National Bank, the bank), and the
        first of another, if any."""
        places = self._with_word.get(noun, [])
        upto = bisect_left(places, at)
        if not upto:
            return []
        first = self.mentions[places[0]]
        other = self._another.get(noun, at)
        return [self.mentions[places[upto - 1]]] if other >= at else [first, self.mentions[other]]

    def _label(self, sheet: Sheet, first: int, last: int, head: Any, mention: Mention) -> Label:
        doc, start = sheet.doc, sheet.part.start
        passage = self.article.passage(start + doc[first].idx, start + doc[last - 1].idx + len(doc[last - 1]))
        kind = kind_of(head, False)
        return Label(
            passage, kind, Voice.NARRATOR, None, None, mention.entity_id, mention.canonical, sheet.part.block.role
        )

    def unnamed(self, taken: Iterable[Passage]) -> Iterator[Label]:
        """The descriptions of those who speak without a name: a US official, the mayor's spokesman."""
        known = {(passage.start, passage.end) for passage in taken}
        for quote in self._quotes:
            at = quote.speaker_at
            if at is None or (at.start, at.end) in known or not self._is_bare(at):
                continue
            known.add((at.start, at.end))
            tokens = list(self.scene.tokens(self.scene.part_at(at.start), at.span))
            nouns = [token for token in tokens if is_personal(token) and token.pos_ != "ADJ"]
            told = sum(token.pos_ in _TELLING for token in tokens) > 1  # "police" and "the source" call nobody anything
            if nouns and told and tokens[-1].pos_ == "NOUN" and self._speaks_for_others(tokens, nouns[-1]):
                head = nouns[0] if any(token.dep_ == "prep" for token in tokens) else nouns[-1]
                yield Label(at, kind_of(head, False), canonical=quote.speaker, role=quote.role)

    def _speaks_for_others(self, tokens: list[Any], noun: Any) -> bool:
        """Whether a description is complete without a name: the spokesman, an analyst, lawmakers; not "the sceptic"."""
        if noun.lower_ in listed("group"):
            return False
        first = noun.doc[label_phrases.opening(noun)]
        definite = first.lower_ in ("the", "this", "that", "he", "she") or first.tag_ == "PRP$"
        if first.i < tokens[0].i and first.lower_ not in ("a", "an"):
            return False  # a piece of a description: the sacked (governor)
        return not definite or noun.tag_ == "NNS" or (noun.lower_ in roles() and noun.lower_ not in stand_ins())

    def _is_bare(self, at: Passage) -> bool:
        """Whether a passage has words in small letters, and no person's name."""
        first = bisect_left(self._starts, at.start)
        last = bisect_left(self._starts, at.end)
        return at.surface != at.surface.title() and not any(
            mention.kind is NameKind.PERSON or mention.passage.end == at.end for mention in self.mentions[first:last]
        )


def of(parsed: Parsed, mentions: Sequence[Mention], quotes: Sequence[Quote]) -> Stands:
    """The stands of an article, made once for the same mentions and quotes."""
    given = (tuple(mentions), tuple(quotes))
    if "stands" not in parsed.made or parsed.made["stands"][0] != given:
        parsed.made["stands"] = (given, Stands(parsed, *given))
    made: Stands = parsed.made["stands"][1]
    return made
