"""Numbers in words for the analyst: a figure's value as it was meant, its unit, who says it."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from workbench.compare.sentences import units

_TIME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?")
_SYMBOL = {"=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ "}
_WORDS = {"~": "about ", ">": "more than ", ">=": "at least ", "<": "less than ", "<=": "at most "}


def number(value: float) -> str:
    """A number with its thousands parted, without idle decimals.

    >>> number(1500000.0), number(0.3333), number(2024.5)
    ('1,500,000', '0.3333', '2,024.5')
    """
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.4f}".rstrip("0")


def count(number: int, noun: str) -> str:
    """A number with its noun.

    >>> count(1, "quote"), count(2000, "word")
    ('1 quote', '2,000 words')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def day(published: str | None) -> str:
    """When something was published, as people write it: the day, and the time where one is stated.

    >>> day("2026-03-04T15:20:00Z"), day("2026-03-04T15:20:31+01:00"), day("2026-03"), day(None)
    ('2026-03-04 15:20 UTC', '2026-03-04 15:20 +01:00', '2026-03', '')
    """
    found = _TIME.fullmatch(published or "")
    if found is None:
        return published or ""
    zone = "UTC" if found["zone"] == "Z" else found["zone"] or ""
    return f"{found['day']} {found['time']} {zone}".rstrip()


def asked(message: str, names: Mapping[str, str]) -> str:
    """The message of a check as a sentence, with what each source is called (`names`, by article_id) for its id.

    >>> asked('004_5888: "assume" and "nominate" on one day?', {"004_5888": "The Herald"})
    'The Herald: “assume” and “nominate” on one day?'
    """
    for article_id in sorted(names, key=len, reverse=True):
        parts = re.split(rf"(?<![\w“]){re.escape(article_id)}(?![\w”])", message)
        message = names[article_id].join(parts)
    message = re.sub(r'"([^"]*)"', r"“\1”", message)
    return message[:1].upper() + message[1:]


def stated(row: Mapping[str, Any]) -> str:
    """The number as printed, with a symbol for its bound: ``> 100``, ``≈ one hundred``; an implied one in digits.

    >>> stated({"surface": "100", "bound": ">"})
    '> 100'
    """
    value = _known(row, "value")
    words = number(value) if row.get("implied") and value is not None else " ".join(str(row["surface"]).split())
    return _SYMBOL.get(_known(row, "bound") or "", "") + words


def meaning(row: Mapping[str, Any]) -> str:
    """What the number allows, in words: ``more than 100``, ``from 50 to 60``; empty where it is not known.

    >>> meaning({"value": 100, "low": 100, "high": None, "bound": ">", "unit": None})
    'more than 100'
    >>> meaning({"value": 4200000, "low": None, "high": None, "bound": "=", "unit": "cubic metre"})
    '4,200,000 cubic metres'
    """
    value, low, high = _known(row, "value"), _known(row, "low"), _known(row, "high")
    tail = _unit(_known(row, "unit"), value)
    if value is not None:
        return f"{_WORDS.get(_known(row, 'bound') or '', '')}{number(value)}{tail}"
    if low is not None and high is not None:
        return f"from {number(low)} to {number(high)}{tail}"
    if low is not None:
        return f"at least {number(low)}{tail}"
    return f"at most {number(high)}{tail}" if high is not None else ""


def _unit(unit: str | None, value: float | None) -> str:
    """The unit as it stands behind a number: ``%``, `` year``, `` years``, `` cubic metres``."""
    if not unit or unit == "%":
        return unit or ""
    return f" {units(unit, value)}"


def _known(row: Mapping[str, Any], name: str) -> Any:
    """The value under `name`; None where it is missing in whatever way."""
    value = row.get(name)
    return None if pd.isna(value) else value
