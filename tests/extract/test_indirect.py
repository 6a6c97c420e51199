"""Indirect speech: the content that a cue of speech governs, who says it; beliefs, plans and findings are none."""

import pytest
from reading_quotes import indirect, quotes

from workbench.model import QuoteKind, Role

REPORTED = {
    "statement from a body": (
        "Kestrel Rovers lost. A statement from Kestrel Rovers said that the pitch was wet.",
        "the pitch was wet",
        "Kestrel Rovers",
    ),
    "that": ("The mayor said that the bridge would reopen.", "the bridge would reopen", "mayor"),
    "no that": ("The mayor said the bridge would reopen.", "the bridge would reopen", "mayor"),
    "behind": ("The bridge would reopen, the mayor said.", "The bridge would reopen", "mayor"),
    "told": ("Ana Ruiz told the BBC the match was lost.", "the match was lost", "Ana Ruiz"),
    "according to, behind": ("The pump failed, according to Ana Ruiz.", "The pump failed", "Ana Ruiz"),
    "according to, before": ("According to Ana Ruiz, the pump failed.", "the pump failed", "Ana Ruiz"),
    "object": ("The union confirmed the date of the strike.", "the date of the strike", "union"),
    "infinitive": ("The coach vowed to return in May.", "to return in May", "coach"),
    "as": ("The envoy described the talks as useful.", "the talks as useful", "envoy"),
    "preposition": ("The doctors warned of a second wave.", "a second wave", "doctors"),
    "called on": ("The club called on fans to stay at home.", "fans to stay at home", "club"),
    "a number": ("Unions spoke of more than 100.", "more than 100", "Unions"),
    "a bare number": ("Turnout was low. The organisers claimed at least 10,000.", "at least 10,000", "organisers"),
    "a day before the name": (
        "On Monday, Bell, speaking to reporters outside court, said he would appeal.",
        "he would appeal",
        "Bell",
    ),
    "who reckons": (
        "The strike costs $4m a day, according to an estimate by the Chamber of Shipping.",
        "The strike costs $4m a day",
        "Chamber of Shipping",
    ),
    "a lawsuit accuses": ("The lawsuit accuses the firm of hiding the defect.", "hiding the defect", "lawsuit"),
    "people of no office": ("Neighbours described a loud bang.", "a loud bang", "Neighbours"),
    "a lone number": ("The union called a march. Organisers claimed 10,000.", "10,000", "Organisers"),
    "sorry for": ("The airline apologized for the long delay.", "the long delay", "airline"),
    "a programme told": (
        "Ana Ruiz told ITV's Good Morning show the fire was out.",
        "the fire was out",
        "Ana Ruiz",
    ),
    "a remark behind a dash": (
        "The bank said cuts had left it weaker - a claim the union rejects.",
        "cuts had left it weaker",
        "bank",
    ),
    "as told, before": ("As Mayor Ana Ruiz noted, the bridge was old.", "the bridge was old", "Ana Ruiz"),
    "as told, behind": ("The vote was fair, as observers noted.", "The vote was fair", "observers"),
    "a bare number, estimated": ("Few came to the march. Ana Ruiz estimated about 300.", "about 300", "Ana Ruiz"),
    "a unit at the end": (
        "Analysts put the cost of the dam at between €30m and €45m.",
        "the cost of the dam at between €30m and €45m",
        "Analysts",
    ),
    "behind a semicolon": (
        "The water is clean; the union said it had never been tested.",
        "it had never been tested",
        "union",
    ),
    "behind two semicolons": (
        "The nurses want a rise; the clinic said it had no money; the strike goes on.",
        "it had no money",
        "clinic",
    ),
    "with a semicolon in it": (
        "The bridge is safe; it was checked in May, the engineer said.",
        "The bridge is safe; it was checked in May",
        "engineer",
    ),
    "according to, with a quote of the same": (
        "Some 90 flights were cancelled, according to Ana Ruiz, who said: “We are sorry.”",
        "Some 90 flights were cancelled",
        "Ana Ruiz",
    ),
    "role and name set off": (
        "The vaccine is safe, the agency's director, Dr Hanna Kern, said.",
        "The vaccine is safe",
        "Hanna Kern",
    ),
    "role of a body and name set off": (
        "Two patients are still in hospital, the head of the clinic, Maria Lopez, said.",
        "Two patients are still in hospital",
        "Maria Lopez",
    ),
    "set beside the cue": (
        "Engineers repaired 30 pumps, plant manager Tom Reed told reporters.",
        "Engineers repaired 30 pumps",
        "Tom Reed",
    ),
    "spoke to": ("The nurses she spoke to say that it is worse.", "it is worse", "nurses"),
    "plan": ("The club announced plans to build a stadium.", "plans to build a stadium", "club"),
    "event": ("The ministry confirmed the deaths of two sailors.", "the deaths of two sailors", "ministry"),
    "ruled out": ("Ana Ruiz ruled out an early election.", "an early election", "Ana Ruiz"),
    "gerund": ("Tom Reed denied taking bribes.", "taking bribes", "Tom Reed"),
    "as, and": (
        "The envoy described the talks as productive and aimed at ending the strike.",
        "the talks as productive and aimed at ending the strike",
        "envoy",
    ),
    "in exchange": (
        "The ministry confirmed the end of the blockade, a burden for the port, in exchange for the "
        "release of 12 sailors.",
        "the end of the blockade, a burden for the port, in exchange for the release of 12 sailors",
        "ministry",
    ),
    "two clauses before": (
        "The gates held, but the road was lost, harbour master Ana Ruiz said.",
        "The gates held, but the road was lost",
        "Ana Ruiz",
    ),
    "called, object and noun": (
        "The owners called the claim a distortion of the record.",
        "the claim a distortion of the record",
        "owners",
    ),
    "called, pronoun and noun": ("Ana Ruiz called him a patient buyer.", "a patient buyer", "Ana Ruiz"),
    "would, of another subject": (
        "Tom Reed said he had not read the letter, but his staff would reply within a week.",
        "he had not read the letter, but his staff would reply within a week",
        "Tom Reed",
    ),
    "would, after a comma": (
        "The agency says the tax would cut sales in May, but would add a billion later.",
        "the tax would cut sales in May, but would add a billion later",
        "agency",
    ),
    "would not say": (
        "Tom Reed said the ship was safe, but would not give details.",
        "the ship was safe",
        "Tom Reed",
    ),
    "clause behind who is told": (
        "On Monday he told a meeting of island leaders that few people understood the stakes.",
        "few people understood the stakes",
        None,
    ),
    "infinitive of a noun": (
        "The mayor stressed the commitment of the city to rebuild the port.",
        "the commitment of the city to rebuild the port",
        "mayor",
    ),
    "on a platform": ("In a post on X, mayor Ana Ruiz said two pumps failed.", "two pumps failed", "Ana Ruiz"),
    "report by": ("According to a report by the charity WaterNow, wells are dry.", "wells are dry", "WaterNow"),
    "put at": ("The union had earlier put the strikers at 210.", "the strikers at 210", "union"),
    "noun": ("Her claim that the vote was stolen angered many.", "the vote was stolen", None),
}


@pytest.mark.parametrize(("text", "surface", "speaker"), REPORTED.values(), ids=REPORTED)
def test_content_and_speaker(text: str, surface: str, speaker: str | None) -> None:
    (found,) = indirect(text)
    assert (found.passage.surface, found.speaker) == (surface, speaker)


NOT_SPEECH = {
    "never": "The mayor never said the dam was safe.",
    "if": "If the mayor says the dam is safe, people will stay.",
    "as, of time": "As the mayor spoke, the crowd left the square.",
    "as, of manner": "He acted as the judge said he must.",
    "belief": "The mayor believes that the bridge is safe.",
    "hope": "The mayor hopes that the bridge will hold.",
    "plan": "The club plans to sell the striker.",
    "finding": "The study found that sleep helps.",
    "passive": "It is said that the bridge is old.",
    "called off": "Norway called off the concert for the visitors of the fair on Tuesday.",
    "called in": "The mayor called in the army on Friday night.",
    "only a day": "The firm confirmed on Tuesday.",
    "declared": "Governor Ana Ruiz declared two days of mourning.",
    "put in a place": "The coach put the striker at the centre of the team.",
    "days announced": "The president announced three days of mourning.",
    "number confirmed": "Police confirmed 12 deaths.",
    "claim rejected": "The mayor rejected the claim.",
    "rumours dismissed": "The mayor dismissed the rumours.",
    "thrown, not blamed": "The pilot slept badly before slamming a packed jet into a hill.",
    "a word before it, not a speaker": "Campaigners tore into the text of the accord, which promises $120m a year.",
    "no person": "This agreement highlights the value of trade.",
}


@pytest.mark.parametrize("text", NOT_SPEECH.values(), ids=NOT_SPEECH)
def test_is_no_speech(text: str) -> None:
    assert indirect(text) == []


def test_a_participle_begins_a_statement_of_its_own() -> None:
    found = indirect("The mayor said the bridge was old, adding that it would close.")
    assert [one.passage.surface for one in found] == ["the bridge was old", "it would close"]
    assert {one.speaker for one in found} == {"mayor"}


SET_IN = {
    "as one pointed out": (
        "The river, as Ana Ruiz pointed out, rises every spring.",
        ["The river", "rises every spring"],
    ),
    "fronted clause": (
        "When the wind turned, harbour master Ana Ruiz said, the crew had nine minutes to decide.",
        ["When the wind turned", "the crew had nine minutes to decide"],
    ),
    "subject before": (
        "All of the homes on Cedar Lane, fire chief Ana Ruiz said, were lost.",
        ["All of the homes on Cedar Lane", "were lost"],
    ),
    "and, with a subject of its own": (
        "Rents rose by a tenth in May, Ana Ruiz said in a report, and wages fell for the third time.",
        ["Rents rose by a tenth in May", "wages fell for the third time"],
    ),
    "and, according to": (
        "Rents rose by a tenth in May, according to Ana Ruiz, and wages fell for the third time.",
        ["Rents rose by a tenth in May", "wages fell for the third time"],
    ),
    "and, of who speaks": ("The ship was safe, Ana Ruiz said, and left the room.", ["The ship was safe"]),
    "relative clause": (
        "The park is near the port, which, Ana Ruiz said, is full of children.",
        ["is full of children"],
    ),
    "noun": ("The bridge, Ana Ruiz said, would stay closed.", ["The bridge", "would stay closed"]),
    "day": ("The pumps, Ana Ruiz said on Friday, are old.", ["The pumps", "are old"]),
    "adverb": ("Too often, Ana Ruiz said, the river is blamed.", ["Too often", "the river is blamed"]),
    "according to": ("Nurses, according to Ana Ruiz, are leaving.", ["Nurses", "are leaving"]),
    "behind a quote": (
        "The vote was fair, Ana Ruiz said, and “nobody was paid”.",
        ["The vote was fair"],
    ),
}


@pytest.mark.parametrize(("text", "parts"), SET_IN.values(), ids=SET_IN)
def test_a_cue_set_into_the_statement(text: str, parts: list[str]) -> None:
    found = indirect(text)
    assert [one.passage.surface for one in found] == parts
    assert {one.speaker for one in found} == {"Ana Ruiz"}


def test_a_clause_behind_a_quote_is_said_as_well() -> None:
    found = indirect("Ana Ruiz praised the crew, saying, “They are safe,” and that she would thank them.")
    assert found[-1].passage.surface == "she would thank them"


def test_a_verb_that_the_parse_joins_to_what_was_said_has_the_speaker_of_its_sentence() -> None:
    found = indirect("Ana Ruiz said the port would close and suggested that ships would go to Porto.")
    assert [(one.passage.surface, one.speaker) for one in found] == [
        ("the port would close", "Ana Ruiz"),
        ("ships would go to Porto", "Ana Ruiz"),
    ]


def test_a_verb_joined_to_what_a_thing_did_has_the_speaker_of_its_sentence() -> None:
    found = indirect("The minister told MPs that the virus had reached three ports and urged people to stay at home.")
    assert [(one.passage.surface, one.speaker) for one in found] == [
        ("the virus had reached three ports", "minister"),
        ("people to stay at home", "minister"),
    ]


def test_an_embedded_post_is_a_quote_of_its_author() -> None:
    text = "The mayor spoke.\nWe said the dam would hold, and it held.\n— Ana Ruiz (@anaruiz) May 4, 2021"
    (post,) = quotes(text, Role.BODY, Role.EMBED, Role.EMBED)
    assert (post.kind, post.speaker, post.via) == (QuoteKind.EMBED, "Ana Ruiz", "@anaruiz")
    assert post.passage.surface == "We said the dam would hold, and it held."
    assert post.speaker_at is not None
    assert post.speaker_at.surface == "Ana Ruiz"


def test_what_is_dismissed_is_reported_of_who_dismisses_it() -> None:
    (found,) = indirect("Ana Ruiz dismissed as “nonsense” a report that 30 jobs would go.")
    assert (found.passage.surface, found.speaker) == ("a report that 30 jobs would go", "Ana Ruiz")
    assert found.cue == "dismissed"


def test_what_is_called_off_is_said_by_nobody():
    assert not quotes("Bands ‘in tears’ as 16 concerts called off", Role.HEADLINE)[0].speaker


@pytest.mark.parametrize(
    "text", ["Lorry overturns: 400 told to boil water", "Mill owner was warned over wiring, 14 confirmed dead"]
)
def test_so_many_in_a_headline_are_told_or_confirmed_and_say_nothing(text):
    assert not quotes(text, Role.HEADLINE)
