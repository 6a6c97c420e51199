"""Entities: the persons, organisations and places of all articles, each once, however the articles write the names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from workbench.compare import bodies, people, surnames, variants
from workbench.compare.bodies import Body
from workbench.compare.bodykeys import key as body_key
from workbench.compare.namekeys import romanise
from workbench.compare.occasions import Occasions
from workbench.compare.people import Doubt, Person
from workbench.compare.personal import read
from workbench.extract.named import Named
from workbench.extract.wordlists import first_names, place_keys
from workbench.model import Check, CheckKind, Entity, Mention, NameKind, Passage, Severity


@dataclass(frozen=True)
class Naming:
    """Who and what is named: the entities, every mention, and the questions which entities may be one."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    checks: tuple[Check, ...]

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, int, int], Mention]:
        return {(one.passage.article_id, one.passage.start, one.passage.end): one for one in self.mentions}

    @cached_property
    def _by_name(self) -> Mapping[tuple[str, str], str]:
        """By article and form: the entity that the form mostly names there."""
        uses: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for one in self.mentions:
            uses[one.passage.article_id, " ".join(one.passage.surface.split())][one.entity_id] += 1
        return {key: min(count, key=lambda each: (-count[each], each)) for key, count in uses.items()}

    @cached_property
    def _canonical(self) -> Mapping[str, str]:
        return {entity.entity_id: entity.canonical for entity in self.entities}

    def speaker(self, article_id: str, name: str | None, at: Passage | None = None) -> tuple[str | None, str | None]:
        """The entity_id and canonical name of a speaker whom an article calls `name`; what is no entity's is kept.

        >>> Naming((), (), ()).speaker("a", "a spokesman")
        (None, 'a spokesman')
        """
        if name is None:
            return None, None
        plain = " ".join(name.split())
        found = self._by_name.get((article_id, plain)) or self._by_name.get((article_id, plain.removeprefix("the ")))
        if found is None and at is not None and at.surface == name:
            mention = self._by_place.get((article_id, at.start, at.end))
            found = mention.entity_id if mention else None
        return (found, self._canonical[found]) if found else (None, name)


def group(named: Iterable[Named]) -> Naming:
    """The entities behind what articles name, with every mention; the order of the articles plays no part.

    Persons are joined across articles by ``people`` and ``surnames``, places and organisations by ``bodies``.
    """
    everything = sorted(named, key=lambda one: (one.article_id, one.passages[0].start, one.name))
    _settle_kinds(everything)
    occasions = Occasions(everything)
    everything = [one for one in everything if one.kind != "thing"]
    persons_named = [one for one in everything if one.kind == "person"]
    double = surnames.are_families(read(one.name) for one in persons_named)
    full = [one for one in persons_named if _is_full(one, double)]
    short = [one for one in persons_named if not _is_full(one, double)]
    bearers = {" ".join(words) for one in full if len(words := romanise(one.name).split()) > 1}
    full += [one for one in everything if one.kind is None and romanise(one.name) in bearers]
    unclear = [one for one in everything if one.kind is None and romanise(one.name) not in bearers]
    persons, doubts = people.gather(full, occasions)
    lone = [one for one in unclear if " " not in one.name]
    unknown = surnames.resolve([*short, *lone], persons, occasions)
    left = [one for one in unknown if one.kind]
    rest = [one for one in unknown if not one.kind]
    rest += [one for one in unclear if " " in one.name]
    families = {name.family for person in persons for name in person.names}
    left += [one for one in rest if read(one.name).family in families]
    rest = [one for one in rest if read(one.name).family not in families]
    persons += surnames.alone(left, occasions)
    told = [one for one in everything if one.kind in ("organisation", "place")]
    keys = {body_key(one.name) for one in told}
    rest = [one for one in rest if not one.faint or body_key(one.name) in keys]
    things = variants.join(bodies.gather([*told, *rest], occasions), lambda a, b: bodies.met(a, b, occasions))
    return _Result(persons, doubts, things).naming()


def _is_full(one: Named, double: frozenset[tuple[str, str]]) -> bool:
    """Whether a person is named by a first name, too; `double` are the pairs of family names that some bear."""
    name = read(one.name)
    return bool(name.given) and (bool(name.middle) or (name.given, name.family) not in double)


def _settle_kinds(everything: Iterable[Named]) -> None:
    """Make one kind of what articles hold to be of several: the one that some article is sure of, or most tell.

    A lone name that is the family name of somebody named in full stays a person's.
    """
    groups: dict[str, list[Named]] = defaultdict(list)
    families: set[str] = set()
    known: set[str] = set()  # of those who are persons by more than what stands around
    for one in everything:
        groups[body_key(one.name)].append(one)
        if one.kind == "person" and (name := read(one.name)).given:
            families |= {name.family, *name.middle[-1:]}
            known |= {name.family} if one.sure or name.given.capitalize() in first_names() else set()
    seats = {word for shared in groups for word, _, rest in [shared.partition(" ")] if rest.split(" ")[0] in _SEATED}
    for shared, some in groups.items():
        if shared in seats and shared not in families:
            for one in some:  # Kent, where there is a Kent County Council
                one.kind = "place" if one.kind == "person" and not one.sure and not one.roles else one.kind
        if shared in known and shared not in place_keys():
            for one in some:  # lost to Orlov, Orlov's rule: a place by what stands around it, a person by others' word
                one.kind = None if one.kind == "place" and not one.sure and not one.aliases else one.kind
        told = Counter(one.kind for one in some if one.kind)
        if len(told) > 1 and (" " in shared or shared not in families):
            kind = _settled(some, told)
            for one in some:
                one.kind = kind if one.kind else None


#: What stands behind the name of a place in that of a body of the place.
_SEATED = frozenset({"county", "city", "police", "council", "borough", "district", "constabulary", "university"})


def _settled(some: Iterable[Named], told: Counter[str]) -> str:
    """The kind of what several articles name: what one is sure of; else a person last: told by its verb alone."""
    some = list(some)
    sure = Counter(one.kind for one in some if one.kind and (one.sure or one.roles or one.aliases))
    if not sure and "thing" in told:
        return "thing"  # where one article tells of the ship, a first name makes no person of it in another
    sure = Counter(one.kind for one in some if one.kind and (one.sure or one.roles or one.sex or one.aliases))
    for other in ("place", "thing"):
        if not sure and other in told and "person" in told:
            return other
    best = sure or told
    return max(sorted(best), key=lambda kind: (best[kind], kind == "place"))  # a country speaks of itself as "it", too


@dataclass(frozen=True)
class _Result:
    persons: list[Person]
    doubts: list[Doubt]
    things: list[Body]

    def naming(self) -> Naming:
        found: list[tuple[NameKind, Person | Body]] = [(NameKind.PERSON, person) for person in self.persons]
        found += [(NameKind(body.kind), body) for body in self.things]
        found.sort(key=lambda one: (one[0], romanise(one[1].form), _first(one[1])))
        ids: dict[int, str] = {}
        entities: list[Entity] = []
        mentions: list[Mention] = []
        taken: Counter[str] = Counter()
        for kind, one in found:
            name = one.known if isinstance(one, Body) and one.known else one.form
            stem = f"{kind.value}:{re.sub(r'[^a-z0-9]+', '-', romanise(name)).strip('-') or 'name'}"
            taken[stem] += 1
            entity_id = stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
            ids[id(one)] = entity_id
            forms = Counter(form for member in one.members for form in member.forms)
            variants = tuple(sorted(forms, key=lambda form: (-forms[form], form)))
            reason = "; ".join(dict.fromkeys(one.reasons)) or None
            entities.append(Entity(entity_id, kind, name, variants, reason, tuple(sorted(one.articles))))
            mentions += [
                Mention(passage, kind, entity_id, name) for member in one.members for passage in member.passages
            ]
        mentions.sort(key=lambda mention: (mention.passage.article_id, mention.passage.span))
        return Naming(tuple(entities), tuple(mentions), tuple(self._checks(ids)))

    def _checks(self, ids: Mapping[int, str]) -> Iterable[Check]:
        """A question for every two persons who may be one."""
        seen = set()
        for doubt in self.doubts:
            one, two = sorted((doubt.one, doubt.two), key=lambda person: ids[id(person)])
            key = f"name-{ids[id(one)]}-{ids[id(two)]}"
            if key in seen:
                continue
            seen.add(key)
            passages = tuple(_first_passage(person, full=True) for person in (one, two))
            message = f"Are {one.form} and {two.form} one person? {doubt.message}."
            yield Check(key, CheckKind.NAME, Severity.NOTICE, message, (), passages)


def _first(one: Person | Body) -> tuple[str, int]:
    passage = _first_passage(one)
    return passage.article_id, passage.start


def _first_passage(one: Person | Body, full: bool = False) -> Passage:
    """The first mention; with `full`, the first by more than one word, where there is one."""
    return min(
        (passage for member in one.members for passage in member.passages),
        key=lambda passage: (full and " " not in passage.surface, passage.article_id, passage.start),
    )
