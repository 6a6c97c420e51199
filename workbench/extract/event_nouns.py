"""Nouns that name an act: the release, his resignation."""

from functools import cache

from workbench.lexicons import lexicon


@cache
def event_nouns() -> dict[str, tuple[str, str]]:
    """By noun: the verb that it stands for, and whether who stands before it is the actor or the object."""
    return {
        noun: (entry.id, str(entry.more["owner"]))
        for entry in lexicon("event_nouns").entries
        for noun in entry.pattern.split("|")
    }
