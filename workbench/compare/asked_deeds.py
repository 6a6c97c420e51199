"""Questions about what is done: by whom, how far, on what, whether it is done yet, and whether it is sure."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from workbench.compare import deeds
from workbench.compare.asking import Material, ask, first_each, words
from workbench.compare.assertion import DENIED
from workbench.compare.deeds import Deed
from workbench.compare.spelling import weight
from workbench.extract.voices import Voices
from workbench.model import Check, CheckKind, Passage, Role, Severity, Voice

_OPEN = frozenset({"agreed", "to come", "possible"})  # what is only wished for is often done, and no question
_BEGUN = frozenset({"done", "now"})
_SAID = {"done": "done", "now": "under way", "agreed": "agreed or planned", "to come": "to come"}
_SAID |= {"wished": "wished for", "possible": "possible"}
_EACH = 3  # deeds of one actor shown for each article
_INITIAL = 3  # letters
_LARGEST = 400  # deeds of one key that are looked at
_MET = 60  # of them that are set against one another


def find(material: Material) -> Iterator[Check]:
    """For each act on one object that is told more than once: at most one question of each sort."""
    groups: dict[tuple[str, str, bool], list[Deed]] = defaultdict(list)
    for parsed in material.parsed:
        name = parsed.article.article_id
        voices = Voices(material.quotes.get(name, ()))
        for deed in deeds.find(parsed, material.mentions.get(name, []), voices):
            groups[deed.key].append(deed)
    names = {entity.entity_id: entity.canonical for entity in material.entities}
    asked: set[tuple[str, str]] = set()
    yield from _opposed(groups)
    yield from _disputed(groups)
    for key in sorted(groups):
        some, denied = groups[key][:_LARGEST], key[2]
        if len(some) > 1:
            yield from _actor(some, names, asked)
            if not denied:
                yield from _scope(some)
                yield from _degree(some)
                yield from _stage(some)


def _opposed(groups: Mapping[tuple[str, str, bool], Sequence[Deed]]) -> Iterator[Check]:
    """Some articles tell that a thing was done and others that its opposite was; none tells both, which is a story."""
    for key in sorted(groups):
        side, what, denied = key
        if side.endswith(" +") and not denied:
            one = [deed for deed in groups[key][:_LARGEST] if deed.stage == "done"]
            two = [deed for deed in groups.get((f"{side[:-1]}-", what, False), ())[:_LARGEST] if deed.stage == "done"]
            has, other = ({deed.passage.article_id for deed in some} for some in (one, two))
            if has and other and not has & other:
                message = f"{words(one[0].passage)} / {words(two[0].passage)}: which was done, or what came first?"
                passages = first_each(deed.passage for deed in (*one, *two))
                yield ask(CheckKind.CONTRADICTION, "opposed", message, passages, severity=Severity.WARNING)


def _disputed(groups: Mapping[tuple[str, str, bool], Sequence[Deed]]) -> Iterator[Check]:
    """Somebody denies that it was done, and somebody else tells it as a fact: the data was stolen, or was not."""
    for act, what in sorted({key[:2] for key in groups}):
        some = [deed for denied in (False, True) for deed in groups.get((act, what, denied), ())[:_LARGEST]]
        denials = [deed for deed in some if _is_denied(deed)]
        told = [deed for deed in some if deed.doubt is None and not deed.key[2] and deed.stage in _BEGUN]
        pairs = [(no, yes) for no in denials[:_MET] for yes in told[:_MET] if _gainsays(no, yes)]
        if pairs:
            no, yes = min(pairs, key=lambda pair: (pair[0].speaker is None, pair[1].speaker is None))
            message = f"Is it so? Denied: {_whose(no)}. Told as done: {_whose(yes)}."
            against = [first_each(deed.passage for deed in side) for side in zip(*pairs, strict=True)]
            yield ask(
                CheckKind.CONTRADICTION, "disputed", message, [*against[0], *against[1]], severity=Severity.WARNING
            )


def _is_denied(deed: Deed) -> bool:
    return deed.doubt == DENIED or (deed.key[2] and deed.doubt is None and deed.stage in _BEGUN)


def _gainsays(no: Deed, yes: Deed) -> bool:
    """Whether one tells what the other denies: of the same doer, as far as told, and on another's word.

    A bare "not" is often of another time or another doer: it counts where nobody does it, or the same person.
    """
    if no.doer and yes.doer and no.doer != yes.doer:
        return False
    if no.doubt != DENIED and not (no.passive and yes.passive) and not (no.doer and no.doer == yes.doer):
        return False
    same = no.passage.article_id == yes.passage.article_id
    return no.speaker != yes.speaker if same else not no.speaker or no.speaker != yes.speaker


def _whose(deed: Deed) -> str:
    return f"{words(deed.passage)} ({deed.speaker or 'the article itself'})"


def _scope(some: Sequence[Deed]) -> Iterator[Check]:
    """One article tells it of two things in the same words: the ban on cars, the ban on lorries."""
    by_article: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for deed in some:
        if deed.scope and deed.voice is not Voice.QUOTED:
            by_article[deed.passage.article_id, deed.scope[0]].append(deed)
    for alike in by_article.values():
        one = alike[0]
        for two in alike[1:]:
            if one.scope and two.scope and not one.scope[1] & two.scope[1]:
                message = f"{words(one.passage)}, then {words(two.passage)}: how far does it go?"
                yield ask(CheckKind.SCOPE, "scope", message, [one.passage, two.passage])
                break


def _degree(some: Sequence[Deed]) -> Iterator[Check]:
    """One article says how far it goes, another does not."""
    own = [deed for deed in some if deed.voice is not Voice.QUOTED]
    told = [deed for deed in own if deed.degree]
    telling = {deed.passage.article_id for deed in told}
    plain = [deed for deed in own if deed.passage.article_id not in telling]
    plain.sort(key=lambda deed: (deed.passage.article_id, deed.role is Role.SUMMARY))
    if told and plain:
        message = f"{words(told[0].passage)} here, {words(plain[0].passage)} there: in full or in part?"
        each: dict[str, list[Passage]] = defaultdict(list)
        for deed in plain:
            each[deed.passage.article_id].append(deed.passage)
        passages = [passage for found in each.values() for passage in found[:_EACH]]
        yield ask(CheckKind.SCOPE, "degree", message, [*first_each(one.passage for one in told), *passages])


def _stage(some: Sequence[Deed]) -> Iterator[Check]:
    """Done in one article, and only agreed, planned or possible in another."""
    by_word: dict[str, list[Deed]] = defaultdict(list)
    for deed in some:
        if deed.stage in _SAID:
            by_word[deed.word].append(deed)
    for every in by_word.values():
        doers = {deed.actor_id for deed in every if deed.stage == "done"}
        known = doers if None not in doers else set()
        alike = [deed for deed in every if not known or deed.actor_id in (None, *known)]  # others may do it as well
        stages: dict[str, dict[str, Passage]] = defaultdict(dict)
        of: dict[str, set[str]] = defaultdict(set)
        for deed in alike:
            stages[deed.stage].setdefault(deed.passage.article_id, deed.passage)
            if deed.stage in _BEGUN or deed.voice is not Voice.QUOTED:  # what somebody said would be may be of then
                of[deed.passage.article_id].add(deed.stage)
        if stages["done"] and any(said & _OPEN and not said & _BEGUN for said in of.values()):
            shown = ", ".join(f"{_SAID[stage]}: {words(next(iter(found.values())))}" for stage, found in stages.items())
            passages = [passage for found in stages.values() for passage in found.values()]
            yield ask(CheckKind.CONTRADICTION, "stage", f"Is it done yet? {shown}.", passages)


def _actor(some: Sequence[Deed], names: dict[str, str], asked: set[tuple[str, str]]) -> Iterator[Check]:
    """The sources name different actors for it; two actors are asked about once."""
    of: dict[str, dict[str, list[Deed]]] = defaultdict(lambda: defaultdict(list))
    for deed in some:
        if deed.actor_id and deed.voice is not Voice.QUOTED:
            of[deed.actor_id][deed.passage.article_id].append(deed)
    actors = sorted(of, key=lambda one: (-len(of[one]), one))
    for nth, two in enumerate(actors):
        for one in actors[:nth]:
            either = of[one].keys() - of[two].keys() and of[two].keys() - of[one].keys()
            if either and (one, two) not in asked and not _is_one(names.get(one, ""), names.get(two, "")):
                asked |= {(one, two), (two, one)}
                deeds_of = [deed for each in (one, two) for found in of[each].values() for deed in found[:_EACH]]
                act = f"{words(deeds_of[0].passage)} / {words(deeds_of[-1].passage)}"
                message = f"Who does it, {names.get(one, one)} or {names.get(two, two)}? {act}"
                passages = [passage for deed in deeds_of for passage in (deed.actor, deed.passage) if passage]
                yield ask(CheckKind.CONTRADICTION, "actor", message, passages)
                return


def _is_one(one: str, two: str) -> bool:
    """Whether two names share a telling word, as those of a body and of a part of it do: a party and its committee."""
    told = [
        {word.casefold() for word in name.split() if len(word) > _INITIAL and weight(word) == 1} for name in (one, two)
    ]
    return bool(told[0] & told[1])
