"""Which quotes are one utterance, how each pair is graded, and what is said to differ: cases from many subjects."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quoting import article, corpus, quotes

from workbench.compare import utterances
from workbench.model import EditKind, Fidelity, Quote, QuoteKind, QuotePair

A, B = "Ana Ruiz", "Tom Becker"


def pairs(*articles: tuple[str, str | None, str]) -> tuple[QuotePair, ...]:
    return utterances.group(*corpus(articles))[1]


def told(pair: QuotePair) -> list[tuple[str, str | None, str | None]]:
    return [(edit.kind.value, edit.a and edit.a.surface, edit.b and edit.b.surface) for edit in pair.changes]


RELATED = {
    "flood-same-words": (
        (None, "“The levee held through the night, and nobody was hurt,” she said."),
        (None, "“The levee held through the night and nobody was hurt.”"),
        "same",
        [],
    ),
    "budget-case-and-marks": (
        (None, "“This budget — like every budget — is a promise”"),
        (None, "“this Budget, like every budget, is a promise.”"),
        "same",
        [],
    ),
    "trade-dotted-acronym": (
        (None, "“The U.S. economy cannot wait for this treaty”"),
        (None, "“The US economy cannot wait for this treaty”"),
        "same",
        [],
    ),
    "union-british-spelling": (
        (None, "“Our labour is not for sale, and we will organise every harbour”"),
        (None, "“Our labor is not for sale, and we will organize every harbor”"),
        "spelling",
        [("spelt", "labour", "labor"), ("spelt", "organise", "organize"), ("spelt", "harbour", "harbor")],
    ),
    "theatre-joined-word": (
        (None, "“The good will of this audience saved the theatre”"),
        (None, "“The goodwill of this audience saved the theater”"),
        "spelling",
        [("spelt", "good will", "goodwill"), ("spelt", "theatre", "theater")],
    ),
    "club-contraction": (
        (None, "“We are proud of every player in this squad”"),
        (None, "“We’re proud of every player in this squad”"),
        "spelling",
        [("spelt", "are", "’re")],
    ),
    "acronym-spelt-out": (
        (None, "“The EU must rebuild its grain reserves before spring”"),
        (None, "“The European Union must rebuild its grain reserves before spring”"),
        "spelling",
        [("spelt", "EU", "European Union")],
    ),
    "count-in-digits": (
        (None, "“We pulled seven miners out of the shaft alive”"),
        (None, "“We pulled 7 miners out of the shaft alive”"),
        "spelling",
        [("spelt", "seven", "7")],
    ),
    "vaccine-trimmed": (
        (None, "“As soon as the trials are over, every clinic in the valley gets the vaccine,” he said."),
        (None, "They promised that “every clinic in the valley gets the vaccine”."),
        "trimmed",
        [("dropped", "As soon as the trials are over", None)],
    ),
    "ellipsis-inside": (
        (None, "“The referee, whom I have known for years and like, made a terrible mistake today”"),
        (None, "“The referee … made a terrible mistake today”"),
        "trimmed",
        [("dropped", "whom I have known for years and like", None)],
    ),
    "brackets-inside": (
        (None, "“The dam will be inspected again before winter”"),
        (None, "“The dam [at Orrin] will be inspected again before winter”"),
        "trimmed",
        [("bracketed", None, "at Orrin")],
    ),
    "other-sentences-around": (
        (None, "“Nobody slept. The whole village smelled of smoke for days. It was awful.”"),
        (None, "“We ran. The whole village smelled of smoke for days. Then rain came.”"),
        "trimmed",
        None,
    ),
    "wage-boundary-before": (
        (None, "She said the wages “are an insult to every nurse in this country”."),
        (None, "She said the wages are “an insult to every nurse in this country”."),
        "boundary",
        [("dropped", "are", None)],
    ),
    "storm-boundary-after": (
        (None, "He called it “the strongest storm in living memory” here."),
        (None, "He called it “the strongest storm in living memory here”."),
        "boundary",
        [("added", None, "here")],
    ),
    "merger-altered": (
        (A, "“This merger is a disaster for every small supplier in the region”"),
        (A, "“This merger is a catastrophe for every small supplier in the region”"),
        "altered",
        [("replaced", "disaster", "catastrophe")],
    ),
    "name-altered": (
        (None, "“We handed the files to Marina Petit on the morning of the hearing”"),
        (None, "“We handed the files to Maria Petit on the morning of the hearing”"),
        "altered",
        [("replaced", "Marina", "Maria")],
    ),
    "few-words-altered": (
        (A, "She called the ruling a “truly dangerous precedent” for courts."),
        (A, "“The ruling is a truly worrying precedent,” she said."),
        "altered",
        None,
    ),
    "clause-moved": (
        (A, "“By the end of the month the ferry to the islands will run again”"),
        (A, "“The ferry to the islands will run again by the end of the month”"),
        "altered",
        [("moved", "By the end of the month", "by the end of the month")],
    ),
    "one-word-dropped": (
        (A, "“The vaccine is not safe”"),
        (A, "“The vaccine is safe”"),
        "altered",
        [("dropped", "not", None)],
    ),
    "translated-twice": (
        (A, "“We will not give up a single metre of our land to the invaders,” she said."),
        (A, "“To the invaders we shall not surrender one metre of our land.”"),
        "altered",
        None,
    ),
    "headline-names-nobody": (
        (None, "“Bridge will hold” – mayor"),
        (A, "“The bridge will hold,” she said."),
        "trimmed",
        None,
    ),
    "two-words-same-speaker": (
        (A, "She spoke of “moral bankruptcy”."),
        (A, "a case of “moral bankruptcy”"),
        "same",
        [],
    ),
    "reported-and-quoted": (
        (A, "“The mayor stole money from the school kitchen fund”"),
        (A, "Ruiz said ⟦that the mayor had stolen money from the kitchen fund of the school⟧."),
        "altered",
        None,
    ),
}


@pytest.mark.parametrize(("one", "two", "relation", "changes"), RELATED.values(), ids=RELATED)
def test_renderings_are_graded(one, two, relation, changes):
    (pair,) = pairs(("a", *one), ("b", *two))
    assert (pair.quote_a.partition(":")[0], pair.quote_b.partition(":")[0]) == ("a", "b")
    assert pair.relation == relation
    if changes is not None:
        assert told(pair) == changes


APART = {
    "one-speaker-one-subject": (
        (A, "“We are closing the old wards now, ward by ward.”"),
        (A, "“We’re closing wards, opening clinics. We are listening to every nurse,”"),
    ),
    "common-words": ((None, "“very good”"), (None, "“It was a very good day for all of us.”")),
    "thanks": ((None, "“Thank you”"), (None, "“Thank you”")),
    "short-phrase-of-different-people": ((A, "“climate emergency”"), (B, "“climate emergency”")),
    "same-frame-other-content": (
        (A, "“We will continue to work with our partners in the region”"),
        (A, "“We will continue to fight for the workers of this port”"),
    ),
    "changed-by-different-people": (
        (A, "“This is a great day for our city”"),
        (B, "“This is a sad day for our city”"),
    ),
    "one-word": ((None, "“reckless”"), (None, "“The pilot was reckless, and everyone knew it.”")),
    "reported-subject-only": (
        (A, "Ruiz said ⟦the harbour authority would meet the fishing unions on Monday⟧."),
        (A, "Ruiz said ⟦the fishing unions had blocked the harbour for three weeks⟧."),
    ),
}


@pytest.mark.parametrize(("one", "two"), APART.values(), ids=APART)
def test_other_statements_stay_apart(one, two):
    said, found = utterances.group(*corpus([("a", *one), ("b", *two)]))
    assert found == ()
    assert len(said) == 2


def test_changes_are_spans_of_their_articles():
    made, articles = corpus(
        [
            ("a", A, "x “The court has spoken, and the mine stays shut.”"),
            ("b", A, "“The court has ruled, the mine stays shut”"),
        ]
    )
    _, (pair,) = utterances.group(made, articles)
    assert told(pair) == [("replaced", "spoken, and", "ruled")]
    edit = pair.changes[0]
    assert articles["a"].text[edit.a.start : edit.a.end] == "spoken, and"
    assert articles["b"].text[edit.b.start : edit.b.end] == "ruled"


def test_words_that_stand_outside_the_other_marks_are_marked_so():
    (pair,) = pairs(
        ("a", None, "The wages “are an insult to every nurse here”."),
        ("b", None, "The wages are “an insult to every nurse here”."),
    )
    assert [edit.outside for edit in pair.changes] == [True]


def test_the_same_words_by_different_people_are_a_conflict():
    said, (pair,) = utterances.group(
        *corpus(
            [
                ("post", A, "“The contract was signed before the tender was even announced,”"),
                ("news", B, "“The contract was signed before the tender was even announced.”"),
            ]
        )
    )
    assert pair.conflict == said[0].conflict == "news: Tom Becker; post: Ana Ruiz"
    assert said[0].speaker is None
    assert pair.relation is Fidelity.SAME


@pytest.mark.parametrize("other", [None, "she", "the spokeswoman", "Ruiz", "Dr. Ana Ruiz"])
def test_a_name_less_full_is_no_conflict(other):
    words = "“The contract was signed before the tender was even announced.”"
    (said,), (pair,) = utterances.group(*corpus([("a", A, words), ("b", other, words)]))
    assert (pair.conflict, said.conflict) == (None, None)
    assert "Ruiz" in said.speaker or other == "the spokeswoman"


def test_a_turned_sense_is_noted():
    (pair,) = pairs(
        ("a", A, "“If the talks fail, the council will lift the curfew on all eastern districts”"),
        ("b", A, "“If the talks fail, the council will reinstate the curfew on all eastern districts”"),
    )
    assert pair.note == "The sense may turn: lift / reinstate."
    (pair,) = pairs(
        ("a", A, "“The bank will pay a dividend to small shareholders this year”"),
        ("b", A, "“The bank will not pay a dividend to small shareholders this year”"),
    )
    assert pair.note == "The sense may turn: one has 'not', the other has not."


def test_reported_speech_in_other_words_is_paired_and_its_turned_sense_noted():
    (pair,) = pairs(
        ("a", A, "“The council will raise wages if the accord with unions is upheld,” she said."),
        ("b", A, "Ruiz said ⟦wages would be cut if the council’s agreement with unions were honoured⟧."),
    )
    assert (pair.relation, pair.note) == (
        Fidelity.ALTERED,
        "b reports it without quote marks. The sense may turn: raise / cut.",
    )


def test_a_quotation_moved_out_of_its_marks_is_not_made_whole_by_reported_words():
    one = article("a", "She said ⟦the mines⟧ “are a wound in every valley of this region”.")
    two = article("b", "She said ⟦the mines are⟧ “a wound in every valley of this region”.")
    made = [*quotes(one, A, one=True), *quotes(two, A, one=True)]
    _, found = utterances.group(made, {"a": one, "b": two})
    assert "boundary" in [pair.relation.value for pair in found]
    assert "same" not in [pair.relation.value for pair in found]


def test_a_quotation_split_around_its_cue_is_whole():
    split = article("a", "“The reactor is cold,” she said, “and it will stay cold for good.”")
    whole = article("b", "“The reactor is cold and it will stay cold for good”")
    made = [*quotes(split, A, one=True), *quotes(whole, A)]
    (said,), found = utterances.group(made, {"a": split, "b": whole})
    assert len(said.quote_ids) == 3
    assert [(pair.relation, pair.changes) for pair in found] == [(Fidelity.SAME, ())] * 2


def test_parts_of_one_quotation_stay_together_and_are_no_pair():
    one = article("a", "“The reactor is cold,” she said, “nobody knows why.”")
    said, found = utterances.group(quotes(one, A, one=True), {"a": one})
    assert [len(utterance.quote_ids) for utterance in said] == [2]
    assert (found, said[0].fidelity) == ((), None)


def test_a_quote_repeated_in_one_article_is_one_utterance_without_a_pair():
    (said,), found = utterances.group(
        *corpus([("a", None, "“Blood money” row\n\nHe said: “It must end. It is blood money.”")])
    )
    assert len(said.quote_ids) == 2
    assert found == ()


def test_a_post_cut_short_goes_on_in_its_quotation():
    one = article(
        "a",
        "“The brigade freed the valley and around two thousand…”\n\n“around two thousand families are coming home,”",
    )
    said, _ = utterances.group(quotes(one, A), {"a": one})
    assert len(said) == 1


def test_an_article_and_its_duplicate_count_once():
    words = "“The island will have power again before the first snow falls.”"
    articles = [article("a", words), article("b", words), article("copy", words, duplicate_of="a")]
    made = [quote for one in articles for quote in quotes(one, A)]
    (said,), (pair,) = utterances.group(made, {one.article_id: one for one in articles})
    assert len(said.quote_ids) == 3
    assert said.article_ids == ("a", "b")
    assert (pair.quote_a, pair.quote_b) == (made[0].quote_id, made[1].quote_id)


def test_the_duplicate_stands_in_where_the_original_lacks_the_quote():
    words = "“The island will have power again before the first snow falls.”"
    articles = [article("a", "Nothing."), article("b", words), article("copy", words, duplicate_of="a")]
    made = [quote for one in articles for quote in quotes(one, A)]
    (said,), found = utterances.group(made, {one.article_id: one for one in articles})
    assert said.article_ids == ("b", "copy")
    assert len(found) == 1


def test_titles_are_nobodys_words():
    one = article("a", "“The Old Man and the Sea”")
    quote = Quote(one.passage(1, len(one.text) - 1), QuoteKind.TITLE, "t")
    assert utterances.group([quote], {"a": one}) == ((), ())


def test_every_source_is_listed_and_the_loosest_grade_counts():
    (said,), found = utterances.group(
        *corpus(
            [
                ("a", A, "“Honestly, the orchestra played the best concert of its century,”"),
                ("b", A, "“the orchestra played the best concert of its century”"),
                ("c", A, "“Honestly, the orchestra played the finest concert of its century”"),
            ]
        )
    )
    assert said.article_ids == ("a", "b", "c")
    assert [pair.relation.value for pair in found] == ["trimmed", "altered", "altered"]
    assert said.fidelity is Fidelity.ALTERED
    assert said.speaker == A


WORDS = ["the of we will not", "rebuild", "rebuilt", "organise", "organize", "harbour harbor", "grain", "dams"]
MARKS = ["U.S.", "US", "…", "...", "[and]", "it's", "is", "—", ",", ".", "?", "’", "é", "”", "“", "\n"]
PIECES = st.sampled_from([*WORDS, *MARKS])
TEXTS = st.lists(st.tuples(st.sampled_from([None, A, B, "Ruiz", "she"]), st.lists(PIECES, max_size=14)), max_size=5)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_order_plays_no_part_and_spans_hold(texts, random):
    made, articles = corpus(
        (f"a{at}", speaker, " ".join(["“", *words, "”"])) for at, (speaker, words) in enumerate(texts)
    )
    result = utterances.group(made, articles)
    shuffled = random.sample(made, len(made))
    assert utterances.group(shuffled, dict(random.sample(sorted(articles.items()), len(articles)))) == result
    assert sorted(name for said in result[0] for name in said.quote_ids) == sorted(quote.quote_id for quote in made)
    places = {quote.quote_id: quote.passage for quote in made}
    for pair in result[1]:
        one, two = places[pair.quote_a], places[pair.quote_b]
        assert one.article_id < two.article_id
        for edit in pair.changes:
            assert edit.a or edit.b
            for passage, quote in ((edit.a, one), (edit.b, two)):
                if passage:
                    assert articles[passage.article_id].text[passage.start : passage.end] == passage.surface
                    assert quote.span.contains(passage.span)
        if pair.relation is Fidelity.SPELLING:
            assert {edit.kind for edit in pair.changes} == {EditKind.SPELT}


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=40), min_size=1, max_size=4))
def test_any_text_is_compared_without_an_error(texts):
    articles = {f"a{at}": article(f"a{at}", text) for at, text in enumerate([*texts, texts[0]])}
    made = [
        Quote(one.passage(0, len(one.text)), QuoteKind.DIRECT, "q", speaker=one.text[:9]) for one in articles.values()
    ]
    said, _ = utterances.group(made, articles)
    assert sum(len(one.quote_ids) for one in said) == len(made)
