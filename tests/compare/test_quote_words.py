"""Words of a quote: their keys, places and weights; every spelling rule and opposite fires on its example."""

import pytest

from workbench.compare import spelling
from workbench.compare.rendering import ends_cut, joined, words
from workbench.lexicons import lexicon

SPELLINGS = {entry.id: entry for entry in lexicon("spelling").entries}


@pytest.mark.parametrize("entry", SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_of_one_word_share_a_key(entry):
    one, other = entry.example.split()
    assert spelling.key(one) == spelling.key(other)
    for apart in entry.counterexamples:
        one, other = apart.split()
        assert spelling.key(one) != spelling.key(other)


OTHER_WORDS = "filing filling|for four|tour tor|hoping hopping|sale sell|rise rice|cent scent|story storey|us US"


@pytest.mark.parametrize("pair", OTHER_WORDS.split("|"))
def test_different_words_keep_their_keys(pair):
    one, other = pair.split()
    assert spelling.key(one) != spelling.key(other)


@pytest.mark.parametrize("entry", lexicon("opposites").entries, ids=lambda entry: entry.id)
def test_opposites_know_one_another(entry):
    table = spelling.opposites()
    left, right = (spelling.stem(word) for word in (entry.pattern.split()[0], str(entry.more["against"]).split()[0]))
    assert right in table[left]
    assert left in table[right]


@pytest.mark.parametrize("entry", lexicon("synonyms").entries, ids=lambda entry: entry.id)
def test_words_that_retell_one_another_are_one_concept(entry):
    assert len({spelling.concept(word) for word in entry.example.split()}) == 1


@pytest.mark.parametrize("entry", lexicon("plain_words").entries, ids=lambda entry: entry.id)
def test_plain_words_weigh_less(entry):
    assert any(spelling.weight(word) == entry.more["weight"] for word in entry.example.split())
    assert spelling.weight("granary") == 1


TEXTS = {
    "contractions": ("We’re sure it won't, can’t last", "we are sure it will not can not last"),
    "acronym-and-accents": ("the U.S. Café", "the US cafe"),
    "possessive": ("Peru's coast", "peru s coast"),
    "hyphen-and-dash": ("well-being — mostly", "well being mostly"),
    "numbers": ("1,500 of 3.2%", "1500 of 32 percent"),
    "marks-only": ("— “…” !", ""),
}


@pytest.mark.parametrize(("text", "keys"), TEXTS.values(), ids=TEXTS)
def test_words_by_their_keys(text, keys):
    found = words(text, 0, len(text))
    assert " ".join(word.key for word in found) == keys
    assert joined(found) == keys.replace(" ", "")
    assert all(text[word.start : word.end].strip() for word in found)


def test_words_know_where_sentences_open_and_what_is_cut_or_added():
    text = "xx It fell. Nobody … saw [the crew] it. xx"
    found = words(text, 3, len(text) - 3)
    assert [text[word.start : word.end] for word in found if word.opens] == ["It", "Nobody"]
    assert [text[word.start : word.end] for word in found if word.cut] == ["saw"]
    assert [text[word.start : word.end] for word in found if word.bracketed] == ["the", "crew"]


ENDS = [("so…", 3, True), ("so . . .", 8, True), ("so...", 2, True), ("so.", 3, False)]


@pytest.mark.parametrize(("text", "end", "cut"), ENDS)
def test_an_ellipsis_at_the_end(text, end, cut):
    assert ends_cut(text, end) is cut
