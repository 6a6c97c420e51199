"""What passes between the processes of a run, as JSON: what a run makes, a partition to be worked, what came of it."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from workbench.model import Fact, Problem, Severity
from workbench.stream.places import State

FORMATS = ("jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Options:
    """What a run makes. `words` is the digest of own word lists, `where` the folder that paths are relative to."""

    out: str
    tables: tuple[str, ...]
    form: str
    limit: int
    timeout: float
    version: str
    origin: str | None = None
    words: str = ""
    where: str | None = None

    @property
    def kept(self) -> dict[str, Any]:
        """The options that the results depend on, as the manifest has them."""
        return {"tables": [*self.tables], "format": self.form, "limit": self.limit, "words": self.words}

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Options":
        """The options that ``asdict`` told."""
        return cls(**{**told, "tables": tuple(told["tables"])})


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article that is to be worked: where it stands in its file, its id, and the event that it belongs to."""

    member: str | None  # of a zip archive
    draft: int  # its number among the articles of the file, from 0
    article_id: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A file, and the articles in it that are wanted."""

    place: str
    state: State
    stated: Mapping[str, Fact]
    articles: tuple[Wanted, ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """The articles that are worked together, in their order, and the problems that listing them met.

    `aside` holds, by article_id, why an article is left out; `apart` the events whose articles cannot be compared;
    `labels` what the events are called, and which articles seem to be of another one.
    """

    number: int
    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...] = ()
    aside: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, str] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, Sequence[str]]] = field(default_factory=dict)

    @property
    def wanted(self) -> Iterator[Wanted]:
        """Its articles, in their order."""
        return (one for piece in self.pieces for one in piece.articles)

    def without(self, aside: Mapping[str, str], apart: Mapping[str, str]) -> "Partition":
        """The partition with more articles left out, and more events whose articles stand alone."""
        return replace(self, aside={**self.aside, **aside}, apart={**self.apart, **apart})

    def only(self, article_id: str) -> "Partition":
        """The partition with this one article."""
        pieces = (
            replace(piece, articles=tuple(one for one in piece.articles if one.article_id == article_id))
            for piece in self.pieces
        )
        return replace(self, pieces=tuple(piece for piece in pieces if piece.articles), problems=())

    @property
    def digest(self) -> str:
        """A digest of which articles these are, whatever the states of their files."""
        parts = [
            [piece.place, _facts(piece.stated), [[one.member, one.draft, one.article_id, one.event_id]]]
            for piece in self.pieces
            for one in piece.articles
        ]
        told = json.dumps([parts, [asdict(problem) for problem in self.problems], dict(self.labels)])
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def json(self) -> dict[str, Any]:
        """The partition as JSON says it."""
        pieces = [
            {
                "place": piece.place,
                "state": [piece.state.size, piece.state.stamp],
                "stated": _facts(piece.stated),
                "articles": [[one.member, one.draft, one.article_id, one.event_id] for one in piece.articles],
            }
            for piece in self.pieces
        ]
        problems = [asdict(problem) for problem in self.problems]
        return {
            "number": self.number,
            "pieces": pieces,
            "problems": problems,
            "aside": dict(self.aside),
            "apart": dict(self.apart),
            "labels": dict(self.labels),
        }

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Partition":
        """The partition that `json` told."""
        pieces = (
            Piece(
                piece["place"],
                State(*piece["state"]),
                facts(piece["stated"]),
                tuple(Wanted(*one) for one in piece["articles"]),
            )
            for piece in told["pieces"]
        )
        return cls(
            told["number"], tuple(pieces), problems(told["problems"]), told["aside"], told["apart"], told["labels"]
        )


def facts(told: Mapping[str, Sequence[str]]) -> dict[str, Fact]:
    """Facts from what JSON tells of them."""
    return {name: Fact(*one) for name, one in told.items()}


def problems(told: Sequence[Mapping[str, Any]]) -> tuple[Problem, ...]:
    """Problems from what JSON tells of them."""
    return tuple(Problem(**{**one, "severity": Severity(one["severity"])}) for one in told)


def _facts(known: Mapping[str, Fact]) -> dict[str, list[str]]:
    return {name: [fact.value, fact.basis] for name, fact in known.items()}


def line(told: Mapping[str, Any]) -> bytes:
    """`told` as a line of JSON, in ASCII: names of files that are no UTF-8 pass as well."""
    return json.dumps(told).encode() + b"\n"
