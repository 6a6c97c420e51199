"""An invented event told by any number of articles, the same for the same seed: counts, names, quotes and dates known.

A ferry runs aground. Each article takes its facts, in an order and in words of its own, from the same few; some outlets
copy a sentence of the agency, some have a count wrong, and each has some matter of its own.

    python tests/benchmarks/event.py FOLDER [COUNT]
"""

import random
import sys
from itertools import product
from pathlib import Path

SEED = 20310514

#: What is so: by what is counted, the number; the second is what an outlet in eight has instead.
COUNTS = {"passengers": (412, 420), "dead": (23, 21), "hurt": (187, 178), "missing": (9, 11), "crew": (38, 36)}

_HEADLINES = (
    "{dead} die as ferry {ship} runs aground off {coast}",
    "Ferry disaster off {coast} kills {dead}, injures {hurt}",
    "{minister} orders inquiry after ferry {ship} runs aground",
    "Rescuers pull hundreds from stricken ferry off {coast}",
    "{missing} still missing after {ship} hits rocks",
)
_FACTS = (
    (
        "The ferry {ship} ran aground off {coast} on Wednesday, killing {dead} people, the coast guard said.",
        "{dead} passengers were killed when the {ship} hit rocks near {coast} on May 14, officials said.",
        "At least 20 people died on Wednesday after a ferry with {passengers} passengers on board struck a reef.",
    ),
    (
        "The vessel carried {passengers} passengers and {crew} crew, according to the operator, {company}.",
        "{company} said that {passengers} passengers and a crew of {crew} had been on board.",
        "Some 400 passengers were on the ship, the company said in a statement.",
    ),
    (
        "{hurt} people were injured, {minister}, the transport minister, told reporters.",
        "Hospitals in {coast} treated {hurt} injured passengers, 14 of them in intensive care.",
        "More than 150 people were hurt, the health ministry said on Thursday.",
    ),
    (
        "{missing} people are still missing, and divers search the hull.",
        "Rescuers are looking for {missing} missing passengers, including two children.",
        "The search for the missing, {missing} of them by the last count, goes on.",
    ),
    (
        "“{said}” {captain}, the captain of the ferry, said on Thursday.",
        "{captain} told the Daily Courier that he was not to blame: “{said}”",
        "The captain denied any fault. “{said}” he said.",
    ),
    (
        "“This is the darkest day in the history of our port,” said {mayor}, the mayor of {coast}.",
        "{mayor}, the embattled mayor, called it “the darkest day in the history of our port”.",
        "Mayor {mayor} spoke of a dark day for the town and warned of “hasty judgement”.",
    ),
    (
        "{minister} ordered an inquiry and promised that those responsible would be held to account.",
        "The government launched an investigation, which {minister} said would take six months.",
        "An inquiry was opened on Thursday; the minister vowed to act against a reckless operator.",
    ),
    (
        "{company} was fined $2.4 million in March 2029 after an engine fire on the same ship.",
        "The operator had paid a fine of 2.4 million dollars two years ago for a fire aboard.",
        "In 2029 a fire broke out on the ferry, and {company} was fined, court papers show.",
    ),
    (
        "The {ship} was built in 2009 and had passed its last inspection on 3 April.",
        "Built in 2009, the ageing vessel had been inspected in April, the registry said.",
        "Critics say that the rusting ferry, which is 22 years old, should have been scrapped long ago.",
    ),
    (
        "Shares of {company} fell 12 percent on Thursday and lost another 4 percent on Friday.",
        "The shocking accident wiped almost a fifth off the value of {company}.",
        "{company} lost 15% of its value in two days.",
    ),
)
_WIRE = (
    "Twelve lifeboats were launched within forty minutes of the first call for help, the coast guard said, and fishing "
    "boats from three nearby villages took people from the water until nightfall."
)
_OWN = (
    "{person}, {age}, a {trade} from {town}, said she had waited {hours} hours in the water. “{own}” she said.",
    "In {town}, {person} opened the doors of the school to {age} survivors, and a local {trade} brought {hours} cars.",
    "{person}, a {trade}, accused the operator of greed and claimed that {hours} of the boats had leaked for years.",
)
_TRADES = ("nurse", "teacher", "plumber", "farmer", "student", "driver", "baker", "pilot", "lawyer", "dentist")
_SAID = "We followed every rule that there is, and the chart did not show the reef,"
_SAYINGS = (
    "I held on to my son and to a piece of wood,",
    "Nobody told us where to go or what to do,",
    "The lights went out and then the floor came up,",
    "We sang so that the children would not be afraid,",
)
_OUTLETS = ("Courier", "Herald", "Tribune", "Observer", "Gazette", "Chronicle")
_SYLLABLES = ("ba", "ko", "ri", "ta", "mu", "se", "lo", "vi", "na", "du", "pe", "ga", "hel", "mar", "tos", "len")
_NAMES = ["".join(parts).capitalize() for parts in product(_SYLLABLES, repeat=3)]
_KNOWN = {
    "ship": "Northern Grace",
    "coast": "Orsund",
    "company": "Veldmark Lines",
    "captain": "Tomas Hergard",
    "mayor": "Ingrid Salvesen",
    "minister": "Paul Andersby",
    "said": _SAID,
}


def article(number: int, seed: int = SEED) -> str:
    """The text of one article; the same for the same `number` and `seed`."""
    dice = random.Random(f"{seed} {number}")
    wrong = dice.randrange(8) == 0
    counted = {what: str(two if wrong else one) for what, (one, two) in COUNTS.items()}
    given = _KNOWN | counted
    facts = [dice.choice(ways).format(**given) for ways in dice.sample(_FACTS, dice.randint(6, len(_FACTS)))]
    own = [_of_its_own(dice, way) for way in dice.sample(_OWN, 2)]
    body = [*facts[:3], *([_WIRE] if dice.random() < 0.3 else []), *facts[3:5], own[0], *facts[5:], own[1]]
    day = dice.choice((15, 16))
    head = dice.choice(_HEADLINES).format(**given)
    source = f"The {dice.choice(_NAMES)} {dice.choice(_OUTLETS)}, {day} May 2031"
    return "\n\n".join([head, source, *(line[:1].upper() + line[1:] for line in body)]) + "\n"


def _of_its_own(dice: random.Random, way: str) -> str:
    return way.format(
        person=f"{dice.choice(_NAMES)} {dice.choice(_NAMES)}",
        age=dice.randint(19, 88),
        trade=dice.choice(_TRADES),
        town=dice.choice(_NAMES),
        hours=dice.randint(2, 12),
        own=dice.choice(_SAYINGS),
    )


def write(folder: Path, count: int, seed: int = SEED) -> None:
    """`count` articles of the event as text files in `folder`, which is made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"a{number:06d}.txt").write_text(article(number, seed), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5)
