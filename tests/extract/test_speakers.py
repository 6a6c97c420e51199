"""Who speaks: in every order of words, by name, pronoun and description; and nobody where nobody is named."""

import pytest
from reading_quotes import indirect, marked

ONE_QUOTE = {
    "after": ("“It rained,” Ana Ruiz said.", "Ana Ruiz", "Ana Ruiz", "said"),
    "after, inverted": ("“It rained,” said Ana Ruiz.", "Ana Ruiz", "Ana Ruiz", "said"),
    "before": ("Ana Ruiz said: “It rained all day.”", "Ana Ruiz", "Ana Ruiz", "said"),
    "before, inverted": ("Said Ana Ruiz: “It rained all day.”", "Ana Ruiz", "Ana Ruiz", "Said"),
    "told reporters": ("“It rained,” Ana Ruiz told reporters in Porto.", "Ana Ruiz", "Ana Ruiz", "told"),
    "apposition": ("“It rained,” Ana Ruiz, a nurse from Porto, said.", "Ana Ruiz", "Ana Ruiz", "said"),
    "long apposition": (
        "“It rained,” Hugh Hill, the head of emergency care at the hospital, told reporters.",
        "Hugh Hill",
        "Hugh Hill",
        "told",
    ),
    "role before the name": (
        "“It rained,” said harbour master Ana Ruiz.",
        "Ana Ruiz",
        "harbour master Ana Ruiz",
        "said",
    ),
    "sister, name": ("Her sister, Ana Ruiz, said “it rained all day”.", "Ana Ruiz", "Her sister", "said"),
    "owner, company": (
        "The mill’s owner, Kestrel Foods, said: “It rained.”",
        "Kestrel Foods",
        "The mill’s owner",
        "said",
    ),
    "both": (
        "Both Ana Ruiz and the police said “it rained all day”.",
        "Ana Ruiz and police",
        "Ana Ruiz and the police",
        "said",
    ),
    "one of many": ("“It rained,” said one of the sailors.", "one of the sailors", "one of the sailors", "said"),
    "some of many": (
        "Some of the tenants said “it rained all day”.",
        "Some of the tenants",
        "Some of the tenants",
        "said",
    ),
    "adverb": ("The ferry line apologised “unreservedly”.", "ferry line", "The ferry line", "apologised"),
    "party in brackets": ("“It rained,” Rep. Ana Ruiz (D-Ohio) said.", "Ana Ruiz", "Rep. Ana Ruiz", "said"),
    "according to": ("“It rained,” according to Ana Ruiz.", "Ana Ruiz", "Ana Ruiz", "according to"),
    "noun": ("Ana Ruiz’s claim that “it never rains here” was false.", "Ana Ruiz", "Ana Ruiz", "claim"),
    "label": ("RUIZ: “It rained all day.”", "RUIZ", "RUIZ", None),
    "dash": ("“It rained all day.” — Ana Ruiz", "Ana Ruiz", "Ana Ruiz", None),
    "participle": ("Ana Ruiz shrugged off the defeat, calling it “a bad day”.", "Ana Ruiz", "Ana Ruiz", "calling"),
    "as": ("Ana Ruiz described the flood as “a disaster foretold”.", "Ana Ruiz", "Ana Ruiz", "described"),
    "passive": ("The plan was called “a farce” by Ana Ruiz.", "Ana Ruiz", "Ana Ruiz", "called"),
    "nobody": ("The plan was called “a complete farce”.", None, None, None),
    "description": ("“It rained,” a passer-by said.", "passer-by", "a passer-by", "said"),
    "official": ("“It rained,” a senior official said.", "senior official", "a senior official", "said"),
    "relay": (
        "Tom Akers said the first thing Ana Ruiz said was “thank you all for coming”.",
        "Ana Ruiz",
        "Ana Ruiz",
        "said",
    ),
    "as somebody else put it": (
        "Growers shared her view, since the frost was “a thief in the night,” as one memo put it.",
        "memo",
        "one memo",
        "put",
    ),
    "clause of time behind": (
        "The film shows Ana Ruiz saying at the inquest, “It rained,” when the coroner pressed Tom Akers.",
        "Ana Ruiz",
        "Ana Ruiz",
        "saying",
    ),
    "role, place, name": (
        "The head of the union at the port, harbour pilot Ana Ruiz, said “it rained all day”.",
        "Ana Ruiz",
        "The head of the union at the port",
        "said",
    ),
    "behind what the office is of": (
        "Minister of Transport Zubo Okonkwo said “it rained all day”.",
        "Zubo Okonkwo",
        "Minister of Transport Zubo Okonkwo",
        "said",
    ),
    "somebody's friend": (
        "A friend of actor Ana Ruiz said “it rained all day”.",
        "friend of actor Ana Ruiz",
        "A friend of actor Ana Ruiz",
        "said",
    ),
    "dateline": ("LYON, France -- Ana Ruiz said it was “a good day for rowing”.", "Ana Ruiz", "LYON", "said"),
}


@pytest.mark.parametrize(("text", "speaker", "at", "cue"), ONE_QUOTE.values(), ids=ONE_QUOTE)
def test_speaker_at_the_cue(text: str, speaker: str | None, at: str | None, cue: str | None) -> None:
    (quote,) = marked(text)
    found = quote.speaker_at.surface if quote.speaker_at else None
    assert (quote.speaker, found, quote.cue) == (speaker, at, cue)


LAST_QUOTE = {
    "a description before a clause": (
        "A spokesperson for the trust, which has apologised, said: “We have changed.”",
        "spokesperson for the trust",
    ),
    "a verb between the marks": ("The company “strongly denies” the claims.", "company"),
    "passive, as, by before": ("Tom Bell was described by neighbours as “quiet”.", "neighbours"),
    "passive, as, by behind": ("The film was described as “dull” by critics.", "critics"),
    "passive, of, by behind": ("Ministers were accused of “playing with lives” by the union.", "union"),
    "hit out": ("Tom Bell hit out at the “reckless” strike.", "Tom Bell"),
    "her message": ("The river rose on Monday.\nAna Ruiz's message was simple: “Stay at home.”", "Ana Ruiz"),
    "another": ("“We won,” said one. “We lost,” said another.", None),
    "both": ("Ana Ruiz and Tom Bell ran. Both said they were “tired”.", "Ana Ruiz and Tom Bell"),
    "short name": ("Ana Ruiz runs the port.\n“It rained,” Ruiz said.", "Ana Ruiz"),
    "title and short name": ("Ana Ruiz runs the port.\n“It rained,” Ms. Ruiz said.", "Ana Ruiz"),
    "she": ("Ana Ruiz met Tom Akers on Monday.\n“It rained,” she said.", "Ana Ruiz"),
    "he": ("Ana Ruiz met Tom Akers on Monday.\n“It rained,” he said.", "Tom Akers"),
    "he, of two": ("Tom Akers praised John Webb.\n“He is quick,” he said.", "Tom Akers"),
    "she, after a husband's surname": ("Mr. Ruiz left early. Mrs. Ruiz stayed.\n“It rained,” she said.", "Ruiz"),
    "the official": ("A port official said the ship sank.\n“We tried,” the official said.", "port official"),
    "the envoy": ("The talks were led by special envoy Ana Ruiz.\n“It went well,” the envoy said.", "Ana Ruiz"),
    "a company is no union": (
        "The Transport Union said forty were sacked.\n“Nobody was,” the company said.",
        "company",
    ),
    "a union is no ministry": ("The Transport Ministry said trains ran.\n“None did,” the union said.", "union"),
    "the company is the bank": ("Orbis Bank said it was sound.\n“We are solvent,” the company said.", "Orbis Bank"),
    "state and office": (
        "Sen. Bernard Hale of Vermont voted no. Sen. Lucy Pike of Ohio voted yes.\n"
        "“It is bad,” the Vermont senator said.",
        "Bernard Hale",
    ),
    "stands in for the name": ("Tom Akers scored twice on Sunday.\n“It was luck,” the striker said.", "Tom Akers"),
    "another official is new": (
        "A port official said the ship sank.\n“We tried,” another official said.",
        "official",
    ),
    "nationality stands in": (
        "Coach Petra Lang was sent off on Sunday.\n“It was offside,” the German said.",
        "Petra Lang",
    ),
    "the agency": (
        "The Flood Safety Agency said dams would hold.\n“Stay calm,” the agency added.",
        "Flood Safety Agency",
    ),
    "the body that spoke last": ("BBC Sport said it was wrong.\n“We are sorry,” the broadcaster added.", "BBC Sport"),
    "one of them, a name": ("Nurses were angry. “It is too late,” one of them, Jane Wu, wrote.", "Jane Wu"),
    "surname that begins a sentence": (
        "Sofia Marques spoke.\nMarques, a nurse, said “it was too late”.",
        "Sofia Marques",
    ),
    "son": ("Paul Webb left. Paul Webb Jr. stayed.\n“I stayed,” Paul Webb Jr. said.", "Paul Webb Jr."),
    "they": ("The unions met on Monday.\n“We will strike,” they said.", "unions"),
    "initials": (
        "The World Chess Federation (WCF) met.\n“No change is planned,” the WCF said.",
        "World Chess Federation",
    ),
    "role and name set off": (
        "The vaccine is safe, the agency's director, Dr Hanna Kern, said. “We tested it.”",
        "Hanna Kern",
    ),
    "colon above": ("Ana Ruiz said:\n“It rained all day long.”", "Ana Ruiz"),
    "floats after its subject": ("Ana Ruiz was furious. “They never called us.”", "Ana Ruiz"),
    "paragraph after": ("“It rained,” Ana Ruiz said.\n“Nobody came to help us.”", "Ana Ruiz"),
    "a new paragraph's subject": (
        "“It was dry,” Ms Petit said.\nSurvivor Maria Costa, 29, lost her bag. “I could not swim,” she said.",
        "Maria Costa",
    ),
    "another body": (
        "Kestrel Foods rejected it. “No,” Kestrel Foods said.\nThe fire brigade said “all is well now”.",
        "fire brigade",
    ),
    "whom she takes up": (
        "“The dam will hold,” said Karl Weber.\nMayor Luis Ortega has heard that. In 2019 he saw the town drown.\n"
        "“I want to see the numbers,” he said.",
        "Luis Ortega",
    ),
    "introduced just before": (
        "Nurse Ines Carvalho said the outbreak was slowing. “Good news,” she said.\n"
        "Others differ, which is something that troubles Amina Yusuf, who runs a clinic.\n“We have 12 beds,” she said.",
        "Amina Yusuf",
    ),
    "introduced by who goes on speaking": (
        "“We can sting like bees,” Tom Akers said, with no need to name the boxer of the day, Karim Diallo, who died. "
        "Swimmers, he said, can “fly like fish”.",
        "Tom Akers",
    ),
    "nobody": ("The storm passed over the coast at noon.\n“Nobody came to help us.”", None),
    "somebody else takes over": (
        "“It rained,” Ana Ruiz said. “It poured.\n“It was dry here,” added Tom Akers.",
        "Tom Akers",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), LAST_QUOTE.values(), ids=LAST_QUOTE)
def test_speaker_of_the_last_quote(text: str, speaker: str | None) -> None:
    assert marked(text)[-1].speaker == speaker


def test_transcript_between_marks() -> None:
    text = (
        "Excerpts:\n"
        "“Presenter: Where were you when the lights went out?”\n"
        "“Mina Solano: In the lift, with my dog.\n"
        "“(LAUGHTER)\n"
        "“And then my neighbour came.”\n"
        "“Presenter: For how long?”"
    )
    spoken = [(quote.passage.surface.split()[-1], quote.speaker) for quote in marked(text)]
    assert spoken == [
        ("out?", "Presenter"),
        ("dog.", "Mina Solano"),
        ("(LAUGHTER)", None),
        ("came.", "Mina Solano"),
        ("long?", "Presenter"),
    ]


def test_one_word_and_a_colon_make_no_transcript() -> None:
    text = "The sign was old.\n“Warning: deep water.”\nAna Ruiz saw it.\n“Caution: thin ice.”"
    assert {quote.speaker for quote in marked(text)}.isdisjoint({"Warning", "Caution"})


VIA = {
    "outlet": ("“It rained,” Ana Ruiz told the BBC.", "BBC"),
    "agency behind its name": ("“It rained,” Ana Ruiz told the Lusa news agency.", "Lusa"),
    "quoted as saying by": ("“It rained,” Ana Ruiz was quoted as saying by Reuters.", "Reuters"),
    "numbered channel": ("“It rained,” Ana Ruiz told Channel 9.", "Channel 9"),
    "platform": ("Ana Ruiz wrote on Telegram: “It rained all day.”", "Telegram"),
    "statement": ("“It rained,” the club said in a statement.", "statement"),
    "according to": ("“It rained,” Ana Ruiz said, according to Reuters.", "Reuters"),
    "relay": ("Tom Akers said the first thing Ana Ruiz said was “thank you all for coming”.", "Tom Akers"),
    "reporters are no medium": ("“It rained,” Ana Ruiz told reporters.", None),
}


@pytest.mark.parametrize(("text", "via"), VIA.values(), ids=VIA)
def test_via(text: str, via: str | None) -> None:
    assert marked(text)[0].via == via


def test_who_speaks_next_is_no_medium() -> None:
    found = indirect("Doctors said 40 nurses were ill; unions spoke of more than 100.")
    assert [(one.speaker, one.via) for one in found] == [("Doctors", None), ("unions", None)]


ANSWERS = {
    "letters": ("Q: Why did it fail?\nA: A relay tripped.\nQ: Who is to blame?\nA: The operator.", "Omar Haddad"),
    "names": (
        "Echo: Why did it fail?\nHaddad: A relay tripped.\nEcho: Who is to blame?\nHaddad: The operator.",
        "Omar Haddad",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), ANSWERS.values(), ids=ANSWERS)
def test_answers_in_an_interview(text: str, speaker: str) -> None:
    found = marked(f"Engineer Omar Haddad runs the grid.\n{text}")
    answers = [one for one in found if one.speaker == speaker]
    assert [one.passage.surface for one in answers] == ["A relay tripped.", "The operator."]


def test_labels_of_a_list_make_no_interview() -> None:
    assert not marked("Ana Ruiz sings in May.\nDate: 4 May\nVenue: North Park\nDate: 5 May\nVenue: South Park")


@pytest.mark.parametrize(
    ("introduced", "speaker"),
    [
        ("a company called Tarn Media", "Tarn Media"),
        ("a company that calls itself Tarn Media", "Tarn Media"),
        ("a painter called Tarn Media", "Kestrel Works"),
    ],
)
def test_the_company_is_the_one_that_was_called_so(introduced: str, speaker: str) -> None:
    text = f"Kestrel Works said that {introduced} had bought the site. The company said it would keep 40 jobs."
    assert indirect(text)[-1].speaker == speaker


@pytest.mark.parametrize("aside", ["said to be close to the party", "believed to be based abroad"])
def test_an_aside_does_not_take_the_subject(aside: str) -> None:
    assert indirect(f"The union, {aside}, demanded a pay rise of 6 percent.")[-1].speaker == "union"
