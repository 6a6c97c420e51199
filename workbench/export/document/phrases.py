"""Small turns of phrase that sentences of a briefing are put together with."""

from collections.abc import Sequence

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_CLOSED = (".", "?", "!", "…", ".”", "?”", "!”", "….”")


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "quantity", "quantities"), counted(2000, "word")
    ('1 quantity', '2,000 words')
    """
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"


def worded(number: int) -> str:
    """A small number in words.

    >>> worded(3), worded(40)
    ('three', '40')
    """
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


def listed(names: Sequence[str], most: int = 4, joint: str = "and") -> str:
    """Names in a row, those beyond `most` counted.

    >>> listed(["A", "B", "C"]), listed(["A", "B", "C", "D"], 2), listed(["A", "B"], joint="or")
    ('A, B and C', 'A, B and two others', 'A or B')
    """
    if len(names) > most + 1:
        return f"{', '.join(names[:most])} and {worded(len(names) - most)} others"
    return f" {joint} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def ended(text: str) -> str:
    """`text` as a sentence: a capital at its start, a full stop at its end.

    >>> ended("the ferry sank"), ended("Ada Lund: “We left,”")
    ('The ferry sank.', 'Ada Lund: “We left”.')
    """
    said = unhung(text)
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(_CLOSED) else '.'}"


def unhung(text: str) -> str:
    """`text` without the comma that its sentence went on with, before or behind the closing quote mark, which it has.

    >>> unhung("“We left,”")
    '“We left”'
    """
    said = " ".join(text.split()).rstrip(",;: ")
    said += "”" if said.count("“") > said.count("”") else '"' if said.count('"') % 2 else ""
    return f"{said[:-1].rstrip(',;: ')}{said[-1]}" if said.endswith(("”", '"', "»")) else said


def cut(text: str, most: int = 220) -> str:
    """`text` on one line, cut between words where it is longer than `most`.

    >>> cut("one two three four", 10)
    'one two …'
    """
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0]} …"
