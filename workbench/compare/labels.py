"""A name for a quantity as an analyst would write it, in the words of its articles: "posts shed", "fine, euros"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from workbench.compare import words
from workbench.compare.frames import Frame
from workbench.lexicons import Entry, lexicon

#: What stands before a noun without being part of what is counted.
_BEFORE = re.compile(
    r"^(?:(?:the|a|an|its|his|her|their|our|some|other|another|more|further|additional|new|extra|total|earlier|previous|"
    r"initial|latest|first|least|confirmed|estimated|whole|entire|of|all|about|\d[\d,.]*)\s+)+(?=\S)",
    re.IGNORECASE,
)
_TIMES_OF_LIFE = "age"
_LONGEST = 60


def label(frames: Sequence[Frame]) -> str:
    """A short noun phrase for what the frames measure: what is counted or summed, and what was done."""
    first = frames[0]
    if first.key == _TIMES_OF_LIFE:
        text = _age(frames)
    elif first.key.startswith("count") or first.key == "size":
        text = _count(frames)
    else:
        text = _sum(frames)
    text = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0].rstrip(' ,')}…"
    text = f"{text} (besides those named)" if all(frame.beside for frame in frames) else text
    return f"{text} ({first.doubt})" if first.doubt else text


def _age(frames: Sequence[Frame]) -> str:
    names = Counter(frame.bearer_name for frame in frames if frame.bearer_name)
    name = min(names, key=lambda one: (-names[one], -len(one), one), default=None)
    title, _, rest = (name or "").partition(" ")
    name = rest if rest and words.person(title.lower()) else name  # "Witness Ann Lee", at the start of a sentence
    topic = _common(frame.wording.topic for frame in frames)
    if not name and topic and topic.lower().endswith(" age"):
        return topic  # "the retirement age"
    whose = name or _common(_noun(frame) for frame in frames)
    return f"age of {whose}" if whose else "age"


def _count(frames: Sequence[Frame]) -> str:
    """The noun counted and what befell it: "people killed", "posts shed", "members present"."""
    if frames[0].key == "size" and frames[0].figure.measure.unit == "magnitude":
        return "magnitude"
    side = _common(frame.side for frame in frames) if any(frame.head == "vote" for frame in frames) else None
    if side is not None:
        return f"votes {side}"
    noun = _common(_noun(frame) for frame in frames)
    act = _act(frames, noun)
    if noun is None and act is not None and act.more.get("people"):
        noun = "people"
    if noun == "capacity" or (act is not None and act.id == "capacity"):
        return f"room for {noun}" if noun and noun != "capacity" else "capacity"
    done = "found" if all(frame.remains for frame in frames) else _done(frames, act)
    if noun is None:
        noun = _common(frame.wording.topic for frame in frames) or "number"
    if done and done.startswith("who ") and not _people(frames, noun):
        done = f"that {done.removeprefix('who ')}"
    return noun if done is None or _says(noun, done) else f"{noun} {done}"


def _sum(frames: Sequence[Frame]) -> str:
    """What a sum, share, time or measure is of, with its unit in words: "fine, euros", "area burned, hectares"."""
    unit, of = unit_words(frames[0].figure.measure.unit)
    topic = _common(_noun(frame) for frame in frames) or _common(frame.wording.topic for frame in frames)
    units = (unit.partition(" per ")[0], (frames[0].figure.measure.unit or "").lower())
    if topic is not None and (len(topic) < 2 or topic.lower() in units or _is_no_sum(topic, frames[0])):
        topic = None
    change = next((way for way in ("rise", "fall") if _most(way in frame.acts for frame in frames)), None)
    if frames[0].key.startswith("percent") and change and topic and not _named_by(topic) & {change}:
        text = f"{change} in {topic}"
    elif topic is not None:
        text = topic
    else:
        noun = of or {"money": "amount", "percent": "percentage"}.get(frames[0].figure.kind.value, "")
        lasting = frames[0].key.startswith("duration")
        told = [frame for frame in frames if lasting or frame.wording.undergone]
        done = _done(told, _act(told, None)) if told else None
        text = f"{noun} {done}".strip() if done and not done.startswith("who ") else noun
    text = text or frames[0].figure.kind.value
    return f"{text}, {unit}" if unit and unit.rstrip("s") not in text.lower() else text


def _is_no_sum(topic: str, frame: Frame) -> bool:
    """Whether a noun names who tells a sum of money, or no thing at all: "insurer", "half", "top"."""
    last = words.bases(topic.lower().rpartition(" ")[2])
    told = frame.key.startswith("money") and any(map(words.person, last))
    return told or not words.lemmas("sumless").isdisjoint(last)


def _noun(frame: Frame) -> str | None:
    """The noun counted as its article writes it; people for those who are named by what befell them."""
    if frame.head is None and frame.result:
        return "people"
    phrase = _BEFORE.sub("", " ".join((frame.figure.counted or "").split()))
    if phrase.lower() in words.lemmas("pronouns"):
        return None
    if phrase.lower() in ("person", "individuals", "persons", "lives", "souls") or words.befell(phrase):
        return "people"
    return phrase or None


def _people(frames: Sequence[Frame], noun: str) -> bool:
    """Whether those counted are people, so that "who" may follow."""
    return noun == "people" or any(frame.head is not None and words.person(frame.head) for frame in frames)


def _named_by(noun: str) -> frozenset[str]:
    """The acts that a noun names by itself: "votes", "damage", "contract"."""
    last = noun.lower().rpartition(" ")[2]
    return frozenset(act for base in words.bases(last) if words.names_act(base) for act in words.acts(base))


def _act(frames: Sequence[Frame], noun: str | None) -> Entry | None:
    """The act of the lexicon that half of the frames or more name, unless the noun says it already.

    Of two that one word names, that which befalls people where people are counted: hikers and jars are pulled from.
    """
    known = _entries()
    said = _named_by(noun) if noun else frozenset[str]()
    counts = Counter(act for frame in frames for act in _told(frame) - said if act in known)
    people = _people(frames, noun or "people")

    def rank(act: str) -> tuple[int, bool, bool, str]:
        more = known[act].more
        return counts[act], bool(more.get("done")), bool(more.get("people")) == people, act

    best = max(counts, key=rank, default=None)
    return known[best] if best is not None and 2 * counts[best] >= len(frames) else None


def _told(frame: Frame) -> frozenset[str]:
    """The acts of those counted, none of what they only stand beside: the records of 900 patients were copied."""
    return frame.result if frame.wording.far and frame.wording.done is None else frame.acts


@cache
def _entries() -> dict[str, Entry]:
    return {entry.id: entry for entry in lexicon("acts").entries}


def _done(frames: Sequence[Frame], act: Entry | None) -> str | None:
    """The participle for what was done: the articles' own where they agree on one, else the one of the act."""
    said = Counter(frame.wording.done for frame in frames if frame.wording.done)
    usual = str(act.more.get("done") or "") if act is not None else ""
    best = min(said, key=lambda one: (one.startswith("who "), -said[one], len(one), one), default=None)
    if not usual:
        return best if 2 * sum(said.values()) >= len(frames) else None
    if best is None or act is None or best.startswith("who ") != usual.startswith("who "):
        return usual  # a crowd is drawn, and attends
    if best.startswith("who "):
        return best
    return best if words.acts(words.bases(best)[-1]) & {act.id} or _of_act(best, act) else usual


def _of_act(done: str, act: Entry) -> bool:
    """Whether a participle is of the act: of "freed" and "laid off" the words without ending or space."""
    joined = done.replace(" ", "")
    bases = words.bases(done.partition(" ")[0])
    forms = {joined, *bases, *(base[:-1] for base in bases if base[-2:-1] == base[-1:])}  # "cancelled"
    return bool(forms & set(act.pattern.split())) or f"{done[:-1]}" in act.pattern.split()


def unit_words(unit: str | None) -> tuple[str, str | None]:
    """A unit in words and what it measures.

    >>> unit_words("USD per share"), unit_words("hectare"), unit_words("drachma"), unit_words(None)
    (('US dollars per share', None), ('hectares', 'area'), ('drachmas', None), ('', None))
    """
    if not unit:
        return "", None
    name, per, rest = unit.partition(" per ")
    entry = next((one for one in lexicon("unit_words").entries if one.pattern == name), None)
    if entry is not None:
        word, of = str(entry.more["word"]), entry.more.get("of")
        return word + (f" per {rest}" if per else ""), str(of) if of and not per else None
    plural = name if len(name) < 4 or name.endswith("s") or not name.isalpha() else f"{name}s"
    return plural + (f" per {rest}" if per else ""), None


def _says(noun: str, done: str) -> bool:
    """Whether the noun says what was done already: "votes" voted, "the loss" lost."""
    if done.lower() in noun.lower():
        return True
    acts = {act for base in words.bases(done.removeprefix("who ")) if words.names_act(base) for act in words.acts(base)}
    return bool(acts & _named_by(noun))


def _most(flags: Iterable[bool]) -> bool:
    some = list(flags)
    return 2 * sum(some) > len(some)


def _common(found: Iterable[str | None]) -> str | None:
    """The most frequent, whatever its capitals, in the spelling with fewest of them; of equals the shortest."""
    spellings = [one for one in found if one]
    counts = Counter(one.lower() for one in spellings)
    if not counts:
        return None
    best = min(counts, key=lambda one: (-counts[one], len(one), one))
    return min((one for one in spellings if one.lower() == best), key=lambda one: (sum(map(str.isupper, one)), one))
