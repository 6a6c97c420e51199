"""What the workbench says by itself: sections in order, nothing told twice, sentences that read as sentences."""

import pytest

import workbench as wb
from workbench.briefing import items
from workbench.export.document import draft, phrases
from workbench.export.document.blocks import Head, Para
from workbench.export.document.resolve import resolve

TEXTS = {
    "Mill Valley News": "Fire destroys paper mill\n\nFire destroyed the paper mill at Mill Valley on Tuesday and 14 "
    "workers were injured, the fire chief said. “The roof came down in seconds,” said chief Rosa Amendt.\n\nThe "
    "notorious owner, Hallberg Paper, employs 320 people.\n",
    "Daily Ledger": "Mill Valley mill burns\n\nFire destroyed the paper mill at Mill Valley on Tuesday and 14 workers "
    "were injured, according to the hospital. “The roof came down within seconds,” said chief Rosa Amendt.\n\nThe "
    "damage is put at 9 million dollars.\n",
    "Channel Nine": "Blaze at mill\n\nMore than 10 workers were injured when fire destroyed the paper mill at Mill "
    "Valley.\n\nThe school was closed on Wednesday. The school, the mayor said, will open again on Friday.\n",
}


@pytest.fixture(scope="module")
def made():
    rows = [{"text": text, "source": source, "published": "2025-03-05"} for source, text in TEXTS.items()]
    corpus = wb.load(rows, progress=False)
    drafted = draft(corpus)
    words = tuple(item for item in drafted.items if not isinstance(item, items.Chart))
    return resolve(items.Briefing(drafted.title, words), corpus)


def under(made, head):
    """The text of a section or of a part of it."""
    found, level = [], 0
    for block in made.blocks:
        if isinstance(block, Head):
            level = block.level if block.text == head else 0 if level and block.level <= level else level
        elif level and isinstance(block, Para):
            found.append(block.text)
    return found


def test_sections_stand_in_the_order_that_an_analyst_reads_in(made):
    heads = [block.text for block in made.blocks if isinstance(block, Head) and block.level == 1]
    wanted = ["What is established", "What differs, and how", "What only one source says", "Who is quoted"]
    wanted += ["How it is worded", "When it happened", "What to check", "The sources", "How the numbers were made"]
    assert heads == [head for head in wanted if head in heads] and set(wanted) - set(heads) <= {"What to check"}


def test_the_lead_says_what_was_compared(made):
    lead = [block.text for block in made.blocks[:2]]
    assert lead[0].startswith("3 articles of 2025-03-05, ") and "given by two or more sources" in lead[1]


def test_what_one_source_alone_tells_is_told_in_its_own_sentences_and_once(made):
    said = under(made, "What only one source says")
    assert any(one.startswith("The damage is put at 9 million dollars.") for one in said)
    assert len(said) == len(set(said)) and not any(one.endswith(",”") for one in said)
    assert all(one[-1] in ".?!…”" for one in said)


def test_words_that_differ_are_said_and_not_asked_again(made):
    said = under(made, "Quoted in different words")
    assert any("“The roof came down in seconds”" in one and "down within seconds”" in one for one in said)
    assert not any("roof" in one for one in under(made, "What to check"))
    assert not any("roof" in one for one in under(made, "Quoted alike by several sources"))


def test_where_every_question_is_asked_by_what_differs_they_are_listed_all_the_same(tmp_path):
    """The front page counts questions worth a check: whoever looks for them finds them, and not only a pointer."""
    texts = [
        "The mill burned down on Monday. Nine people were injured.",
        "Fire destroyed the mill on Monday. Twelve people were injured.",
    ]
    for at, text in enumerate(texts):
        (tmp_path / f"{at}.txt").write_text(f"Mill fire in Orrin\n\n{text}\n")
    corpus = wb.load(tmp_path, progress=False)
    made = resolve(draft(corpus), corpus)
    asked = under(made, "What to check")
    assert len(corpus.checks) > 0
    assert any(("9" in one and "12" in one) or ("Nine" in one and "Twelve" in one) for one in asked), asked


def test_who_tells_what_is_named_and_who_does_not_only_while_that_is_short():
    told = ["Mayor Hanna Weiss resigned on Monday.\n", "Hanna Weiss resigned as mayor on Monday, the town said.\n"]
    towns = ("Arkholm", "Belmar", "Cotter", "Dunmore", "Elsby")
    told += [f"The harbour of {town} will be dredged.\n" for town in towns]
    corpus = wb.load([{"id": f"s{at}", "text": text} for at, text in enumerate(told)], progress=False)
    claim = next(one for one in corpus.framing.claims if len(one.silent) > 3 and len(one.article_ids) > 1)
    (said,) = (one.text for one in resolve(items.Briefing("x", (items.Claim(claim.claim_id),)), corpus).blocks)
    assert "others" in said and " or s" not in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("ada lund: “We left,”", "Ada lund: “We left”."),
        ('he calls it "a milestone', 'He calls it "a milestone".'),
        ("the end.", "The end."),
        ("“Is it so?”", "“Is it so?”"),
        ("cut here …", "Cut here …"),
    ],
)
def test_sentences_end_as_sentences(given, said):
    assert phrases.ended(given) == said
