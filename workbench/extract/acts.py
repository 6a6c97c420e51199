"""Who does what to whom: clauses and event nouns that tell an act, with agent and object as far as they are named."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from workbench.extract import label_phrases, label_stands, noun_phrases, sheets
from workbench.extract.act_roles import Roles, nominal_roles, verbal_roles
from workbench.extract.event_nouns import event_nouns
from workbench.extract.label_stands import Stands
from workbench.extract.sheets import Bearer, Sheet
from workbench.extract.voices import Voices
from workbench.extract.wordlists import roles, verbs
from workbench.language import Parsed
from workbench.lexicons import lexicon
from workbench.model import Act, ActForm, Mention, NameKind, Passage, Quote, Role

_FAR = 40  # tokens
_HEADINGS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "i", "my", "me"])


@dataclass(frozen=True, slots=True)
class _Around:
    """What an act is read with."""

    parsed: Parsed
    voices: Voices
    stands: Stands


def find(parsed: Parsed, mentions: Iterable[Mention], quotes: Iterable[Quote]) -> Iterator[Act]:
    """The acts that one article tells, in reading order.

    `mentions` and `quotes` are those of the article. A clause counts where it names an agent or an object; verbs of
    saying, of states and helping verbs tell no act.
    """
    mentions, quotes = tuple(mentions), tuple(quotes)
    around = _Around(parsed, Voices(quotes), label_stands.of(parsed, mentions, quotes))
    for sheet in sheets.of(parsed, mentions):
        heading = sheet.part.block.role in _HEADINGS
        for token in sheet.doc:
            roles = _roles_of(token, heading)
            if roles is not None and (roles.actor is not None or roles.object is not None):
                yield _act(around, sheet, token, roles)


def _roles_of(token: Any, heading: bool) -> Roles | None:
    """Who acts and on whom, where a token tells an act."""
    if token.pos_ == "VERB" and token.dep_ not in ("aux", "amod", "prep", "compound", "case") and _tells(token):
        return verbal_roles(token, heading)
    if token.pos_ == "NOUN" and token.dep_ != "compound":
        entry = event_nouns().get(token.lemma_.lower()) or event_nouns().get(token.lower_)
        return nominal_roles(token, entry[1] == "object") if entry is not None else None
    return None


def _tells(verb: Any) -> bool:
    """Whether a verb tells an act: not a state, and no speech."""
    lemma = verb.lemma_.lower()
    if lemma in _no_acts() or (verb.lower_ in roles() and verb.tag_ in ("VB", "VBP")):
        return False  # "goalkeeper" before a name is no verb
    if lemma not in verbs():
        return True
    speaks = any(child.dep_ in ("ccomp", "xcomp") or child.text == '"' for child in verb.children)
    objects = any(child.dep_ in ("dobj", "nsubjpass") and child.pos_ in ("NOUN", "PROPN") for child in verb.children)
    if verbs()[lemma].takes & {"clause"}:  # recalled 300,000 vehicles; dismissed Ruiz
        objects = any(child.dep_ == "dobj" and (child.pos_ == "PROPN" or _is_counted(child)) for child in verb.children)
    return objects and not speaks


def _is_counted(noun: Any) -> bool:
    return any(child.dep_ == "nummod" for child in islice(noun.children, _FAR))


@cache
def _no_acts() -> frozenset[str]:
    return frozenset(verb for entry in lexicon("no_acts").entries for verb in entry.pattern.split("|"))


def _act(around: _Around, sheet: Sheet, token: Any, roles: Roles) -> Act:
    start = sheet.part.start + token.idx
    passage = around.parsed.article.passage(start, start + len(token))
    voice, speaker = around.voices.at(passage.start, passage.end)
    actor, actor_id = _party(around, sheet, roles.actor)
    affected, object_id = _party(around, sheet, roles.object)
    noun = event_nouns().get(token.lemma_.lower()) or event_nouns().get(token.lower_)
    return Act(
        passage=passage,
        lemma=noun[0] if roles.form is ActForm.NOUN and noun is not None else _lemma(token),
        form=roles.form,
        actor=actor,
        actor_id=actor_id,
        object=affected,
        object_id=object_id,
        negated=roles.negated,
        voice=voice,
        speaker=speaker,
        role=sheet.part.block.role,
    )


def _lemma(verb: Any) -> str:
    particle = next((child for child in verb.children if child.dep_ == "prt"), None)
    return str(verb.lemma_.lower()) + (f" {particle.lower_}" if particle is not None else "")


def _party(around: _Around, sheet: Sheet, token: Any) -> tuple[Passage | None, str | None]:
    """The words for one who takes part, and the entity that they name or stand for."""
    if token is None:
        return None, None
    doc, begin = sheet.doc, sheet.part.start
    first, last = noun_phrases.phrase(token)
    opening = label_phrases.opening(token)
    first = opening if opening < first and doc[opening].pos_ in ("DET", "PRON") else first
    first += doc[first].lower_ == "whose"
    last = _with_whole(doc, token, last)
    bearer = sheet.at.get(token.i)
    if bearer is not None:
        first, last = min(first, bearer.first), max(last, bearer.last)
    passage = around.parsed.article.passage(begin + doc[first].idx, begin + doc[last - 1].idx + len(doc[last - 1]))
    if bearer is None:
        bearer = _beside(sheet, token)
    if bearer is None and (token.lower_ in _PRONOUNS or doc[first].lower_ == "the"):
        bearer = around.stands.meant(sheet, token)
    return passage, bearer.mention.entity_id if bearer is not None else None


def _with_whole(doc: Any, token: Any, last: int) -> int:
    """The end of a phrase with what it counts: a total of 123 people."""
    if last != token.i + 1 or last + 1 >= len(doc) or doc[last].lower_ != "of" or doc[last].head.i != token.i:
        return last
    counted = next((child for child in doc[last].children if child.dep_ == "pobj"), None)
    return max(last, noun_phrases.phrase(counted)[1]) if counted is not None and counted.i - last < _FAR else last


def _beside(sheet: Sheet, token: Any) -> Bearer | None:
    """The person named in apposition to a description, on either side of it."""
    named = [child.i for child in islice(token.children, _FAR) if child.dep_ == "appos"]
    named += [token.head.i] if token.dep_ == "appos" else []
    found = (sheet.at[at] for at in named if at in sheet.at)
    return next((one for one in found if one.mention.kind is NameKind.PERSON), None)
