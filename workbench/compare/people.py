"""Which persons of different articles are one: the same name, or two spellings of it with enough else in common."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import combinations, product

from workbench.compare.namekeys import consonants, romanise
from workbench.compare.occasions import Occasions, features
from workbench.compare.personal import (
    PersonName,
    Tie,
    family_keys,
    family_tie,
    given_tie,
    is_cut,
    is_turned,
    name_parts,
    read,
    tie,
)
from workbench.extract.named import Named
from workbench.extract.wordlists import first_names, roles, same_role

_MOST = 60  # persons of one family name who are all compared with each other
_REACH = 12  # of more, how many neighbours in the alphabet
_NAMES = 20  # spellings of one person's name
_ARTICLES = 30  # of a person, in which the event is looked for
_SHORT = 3  # sounds in a family name, below which spelling alone tells little


@dataclass(eq=False, slots=True)
class Person:
    """One person: who is named so in the articles, in which forms, and why these are held to be one."""

    members: list[Named] = field(default_factory=list)
    names: set[PersonName] = field(default_factory=set)
    reasons: list[str] = field(default_factory=list)

    by_article: dict[str, list[Named]] = field(default_factory=dict)
    sexes: set[str] = field(default_factory=set)

    def add(self, one: Named) -> None:
        """Hold this to be a name of the person, too."""
        self.members.append(one)
        self.by_article.setdefault(one.article_id, []).append(one)
        if one.sex:
            self.sexes.add(one.sex)

    @property
    def articles(self) -> Set[str]:
        """The articles that name the person."""
        return self.by_article.keys()

    @property
    def sex(self) -> str | None:
        """f or m where the articles do not contradict each other."""
        return next(iter(self.sexes)) if len(self.sexes) == 1 else None

    @property
    def said_roles(self) -> set[str]:
        """The words that say what the person is."""
        words = {word.strip(".") for one in self.members for word in one.roles}
        return words.union(*(same_role(word).split() for word in words)) - name_parts("empty")

    @property
    def form(self) -> str:
        """The fullest name that most articles use, in Latin letters where there is one."""
        uses = Counter(one.name for one in self.members)
        plain = Counter(romanise(one.name) for one in self.members)
        return min(
            uses,
            key=lambda name: (
                " " not in name,
                not _is_latin(name),
                -plain[romanise(name)],
                -uses[name],
                -len(name),
                name,
            ),
        )


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two persons who may be one: what speaks for it, and what is lacking."""

    one: Person
    two: Person
    message: str


def gather(named: Iterable[Named], occasions: Occasions) -> tuple[list[Person], list[Doubt]]:
    """The persons among what articles name in full, and those who may be one."""
    persons = _same_names(named)
    return _joined(persons, occasions)


def _is_latin(name: str) -> bool:
    return all(ord(letter) < 0x250 for letter in name)


def _same_names(named: Iterable[Named]) -> list[Person]:
    """Who bears the same full name: one person, unless middle names or sexes tell them apart."""
    buckets: dict[tuple[str, str, str], list[Named]] = defaultdict(list)
    for one in named:
        name = read(one.name)
        buckets[name.given.replace("-", ""), name.family.replace("-", ""), name.suffix].append(one)
    persons: list[Person] = []
    for key in sorted(buckets):
        members = sorted(
            buckets[key], key=lambda one: (not read(one.name).middle, one.sex or "z", one.name, one.article_id)
        )
        mine: list[Person] = []
        for one in members:
            name = read(one.name)
            fitting = [
                person
                for person in mine[:_MOST]
                if all(tie(name, other) is not Tie.DIFFERENT for other in person.names)
                and not (one.sex and person.sex and one.sex != person.sex)
            ]
            if len(fitting) != 1:
                fitting = [Person()]
                mine += fitting
            fitting[0].add(one)
            fitting[0].names.add(name)
        for person in mine:
            forms = sorted({one.name for one in person.members})
            if len({form.casefold() for form in forms}) > 1:
                person.reasons.append(f"{' = '.join(forms)}: {_difference(name, name, Tie.SAME)}")
        persons += mine
    return persons


@dataclass(frozen=True, slots=True)
class _Pair:
    one: int
    two: int
    tie: Tie
    strength: int
    reason: str


def _joined(persons: list[Person], occasions: Occasions) -> tuple[list[Person], list[Doubt]]:
    """Spellings of one name joined where the evidence is enough, the strongest first; the others are doubts."""
    sure: list[_Pair] = []
    unsure: list[_Pair] = []
    for one, two in _pairs(persons):
        for pair, enough in _judge(persons, one, two, occasions):
            (sure if enough else unsure).append(pair)
    rivals: dict[int, list[_Pair]] = defaultdict(list)
    for pair in sure:
        rivals[pair.one].append(pair)
        rivals[pair.two].append(pair)
    home = list(range(len(persons)))
    for pair in sorted(sure, key=lambda one: (-one.tie, -one.strength, one.one, one.two)):
        one, two = sorted((_root(home, pair.one), _root(home, pair.two)))
        if one == two:
            continue
        if not _compatible(persons[one], persons[two]) or _has_rival(persons, pair, rivals):
            unsure.append(pair)
            continue
        for member in persons[two].members:
            persons[one].add(member)
        persons[one].names |= persons[two].names
        persons[one].reasons += [pair.reason, *persons[two].reasons]
        home[two] = one
    doubts = [
        Doubt(persons[_root(home, pair.one)], persons[_root(home, pair.two)], pair.reason)
        for pair in unsure
        if _root(home, pair.one) != _root(home, pair.two)
    ]
    return [person for place, person in enumerate(persons) if home[place] == place], doubts


def _root(home: list[int], place: int) -> int:
    """Where a person is by now; `home` says into whom each was joined."""
    while home[place] != place:
        home[place] = home[home[place]]
        place = home[place]
    return place


def _pairs(persons: Sequence[Person]) -> list[tuple[int, int]]:
    """The pairs of persons whose family names have one key, so that only these are compared."""
    blocks: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(persons):
        for name in person.names:
            for key in family_keys(name):
                blocks[key].add(number)
            if not name.middle:  # the same two words, the family name first or last
                blocks[" ".join(sorted((name.given, name.family)))].add(number)
    return sorted({pair for block in blocks.values() for pair in _neighbours(persons, block)})


def _neighbours(persons: Sequence[Person], block: set[int]) -> Iterable[tuple[int, int]]:
    """All pairs of a block; of a large one, each person with those whose first names stand next in the alphabet."""
    if len(block) <= _MOST:
        return combinations(sorted(block), 2)
    ordered = sorted(block, key=lambda number: (min(persons[number].names, key=_order).given, number))
    return (
        (min(one, two), max(one, two)) for at, one in enumerate(ordered) for two in ordered[at + 1 : at + 1 + _REACH]
    )


def _judge(persons: Sequence[Person], one: int, two: int, occasions: Occasions) -> Iterable[tuple[_Pair, bool]]:
    """What speaks for two persons' being one, and whether it is enough."""
    a, b = persons[one], persons[two]
    least = min(tie(x, y) for x, y in product(a.names, b.names))
    if least is Tie.DIFFERENT or (a.sex and b.sex and a.sex != b.sex):
        return
    name_a, name_b = min(a.names, key=_order), min(b.names, key=_order)
    difference = _difference(name_a, name_b, least)
    if least is Tie.SAME:
        yield _Pair(one, two, least, 9, f"{_both(a, b)}: {difference}"), True
        return
    shared = a.said_roles & b.said_roles
    role = bool(shared & roles().keys())
    apart_from = features(name_a) | features(name_b)
    in_one = bool(a.articles & b.articles)
    event = any(occasions.together(x, y, apart_from) for x, y in product(_first(a), _first(b)))
    known = least is Tie.SPELT and name_a.family == name_b.family and not in_one
    event = event or (known and any(occasions.share_person(x, y, apart_from) for x, y in product(_first(a), _first(b))))
    shared_family = bool({name_a.family, *name_a.middle[-1:]} & {name_b.family, *name_b.middle[-1:]})
    shared_family |= name_a.eastern != name_b.eastern
    short = min(consonants(name_a.family), consonants(name_b.family)) < _SHORT
    initial = 1 in (len(name_a.given), len(name_b.given))
    if least is Tie.LOOSE and not initial:
        cut = shared_family and not in_one and is_cut(name_a.given, name_b.given)
        enough = role and event and (cut or len(shared) > 1)
    else:
        turned = not in_one and is_turned(name_a, name_b) and _has_order(name_a)
        enough = turned or (role if in_one or (short and not shared_family) else role or event)
    said = [f"the same role ({', '.join(sorted(shared))})"] * role + ["articles on the same event"] * event
    evidence = " and ".join(said) or "nothing else in common"
    asked = least is not Tie.LOOSE and not short and not initial
    if enough or role or event or asked:  # two spellings of one name are a question, whatever else is known
        yield _Pair(one, two, least, 2 * role + event, f"{_both(a, b)}: {difference}; {evidence}"), enough


def _has_order(name: PersonName) -> bool:
    """Whether only one word of two is a first name, so that its place tells the order: Zsuzsa Halasi."""
    return len({name.given.capitalize() in first_names(), name.family.capitalize() in first_names()}) == 2


def _first(person: Person) -> list[str]:
    return sorted(person.articles)[:_ARTICLES]


def _order(name: PersonName) -> tuple[str, str, tuple[str, ...]]:
    return name.given, name.family, name.middle


def _both(a: Person, b: Person) -> str:
    return " = ".join(sorted({a.form, b.form}))


def _difference(one: PersonName, two: PersonName, least: Tie) -> str:
    """In what two names differ, in words."""
    if least is Tie.SAME:
        return "the same name, accents, hyphens or middle names apart"
    if 1 in (len(one.given), len(two.given)) and one.given != two.given:
        return "an initial for the first name"
    if one.eastern != two.eastern and one.given == two.family:
        return "the family name first or last"
    return _difference_of_parts(given_tie(one.given, two.given), family_tie(one.family, two.family), least)


def _difference_of_parts(given: Tie, family: Tie, least: Tie) -> str:
    if family is Tie.DIFFERENT:
        return "one of two family names is left out"
    if family is Tie.SAME:
        return "another suffix" if given is Tie.SAME else "two forms of the first name"
    if least is Tie.LOOSE:
        return "the family names sound alike"
    return "they differ by transliteration" if given is Tie.SAME else "both names differ by transliteration or form"


def _compatible(a: Person, b: Person) -> bool:
    """Whether no two names of theirs, and not their sexes, tell them apart."""
    if len(a.names) + len(b.names) > _NAMES:
        return False
    return not (a.sex and b.sex and a.sex != b.sex) and all(
        tie(x, y) is not Tie.DIFFERENT for x, y in product(a.names, b.names)
    )


def _has_rival(persons: Sequence[Person], pair: _Pair, rivals: dict[int, list[_Pair]]) -> bool:
    """Whether one of the two could as well be somebody else, who is clearly not the other."""
    for here, there in ((pair.one, pair.two), (pair.two, pair.one)):
        for other in rivals[here]:
            third = other.two if other.one == here else other.one
            if third == there or (other.tie, other.strength) < (pair.tie, pair.strength):
                continue
            if not _compatible(persons[third], persons[there]):
                return True
    return False
