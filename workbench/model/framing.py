"""Framing: what sources call things, which words they choose, when things happened and where a text comes from."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.articles import Passage, Role


class Voice(StrEnum):
    """Whose words they are: the article's own, words between quote marks, or speech that it reports indirectly."""

    NARRATOR = "narrator"
    QUOTED = "quoted"
    REPORTED = "reported"


class LabelKind(StrEnum):
    """In what form an article calls somebody something."""

    TITLE = "title"  # "US President" before a name
    ROLE = "role"  # an office or function: "the founder of the Red Cross", "their lawyer"
    DESCRIPTION = "description"  # "a prominent opposition figure", "the authoritarian leader"
    STATUS = "status"  # "imprisoned", "in exile", "not recognised as president"
    HISTORY = "history"  # what was done by or to them: "sentenced in 2021 to 11 years"
    KINSHIP = "kinship"  # "her sister"


@dataclass(frozen=True, slots=True)
class Label:
    """What an article calls a person or thing, and in whose words.

    `target` is the name or phrase that the label belongs to (None where it stands alone and only the entity is known).
    """

    passage: Passage
    kind: LabelKind
    voice: Voice = Voice.NARRATOR
    speaker: str | None = None  # who uses it, where the voice is not the narrator's
    target: Passage | None = None
    entity_id: str | None = None
    canonical: str | None = None
    role: Role = Role.BODY


class Device(StrEnum):
    """How a word frames."""

    CHOICE = "choice"  # one of the alternatives that sources use for one referent or act
    LOADED = "loaded"
    HEDGE = "hedge"
    INTENSIFIER = "intensifier"
    REPORTING_VERB = "reporting verb"


@dataclass(frozen=True, slots=True)
class Wording:
    """A word or phrase that frames, with its concept, its voice and the lexicon entry that it comes from."""

    passage: Passage
    device: Device
    concept: str | None = None  # what it is about: a stance, an evaluation, the referent that has alternatives
    voice: Voice = Voice.NARRATOR
    speaker: str | None = None
    lexicon: str | None = None  # "loaded: regime"
    role: Role = Role.BODY


class ActForm(StrEnum):
    """How an act is told: by a verb in the active or passive voice, or by a noun ("the release of ...")."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what to whom, as one clause tells it; `actor` is None where the clause leaves the agent out."""

    passage: Passage  # the verb or noun of the act
    lemma: str
    form: ActForm
    actor: Passage | None = None
    actor_id: str | None = None
    object: Passage | None = None
    object_id: str | None = None
    negated: bool = False
    voice: Voice = Voice.NARRATOR
    speaker: str | None = None
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date or stretch of time as stated, and what it means.

    `start_date` and `end_date` are ISO 8601, as precise as the text (``2024-07``, ``2020``); `end_date` is None where
    the time is open. Both are None where the text names a time that nothing resolves.
    """

    passage: Passage
    start_date: str | None
    end_date: str | None
    basis: str  # how it was resolved, in words for the analyst
    event: str | None = None  # what happened then: words cut from the text
    event_at: Passage | None = None
    role: Role = Role.BODY
    kind: str = ""  # the form it has: day, month, year, weekday, ago, now, interval ...


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the timeline: its date, and the dates as the articles state them."""

    happening_id: str
    start_date: str
    end_date: str | None
    label: str
    article_ids: tuple[str, ...]
    dates: tuple[DateMention, ...]
    differs: str | None = None  # where sources differ on the date, how


@dataclass(frozen=True, slots=True)
class Reuse:
    """Text outside quotes that two articles share."""

    a: Passage
    b: Passage
    tokens: int  # words shared
    near: bool = False  # a sentence reworded in places, rather than verbatim


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article says that it has something from."""

    passage: Passage  # the words that name the origin: "according to Reuters", a line of a source list
    name: str
    how: str  # attribution, medium, source list, wire tag
    entity_id: str | None = None
    source_id: str | None = None  # the article of this corpus that the origin is, where it is one


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement of fact that can be looked for in other sources: who has it, who is silent, what was looked for."""

    claim_id: str
    label: str
    kind: str  # figure, quote, act, sentence
    article_ids: tuple[str, ...]
    silent: tuple[str, ...]
    passages: tuple[Passage, ...]
    sought: tuple[str, ...] = ()  # what was looked for in the articles that are silent
    origins: tuple[str, ...] = ()  # who is named as saying it, each once


@dataclass(frozen=True, slots=True)
class Distinction:
    """A word that one source uses more than the others do, with its counts."""

    word: str
    article_id: str
    count: int
    elsewhere: int
    per_thousand: float
    z: float  # weighted log-odds with an informative Dirichlet prior, in standard deviations
    passages: tuple[Passage, ...]
    others: tuple[Passage, ...] = ()  # where the other sources have it: told once, with the highest z of the word
