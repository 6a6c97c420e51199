"""Persons whom an article names by one word alone: whose family name it is, where another name, or article, tells."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workbench.compare.namekeys import consonants, skeletons
from workbench.compare.occasions import Occasions, features, of_family
from workbench.compare.people import Person
from workbench.compare.personal import PersonName, Tie, both_families, family_keys, family_tie, given_keys, read
from workbench.extract.label_words import listed
from workbench.extract.named import Named
from workbench.extract.wordlists import courtesies, first_names, roles, titles

_ARTICLES = 30  # of a person, in which the event is looked for
_RANKS = frozenset(["sir", "dame", "lord", "lady"])
_MOST = 50  # persons under one key that a single name is held against


def resolve(alone: Iterable[Named], persons: list[Person], occasions: Occasions) -> list[Named]:
    """Add each single name to the one person whose it can only be; those of nobody known are given back.

    Somebody of the same article comes before all others; persons of another article count only where both tell of
    one event, so that no Smith becomes the Smith of another story.
    """
    families: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for key in sorted({key for name in person.names for key in family_keys(name)}):
            families[key].append(person)
    left = list(alone)
    for _ in range(2):  # who is found in one article is then known in that one, which may be nearer to others
        before, left = len(left), _resolved(left, families, occasions)
        if len(left) == before:
            break
    return _by_first_name(left, families, persons, occasions)


def _by_first_name(
    alone: Iterable[Named], families: Mapping[str, Sequence[Person]], persons: list[Person], occasions: Occasions
) -> list[Named]:
    """Add those whom an article calls by the first name alone, her son Tariq, to the one who bears it elsewhere."""
    given: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        for form in sorted({form for name in person.names for form in given_keys(name.given)}):
            given[form].append(person)
    left: list[Named] = []
    for one in alone:
        word = _word(one)
        told = word.capitalize() in first_names() or not one.roles.isdisjoint(listed("kinship"))
        told = told and one.kind == "person" and not _fitting(one, _candidates(families, word))
        near = (
            {id(person): person for form in sorted(given_keys(word)) for person in given[form][:_MOST]} if told else {}
        )
        fitting = [who for who in near.values() if not (one.sex and who.sex and one.sex != who.sex)]
        home = _elsewhere(one, [(person, Tie.SAME) for person in fitting], occasions)
        if home is None:
            left.append(one)
        else:
            home.add(one)
            home.reasons.append(f"{one.name} alone, the first name, in an article on the same event")
    return left


def _resolved(alone: Iterable[Named], families: Mapping[str, Sequence[Person]], occasions: Occasions) -> list[Named]:
    """Add each single name to the person that it fits by what was known before; those that fit none."""
    left: list[Named] = []
    joined: list[tuple[Person, Named, str | None]] = []
    for one in alone:
        fitting = _fitting(one, _candidates(families, _word(one)))
        home = _here(one, fitting)
        reason = None
        if home is None:
            home = _elsewhere(one, fitting, occasions)
            reason = f"{one.name} alone, in an article on the same event" if home else None
        if home is None:
            left.append(one)
        else:
            joined.append((home, one, reason))
    for person, one, reason in joined:
        person.add(one)
        if reason and reason not in person.reasons:
            person.reasons.append(reason)
    return left


def _candidates(families: Mapping[str, Sequence[Person]], word: str) -> list[Person]:
    found = {id(person): person for key in sorted(skeletons(word)) for person in families.get(key, ())}
    return list(found.values())[:_MOST]


def _word(one: Named) -> str:
    """The family name by which somebody is named who has no first name here, two of them as one: Ruiz Mora."""
    name = read(one.name)
    return name.given + name.family


def are_families(names: Iterable[PersonName]) -> frozenset[tuple[str, str]]:
    """The two family names of each who bears two, so that Ruiz Mora is known to be Ana Ruiz Mora's."""
    return frozenset((name.middle[-1], name.family) for name in names if both_families(name))


def _fitting(one: Named, persons: Sequence[Person]) -> list[tuple[Person, Tie]]:
    """Who could be meant, by family name and sex."""
    word = _word(one)
    found: list[tuple[Person, Tie]] = []
    for person in persons:
        if one.sex and person.sex and one.sex != person.sex:
            continue
        best = max(family_tie(word, family) for name in person.names for family in _families(name))
        if best is Tie.SAME or (best is Tie.SPELT and consonants(word) > 3):
            found.append((person, best))
    return found


def _families(name: PersonName) -> tuple[str, ...]:
    """The family name, and the first of two: Ruiz of Ana Ruiz Mora."""
    first = [each for each in name.middle[-1:] if len(each) > 2 and each.capitalize() not in first_names()]
    return (name.family, *first, *both_families(name))


def _here(one: Named, fitting: Sequence[tuple[Person, Tie]]) -> Person | None:
    """Who of the same article is meant: the only one, or the one named far more often."""
    here = [
        (person, tied) for person, tied in fitting if one.article_id in person.articles and _introduced(one, person)
    ]
    best = max((tied for _, tied in here), default=Tie.DIFFERENT)
    here = [(person, tied) for person, tied in here if tied is best]
    if len(here) == 1:
        return here[0][0]
    counts = sorted(((_times(person, one.article_id), number) for number, (person, _) in enumerate(here)), reverse=True)
    return here[counts[0][1]][0] if counts and counts[0][0] >= 3 * counts[1][0] else None


def _introduced(one: Named, person: Person) -> bool:
    """Whether the article names the person in full before it uses the single name."""
    members = person.by_article[one.article_id]
    if all(read(member.name).family != _word(one) for member in members):
        return True  # the article spells the name in two ways, which was seen in no order
    full = [passage.start for member in members for passage in member.passages]
    return min(full) < min(passage.start for passage in one.passages)


def _times(person: Person, article_id: str) -> int:
    return sum(len(member.passages) for member in person.by_article[article_id])


def _elsewhere(one: Named, fitting: Sequence[tuple[Person, Tie]], occasions: Occasions) -> Person | None:
    """The only one whom articles on the same event name in full."""
    near = [
        (person, tied)
        for person, tied in fitting
        if one.article_id not in person.articles
        and any(_meet(one, person, other, occasions) for other in sorted(person.articles)[:_ARTICLES])
    ]
    if not near and len(fitting) == 1 and fitting[0][1] is Tie.SAME:  # the only one of the name, and one more in both
        word = _apart_from(one, fitting[0][0])
        articles = sorted(fitting[0][0].articles - {one.article_id})[:_ARTICLES]
        near = [each for each in fitting if any(occasions.share_person(one.article_id, it, word) for it in articles)]
    best = max((tied for _, tied in near), default=Tie.DIFFERENT)
    near = [(person, tied) for person, tied in near if tied is best]
    if len(near) > 1:  # the president, of two; and who is called Jr. is called so always
        near = [each for each in near if (_offices(one.roles) | one.roles & _RANKS) & each[0].said_roles] or [
            each for each in near if all(name.suffix != "jr" for name in each[0].names)
        ]
    return near[0][0] if len(near) == 1 else None


def _offices(words: Iterable[str]) -> frozenset[str]:
    """The titles among the words that say what somebody is, but Mr and Mrs."""
    return frozenset(words) & (titles().keys() - courtesies())


def _apart_from(one: Named, person: Person) -> frozenset[str]:
    """The names in question, which are no evidence for themselves."""
    return frozenset({of_family(_word(one))}).union(*(features(name) for name in person.names))


def _meet(one: Named, person: Person, other: str, occasions: Occasions) -> bool:
    """Whether an article that names the person is on the same event, for one of the same office on a like one."""
    word = _apart_from(one, person)
    if occasions.together(one.article_id, other, word):
        return True
    shared = one.roles & person.said_roles
    if _offices(shared) and occasions.share_person(one.article_id, other, word):
        return True
    return len(shared) > 1 and bool(shared & roles().keys()) and occasions.share(one.article_id, other, word) > 0


def alone(left: Iterable[Named], occasions: Occasions) -> list[Person]:
    """Those whom no article names in full: the same word in articles on one event is one person."""
    groups: dict[str, list[Person]] = defaultdict(list)
    for one in sorted(left, key=lambda named: (named.article_id, named.name)):
        word = _word(one)
        home = next(
            (
                person
                for person in groups[word][:_MOST]
                if one.article_id not in person.articles  # which told the two apart
                and not (one.sex and person.sex and one.sex != person.sex)
                and any(
                    occasions.together(one.article_id, other, [of_family(word)])
                    for other in sorted(person.articles)[:_ARTICLES]
                )
            ),
            None,
        )
        if home is None:
            home = Person(names={PersonName("", (), word, "")})
            groups[word].append(home)
        home.add(one)
    return [person for word in sorted(groups) for person in groups[word]]
