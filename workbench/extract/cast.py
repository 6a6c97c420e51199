"""Who is who in one article: the mentions of one name drawn together, under its fullest form.

Short forms go to the full form that ends (or, for first names, begins) with them; where two fit, the title's sex
decides, then who is named near by, then who is named in full more often.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter, itemgetter

from workbench.extract import appositions, names
from workbench.extract.name_forms import core, ends, is_short, is_turned, suffix
from workbench.extract.names import Mention
from workbench.extract.namesakes import is_other_peer, is_owned, is_relative, titled
from workbench.extract.namewords import company_words, legal_forms, name_nouns, of_things
from workbench.extract.wordlists import first_names, person_words, place_adjectives, places, roles, same_role
from workbench.language import Parsed
from workbench.spans import Span

_FIRST, _PLACE = itemgetter(0), attrgetter("passage.start")
_NEAR = 5  # paragraphs, for two people of one surname
_MOST = 64  # entities under one word that a mention is held against: no text on real events has more
_PORTFOLIO = frozenset(["minister", "secretary"])
_OFFICES = frozenset(["justice"])  # what a minister is of, and a title as well


@dataclass(eq=False, slots=True)
class Entity:
    """A person, organisation or place of one article: its mentions and what they say of it."""

    words: tuple[str, ...]
    kind: str | None = None
    sex: str | None = None
    roles: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)  # of the article that mention it
    full: int = 0  # mentions by more than one word
    name: str = ""

    @property
    def canonical(self) -> str:
        """The fullest name: of the forms of most words that are not rare, the one most used."""
        return self.name or self.fullest()

    def fullest(self) -> str:
        """The fullest of the forms in the mentions so far."""
        forms = Counter([" ".join(mention.passage.surface.split()) for mention in self.mentions])
        if len(forms) == 1:
            return next(iter(forms))
        return max(forms, key=lambda form: (" " in form, forms[form], len(form)))

    def could_be(self, sex: str | None) -> bool:
        """Whether it may be a person of this sex."""
        return self.kind in ("person", None) and (not sex or not self.sex or self.sex == sex)


class Cast:
    """The entities of an article, and which one a stretch of text names."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entities)
        placed = [(mention.passage.span, entity) for entity in self.entities for mention in entity.mentions]
        self._placed = sorted(placed, key=_FIRST)
        self._starts = [span.start for span, _ in self._placed]

        self._bearers: dict[str, list[Entity]] = {}
        for entity in self.entities:
            for role in bare_roles(entity):
                self._bearers.setdefault(role, []).append(entity)

    def bearing(self, role: str) -> list[Entity]:
        """The entities that bear a role, in the order in which they are first named in full."""
        return self._bearers.get(role, [])

    def within(self, span: Span) -> list[tuple[Span, Entity]]:
        """The mentions inside a stretch, in order, with their entities."""
        at = bisect_right(self._starts, span.start - 1)
        found = []
        while at < len(self._placed) and self._placed[at][0].start < span.end:
            if self._placed[at][0].end <= span.end:
                found.append(self._placed[at])
            at += 1
        return found


def bare_roles(entity: Entity) -> set[str]:
    """The words of an entity's roles, as printed and as descriptions have them, without full stops."""
    words = {word.rstrip(".") for word in entity.roles}
    offices = set() if words.isdisjoint(_PORTFOLIO) else _OFFICES  # a minister of justice is no judge
    return words | {each for word in words - offices for each in same_role(word).split()}


def of(parsed: Parsed) -> Cast:
    """The cast of an article; made once, however many ask for it."""
    if "cast" not in parsed.made:
        parsed.made["cast"] = gather(parsed, names.find(parsed))
    made: Cast = parsed.made["cast"]
    return made


def gather(parsed: Parsed, mentions: Iterable[Mention]) -> Cast:
    """The cast of an article, from the mentions of its names in reading order."""
    ordered = list(mentions)
    entities: list[Entity] = []
    known: dict[str, list[Entity]] = {}
    endings = ends(ordered)
    full_names = [mention for mention in ordered if not is_short(mention, endings)]
    short_names = [mention for mention in ordered if is_short(mention, endings)]
    for full, named in ((True, full_names), (False, sorted(short_names, key=lambda one: not one.sex))):
        for mention in named:
            fitting = [one for one in known.get(_key(mention), ())[:_MOST] if _is_same(one, mention, full)]
            if not full and len(fitting) > 1:
                fitting = [one for one in fitting if not is_owned(parsed, one, mention)] or fitting
            if not full and mention.roles:
                fitting = [one for one in fitting if len(one.words) < 2 or not is_relative(parsed, one, mention)]
                fitting = [one for one in fitting if not is_other_peer(one, mention)]
            entity = _best(fitting, mention)
            if entity is None:
                entity = Entity(mention.words)
                entities.append(entity)
                for key in _keys(entity):
                    known.setdefault(key, []).append(entity)
            _add(entity, mention)
    for entity in entities:
        if len(entity.mentions) > 1:
            entity.mentions.sort(key=_PLACE)
        entity.name = entity.fullest()
        for mention in entity.mentions:
            entity.roles |= mention.roles
            entity.roles |= appositions.around(parsed.parts[mention.part].doc.words, mention.first, mention.last)
        if entity.kind is None and 1 < len(entity.words) < 4 and _is_introduced(parsed, entity):
            entity.kind = "person"
        _settle(entity)
    return Cast(entities)


def _is_introduced(parsed: Parsed, entity: Entity) -> bool:
    """Whether "who" takes up the last name of somebody who is named in full elsewhere: Iyer, who made 77."""
    return any(
        len(each.words) == 1 and names.is_introduced(parsed.parts[each.part].doc.words, each.last)
        for each in entity.mentions[:_MOST]
    )


def _key(mention: Mention) -> str:
    """Under what an entity that the mention may name is found: the last word of its name."""
    return core(mention.words)[-1]


def _keys(entity: Entity) -> set[str]:
    """Under what an entity is found: its name's first and last words, and its initials."""
    words = core(entity.words)
    return {words[0], *words[-2:], "".join(each[0] for each in entity.words if each[0].isupper()).casefold()}


def _is_same(entity: Entity, mention: Mention, full: bool) -> bool:
    return _full_match(entity, mention) if full else _short_match(entity, mention)


def _best(fitting: list[Entity], mention: Mention) -> Entity | None:
    """Of the entities that a mention may name, the one that it does: of its sex, named near by, named most in full."""
    fitting = [entity for entity in fitting if not mention.sex or entity.sex in (mention.sex, None)]
    if len(fitting) > 1 and not suffix(mention.words):  # Hale is not Hale Jr., where there is another
        fitting = [entity for entity in fitting if not suffix(entity.words)] or fitting
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    bearer = titled(fitting, mention)
    if bearer is not None:
        return bearer
    near = [one for one in fitting if not one.parts.isdisjoint(range(mention.part - _NEAR + 1, mention.part + 1))]
    if len(near) == 1:
        return near[0]
    if any(len(one.words) == 1 for one in fitting):  # Obama, where Mr. Obama is told from Michelle Obama
        return max(fitting, key=lambda one: (not suffix(one.words), len(one.mentions)))
    return max(fitting, key=lambda one: (not suffix(one.words), one.full))


def _add(entity: Entity, mention: Mention) -> None:
    entity.mentions.append(mention)
    entity.parts.add(mention.part)
    entity.full += len(core(mention.words)) > 1
    entity.kind = entity.kind or mention.kind
    if mention.kind == "person" and mention.sex:
        entity.kind = "person"
    entity.sex = entity.sex or mention.sex


def _full_match(entity: Entity, mention: Mention) -> bool:
    """Whether two full names are one: the same words, or the same first and last with or without middle names."""
    own, other = core(entity.words), core(mention.words)
    if suffix(entity.words) != suffix(mention.words):
        return False  # father and son
    if own == other:
        return True
    if {entity.kind, mention.kind} & {"place", "organisation", "thing"}:
        return False
    if own[-1] != other[-1]:
        return _leaves_second(own, other) or _leaves_second(other, own)
    first, second = sorted((own[0], other[0]), key=len)
    return first == second or (len(first) == 1 and second.startswith(first))


def _leaves_second(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a name leaves out the second of two family names: Ana Ruiz for Ana Ruiz Mora."""
    return len(longer) > len(shorter) and longer[0] == shorter[0] and longer[-2] == shorter[-1]


def _short_match(entity: Entity, mention: Mention) -> bool:
    """Whether a single word, or the last ones, are short for an entity's full name, or the same single word."""
    own, said = core(entity.words), core(mention.words)
    word, junior = said[0], suffix(mention.words)
    if len(said) > 1 or (junior and len(own) > 1 and suffix(entity.words) != junior):
        return len(said) > 1 and (own == said or _ends_with(entity, mention))
    if len(own) > 1 and mention.words[0].isupper() and entity.kind != "person" and len(word) > 1:
        return "".join(each[0] for each in entity.words if each[0].isupper()) == mention.words[0].replace(".", "")
    if len(own) == 1:
        return own[0] == word and not _other_office(entity, mention)
    if entity.kind in ("thing", "organisation", "place"):
        return _short_for_thing(entity, mention, word)
    if mention.kind in ("place", "organisation", "thing"):
        return False
    second = len(own) > 2 and own[-2] == word and mention.words[0] not in first_names()
    given = mention.words[0] in first_names() or word.capitalize() in first_names()
    return own[-1] == word or second or (own[0] == word and (given or is_turned(entity.words)))


def _ends_with(entity: Entity, mention: Mention) -> bool:
    """Whether somebody's name ends with the several words of a mention: Ana van den Berg, Van den Berg."""
    own, said = core(entity.words), core(mention.words)
    told = {entity.kind, mention.kind} & {"place", "organisation", "thing"}
    return not told and len(own) > len(said) and own[-len(said) :] == said


def _short_for_thing(entity: Entity, mention: Mention, word: str) -> bool:
    """Whether a single word is short for the name of a ship and the like, or of a company."""
    own = core(entity.words)
    if entity.kind == "thing":
        return word in (own[0], own[-1]) and (own[0] in of_things("titles") or not mention.sure)
    told = mention.kind in ("place", "organisation", "thing")
    if entity.kind != "organisation" or told:
        return False
    return (_is_company(entity.words) and own[0] == word) or (own[-1] == word and word in name_nouns("team-close"))


def _is_company(words: tuple[str, ...]) -> bool:
    """Whether a name is that of a company by its last word, and its first word may stand for it: Nordal Foods."""
    last = words[-1].casefold()
    by_last = words[-1].rstrip(".") in legal_forms() or last in company_words() or last in name_nouns("company-close")
    return by_last and words[0] not in places() and words[0] not in place_adjectives() and len(words[0]) > 3


def _other_office(entity: Entity, mention: Mention) -> bool:
    """Whether a surname stands behind the title of another office: Foreign Minister X and Interior Minister X."""
    for office in _PORTFOLIO & mention.roles:
        held = [each.roles - {office} for each in entity.mentions if office in each.roles]
        own = mention.roles - {office}
        if own and held and all(one and not one & own for one in held[:_MOST]):
            return True
    return False


def _settle(entity: Entity) -> None:
    """Tell the kind and sex that the roles of all mentions add."""
    if entity.sex is None and entity.roles and entity.kind in ("person", None):
        sexes = {person_words().get(word, "b") for word in entity.roles} - {"b"}
        entity.sex = sexes.pop() if len(sexes) == 1 else None
    if entity.sex is None and entity.kind == "person" and all(len(mention.words) == 1 for mention in entity.mentions):
        by_name = first_names().get(entity.words[0], "b")
        entity.sex = by_name if by_name != "b" else None
    if entity.kind is None and any(word in roles() for word in entity.roles):
        entity.kind = "person"
    if entity.kind is None and entity.canonical in places():
        entity.kind = "place"
