"""Quotes in many styles of print: every row of a passage, with its kind, who says it, the cue and the way it came."""

import pytest
from reading_quotes import quotes

#: By name: the passage, a paragraph a line, and its rows (words, kind, speaker, cue, via).
PASSAGES: dict[str, tuple[str, list[tuple[str, str, str | None, str | None, str | None]]]] = {
    "transcript-role": (
        ("JUDGE FERRO: “Do you understand the charge?”\nDEFENDANT: “Yes, I do.”"),
        [
            ("Do you understand the charge?", "direct", "FERRO", None, None),
            ("Yes, I do.", "direct", "DEFENDANT", None, None),
        ],
    ),
    "dash-sign": (
        ("“The sea took everything we had.”\n— Marisol Vega, fisherwoman from Puerto Azul"),
        [
            ("The sea took everything we had.", "direct", "Marisol Vega", None, None),
        ],
    ),
    "dash-sign-inline": (
        ("“Never give up on a hull.” – Idris Kone, captain of the ferry Aurora"),
        [
            ("Never give up on a hull.", "direct", "Idris Kone", None, None),
        ],
    ),
    "colon-leadin": (
        ("The prime minister, Ingrid Solberg, was blunt: “The budget does not add up.”"),
        [
            ("The budget does not add up.", "direct", "Ingrid Solberg", None, None),
        ],
    ),
    "colon-leadin2": (
        ("Asked about the penalty, coach Rui Tavares had a simple reply: “We were asleep.”"),
        [
            ("We were asleep.", "direct", "Rui Tavares", None, None),
        ],
    ),
    "split": (
        ("“I have been a firefighter for 20 years,” said Tomás Rivera, “and I have never seen anything like it.”"),
        [
            ("I have been a firefighter for 20 years,", "direct", "Tomás Rivera", "said", None),
            ("and I have never seen anything like it.", "direct", "Tomás Rivera", "said", None),
        ],
    ),
    "split2": (
        ("“The vaccine is safe,” Dr. Leila Haddad said. “We would not offer it otherwise.”"),
        [
            ("The vaccine is safe,", "direct", "Leila Haddad", "said", None),
            ("We would not offer it otherwise.", "direct", "Leila Haddad", "said", None),
        ],
    ),
    "reopen": (
        (
            "Mayor Dana Whitfield addressed residents on Tuesday.\n"
            "“We lost 40 homes in one night,” she said. “The wind turned at two in the morning.\n"
            "“Nobody could have held that line.\n"
            "“But we will build again.”"
        ),
        [
            ("We lost 40 homes in one night,", "direct", "Dana Whitfield", "said", None),
            ("The wind turned at two in the morning.", "direct", "Dana Whitfield", "said", None),
            ("Nobody could have held that line.", "direct", "Dana Whitfield", "said", None),
            ("But we will build again.", "direct", "Dana Whitfield", "said", None),
        ],
    ),
    "british": (
        ("‘We were told it wasn’t safe,’ said Hannah Moss, a nurse at St Mary’s. ‘Then they told us it was.’"),
        [
            ("We were told it wasn’t safe,", "direct", "Hannah Moss", "said", None),
            ("Then they told us it was.", "direct", "Hannah Moss", "said", None),
        ],
    ),
    "british-nested": (
        ("‘My manager said “just sign it”, and I did,’ Owen Price told the tribunal."),
        [
            ("My manager said “just sign it”, and I did,", "direct", "Owen Price", "told", None),
            ("just sign it", "nested", "My manager", "said", "Owen Price"),
        ],
    ),
    "guillemets": (
        ("«Nous sommes prêts, we are ready», said President Alain Dubreuil."),
        [
            ("Nous sommes prêts, we are ready", "direct", "Alain Dubreuil", "said", None),
        ],
    ),
    "lowhigh": (
        ("„Wir schaffen das nicht allein“, said Chancellor Petra Vogel."),
        [
            ("Wir schaffen das nicht allein", "direct", "Petra Vogel", "said", None),
        ],
    ),
    "floating": (
        ("The union leader, Marta Kowalska, stood on the back of a lorry. “They think we will go home. We will not.”"),
        [
            ("They think we will go home. We will not.", "direct", "Marta Kowalska", None, None),
        ],
    ),
    "floating-after": (
        (
            "Farmers in the valley say the drought is the worst in memory.\n"
            "“My well has been dry since May,” said Abdul Karimi, 61.\n"
            "“The government has sent nobody.”"
        ),
        [
            ("the drought is the worst in memory", "indirect", "Farmers in the valley", "say", None),
            ("My well has been dry since May,", "direct", "Abdul Karimi", "said", None),
            ("The government has sent nobody.", "direct", "Abdul Karimi", "said", None),
        ],
    ),
    "tweet": (
        ("“Proud of this team,” midfielder Kofi Asante wrote on X."),
        [
            ("Proud of this team,", "partial", "Kofi Asante", "wrote", "X"),
        ],
    ),
    "telegram": (
        ("In a post on Telegram, regional governor Oleh Marchenko said two people were injured."),
        [
            ("two people were injured", "indirect", "Oleh Marchenko", "said", "Telegram"),
        ],
    ),
    "facebook": (
        ("The singer announced the birth in a Facebook post: “Mother and son are well.”"),
        [
            ("Mother and son are well.", "direct", "singer", "announced", "Facebook"),
        ],
    ),
    "told-reporters": (
        ("Deputy minister Chen Wei told reporters in Geneva that the talks had “gone nowhere”."),
        [
            ("the talks had", "indirect", "Chen Wei", "told", None),
            ("gone nowhere", "partial", "Chen Wei", "told", None),
        ],
    ),
    "in-a-statement": (
        ("In a statement, the airline said it would refund all passengers and called the delay “unacceptable”."),
        [
            ("it would refund all passengers", "indirect", "airline", "said", "statement"),
            ("unacceptable", "partial", "airline", "called", None),
        ],
    ),
    "according": (
        ("The ferry was carrying 312 people, according to the coast guard."),
        [
            ("The ferry was carrying 312 people", "indirect", "coast guard", "according to", None),
        ],
    ),
    "according-person": (
        ("According to Lucia Ferraro, a spokeswoman for the fire service, the blaze started in a kitchen."),
        [
            ("the blaze started in a kitchen", "indirect", "Lucia Ferraro", "according to", None),
        ],
    ),
    "two-speakers": (
        (
            "While Finance Minister Paul Okoye said growth “will return by spring”, opposition leader Grace "
            "Eze called the forecast “a fairy tale”."
        ),
        [
            ("growth", "indirect", "Paul Okoye", "said", None),
            ("will return by spring", "partial", "Paul Okoye", "said", None),
            ("a fairy tale", "partial", "Grace Eze", "called", None),
        ],
    ),
    "unnamed": (
        (
            "“We did not expect a yes,” said a senior diplomat, who asked not to be named.\n"
            "A second official said the offer was still on the table."
        ),
        [
            ("We did not expect a yes,", "direct", "senior diplomat", "said", None),
            ("the offer was still on the table", "indirect", "second official", "said", None),
        ],
    ),
    "two-gender": (
        (
            "Laura Becker and Simon Wolff argued for two hours.\n"
            "“He never listens,” she said.\n"
            "“She never stops talking,” he replied."
        ),
        [
            ("He never listens,", "direct", "Laura Becker", "said", None),
            ("She never stops talking,", "direct", "Simon Wolff", "replied", None),
        ],
    ),
    "two-gender-2": (
        (
            "Governor Kathleen Rowe met Senator David Lind on Friday. He praised her handling of the flood. "
            "“It was textbook,” he said. She was more careful. “We got lucky,” she said."
        ),
        [
            ("her handling of the flood", "indirect", "David Lind", "praised", None),
            ("It was textbook,", "direct", "David Lind", "said", None),
            ("We got lucky,", "direct", "Kathleen Rowe", "said", None),
        ],
    ),
    "bare-surname": (
        (
            "Erik Lunde is the head of the port authority in Bergen. Lunde rejected the claim. “We inspected"
            " it in March,” he said. Lunde said the crane had passed."
        ),
        [
            ("We inspected it in March,", "direct", "Erik Lunde", "said", None),
            ("the crane had passed", "indirect", "Erik Lunde", "said", None),
        ],
    ),
    "minister": (
        (
            "Health Minister Amina Diallo opened the clinic on Monday. The minister said 300 beds would be "
            "ready by June."
        ),
        [
            ("300 beds would be ready by June", "indirect", "Amina Diallo", "said", None),
        ],
    ),
    "mum-of": (
        (
            "“I just want my boy home,” mum-of-three Ana Pell said.\n"
            "Father-of-two Greg Hanley, 44, said he heard a bang."
        ),
        [
            ("I just want my boy home,", "direct", "Ana Pell", "said", None),
            ("he heard a bang", "indirect", "Greg Hanley", "said", None),
        ],
    ),
    "born": (
        ("“Football saved me,” said Liverpool-born striker Danny Cole."),
        [
            ("Football saved me,", "direct", "Danny Cole", "said", None),
        ],
    ),
    "ex": (
        ("Ex-mayor Luis Ortega said the bridge was never inspected. Ex-Chelsea captain John Tell said it was a shame."),
        [
            ("the bridge was never inspected", "indirect", "Luis Ortega", "said", None),
            ("it was a shame", "indirect", "John Tell", "said", None),
        ],
    ),
    "nobel": (
        (
            "Nobel winner Farida Aziz said science needed patience.\n"
            "Nobel Prize-winning chemist Omar Sayed warned of cuts."
        ),
        [
            ("science needed patience", "indirect", "Farida Aziz", "said", None),
            ("cuts", "indirect", "Omar Sayed", "warned", None),
        ],
    ),
    "yearold": (
        ("The 47-year-old Maria Santos told police she saw nothing. 19-year-old Jake Webb said he ran."),
        [
            ("she saw nothing", "indirect", "Maria Santos", "told", None),
            ("he ran", "indirect", "Jake Webb", "said", None),
        ],
    ),
    "mourning": (
        (
            "The president announced three days of mourning. Police confirmed 12 deaths. The ministry "
            "confirmed the deaths of two sailors."
        ),
        [
            ("the deaths of two sailors", "indirect", "ministry", "confirmed", None),
        ],
    ),
    "ruledout": (
        (
            "Prime Minister Anna Holm ruled out an early election. She dismissed the rumours. The company "
            "denied wrongdoing. The company denied that it had misled investors. Holm dismissed claims that "
            "she would resign."
        ),
        [
            ("an early election", "indirect", "Anna Holm", "ruled out", None),
            ("wrongdoing", "indirect", "company", "denied", None),
            ("it had misled investors", "indirect", "company", "denied", None),
            ("claims that she would resign", "indirect", "Anna Holm", "dismissed", None),
        ],
    ),
    "lawyer": (
        ("His lawyer, Beatriz Nunes, said he would appeal. Prosecutors said they would seek ten years."),
        [
            ("he would appeal", "indirect", "Beatriz Nunes", "said", None),
            ("they would seek ten years", "indirect", "Prosecutors", "said", None),
        ],
    ),
    "nested-doubled": (
        ("“And then he said, ‘You’re fired,’ just like that,” Patel recalled."),
        [
            ("And then he said, ‘You’re fired,’ just like that,", "direct", "Patel", "recalled", None),
            ("You’re fired,", "nested", None, "said", "Patel"),
        ],
    ),
    "question": (
        ("Asked whether he would resign, Foster said: “No.” Would he run again? “Maybe.”"),
        [
            ("No.", "partial", "Foster", "said", None),
            ("Maybe.", "partial", "Foster", "said", None),
        ],
    ),
    "said-of": (
        ("Juarez said of the verdict: “It changes nothing.”"),
        [
            ("It changes nothing.", "direct", "Juarez", "said", None),
        ],
    ),
    "spokesperson": (
        (
            "A spokesperson for Northwind Energy said: “We take safety seriously.” The spokesperson added "
            "that an inquiry was under way."
        ),
        [
            ("We take safety seriously.", "direct", "spokesperson for Northwind Energy", "said", None),
            ("an inquiry was under way", "indirect", "spokesperson for Northwind Energy", "added", None),
        ],
    ),
    "kept": (
        (
            "“It’s a matter of days, not weeks,” Haruto Sato, the chief engineer at the plant, who has "
            "worked there since 1998, told the Nikkei."
        ),
        [
            ("It’s a matter of days, not weeks,", "direct", "Haruto Sato", "told", "Nikkei"),
        ],
    ),
    "agree": (
        ("Doctors agree that the drug works. Critics say it is too dear."),
        [
            ("the drug works", "indirect", "Doctors", "agree", None),
            ("it is too dear", "indirect", "Critics", "say", None),
        ],
    ),
    "mother, dad, grandmother of": (
        (
            "Mother-of-two Jane Pell, 34, said the school never called. Dad-of-four Omar Aziz said he ran. "
            "Grandmother-of-five Rosa Lind said it was cold."
        ),
        [
            ("the school never called", "indirect", "Jane Pell", "said", None),
            ("he ran", "indirect", "Omar Aziz", "said", None),
            ("it was cold", "indirect", "Rosa Lind", "said", None),
        ],
    ),
    "born and based": (
        ("“It was a shock,” said Manchester-born author Lena Fox. “We hope,” added Kyiv-based analyst Ivan Petrenko."),
        [
            ("It was a shock,", "direct", "Lena Fox", "said", None),
            ("We hope,", "direct", "Ivan Petrenko", "added", None),
        ],
    ),
    "prize and winning": (
        (
            "Oscar winner Tilda Brand said the film was late. Oscar-winning director Tilda Brand told "
            "Variety the film was late."
        ),
        [
            ("the film was late", "indirect", "Tilda Brand", "said", None),
            ("the film was late", "indirect", "Tilda Brand", "told", "Variety"),
        ],
    ),
    "age and nation": (
        ("“We won,” the 23-year-old Dane said."),
        [
            ("We won,", "direct", "23-year-old Dane", "said", None),
        ],
    ),
    "father of, with Mr": (
        ("Father-of-three Mr Hanley said the road was closed. Ex-PM Olga Reyes said she was ready."),
        [
            ("the road was closed", "indirect", "Hanley", "said", None),
            ("she was ready", "indirect", "Olga Reyes", "said", None),
        ],
    ),
    "cup-winning, ex-soldier": (
        (
            "World Cup-winning captain Didier Roux said the pitch was poor. Ex-soldier Piotr Nowak, a father"
            " of two, said he was afraid."
        ),
        [
            ("the pitch was poor", "indirect", "Didier Roux", "said", None),
            ("he was afraid", "indirect", "Piotr Nowak", "said", None),
        ],
    ),
    "surname first": (
        ("Keller rejected the claim. Police chief Ute Keller spoke at noon."),
        [],
    ),
    "office and surname": (
        (
            "Prime Minister Jonas Berg met King Harald. Berg warned that the strike would hurt. The prime "
            "minister said talks would go on. “Enough,” said Berg."
        ),
        [
            ("the strike would hurt", "indirect", "Jonas Berg", "warned", None),
            ("talks would go on", "indirect", "Jonas Berg", "said", None),
            ("Enough,", "partial", "Jonas Berg", "said", None),
        ],
    ),
    "nested, he": (
        ("“And then he said, ‘You’re fired,’ just like that,” Jay Patel recalled."),
        [
            ("And then he said, ‘You’re fired,’ just like that,", "direct", "Jay Patel", "recalled", None),
            ("You’re fired,", "nested", None, "said", "Jay Patel"),
        ],
    ),
    "nested, double in single": (
        ("‘My manager said “just sign it”, and I did,’ Owen Price told the tribunal."),
        [
            ("My manager said “just sign it”, and I did,", "direct", "Owen Price", "told", None),
            ("just sign it", "nested", "My manager", "said", "Owen Price"),
        ],
    ),
    "nested, named by office": (
        ("“The minister told us, ‘We will rebuild the school by May,’ and nobody came,” said Lena Fox."),
        [
            (
                "The minister told us, ‘We will rebuild the school by May,’ and nobody came,",
                "direct",
                "Lena Fox",
                "said",
                None,
            ),
            ("We will rebuild the school by May,", "nested", "minister", "told", "Lena Fox"),
        ],
    ),
    "nested, own words are none": (
        ("“I said, ‘Never again,’” Ana Ruiz said. “‘Go home,’ the doctor told me.”"),
        [
            ("I said, ‘Never again,’", "direct", "Ana Ruiz", "said", None),
            ("‘Go home,’ the doctor told me.", "direct", "Ana Ruiz", "said", None),
            ("Go home,", "nested", "doctor", "told", "Ana Ruiz"),
        ],
    ),
    "nested, names of things are none": (
        ("“They call it ‘progress’,” Ana Ruiz said. “We sang ‘The Long Way Home’ all night.”"),
        [
            ("They call it ‘progress’,", "direct", "Ana Ruiz", "said", None),
            ("We sang ‘The Long Way Home’ all night.", "direct", "Ana Ruiz", "said", None),
        ],
    ),
    "nested, wrote": (
        ("“Mr Hill wrote: ‘The dam is safe.’ It was not,” engineer Tom Reed said."),
        [
            ("Mr Hill wrote: ‘The dam is safe.’ It was not,", "direct", "Tom Reed", "said", None),
            ("The dam is safe.", "nested", "Hill", "wrote", "Tom Reed"),
        ],
    ),
    "colon after a lead-in": (
        (
            "“The offer is final,” the company's chief executive, Nadia Haas, told the Financial Courier. "
            "Analysts were not convinced: “It is thin,” said one."
        ),
        [
            ("The offer is final,", "direct", "Nadia Haas", "told", "Financial Courier"),
            ("It is thin,", "direct", None, "said", None),
        ],
    ),
    "two coaches": (
        (
            "Coach Luka Maric, whose side lost 3-0, blamed himself. “I chose the wrong team,” he said.\n"
            "“He is too hard on himself,” captain Ivo Babic said. “We all played badly.”"
        ),
        [
            ("I chose the wrong team,", "direct", "Luka Maric", "said", None),
            ("He is too hard on himself,", "direct", "Ivo Babic", "said", None),
            ("We all played badly.", "direct", "Ivo Babic", "said", None),
        ],
    ),
    "surname after the full name": (
        (
            "Dr. Amara Nwosu, an epidemiologist at the institute, warned that cases could double within a "
            "week. “Masks help,” Nwosu added."
        ),
        [
            ("cases could double within a week", "indirect", "Amara Nwosu", "warned", None),
            ("Masks help,", "direct", "Amara Nwosu", "added", None),
        ],
    ),
    "unnamed witness": (
        (
            "Police said in a statement that a 19-year-old man had been arrested. A witness, who gave her "
            "name only as Rosa, said she saw smoke. “It was black,” she said."
        ),
        [
            ("a 19-year-old man had been arrested", "indirect", "Police", "said", "statement"),
            ("she saw smoke", "indirect", "witness", "said", None),
            ("It was black,", "direct", "witness", "said", None),
        ],
    ),
    "lawyer and prosecutor": (
        (
            "“We will appeal,” Sergei Volkov's lawyer, Irina Belova, said outside the court. Prosecutor Oleg"
            " Titov had asked for eight years. “Justice was done,” he said."
        ),
        [
            ("We will appeal,", "direct", "Irina Belova", "said", None),
            ("Justice was done,", "direct", "Oleg Titov", "said", None),
        ],
    ),
    "post that reads": (
        (
            "The strike will go ahead on Friday, union leader Pat Doyle confirmed on Facebook. “We have no "
            "choice,” her post read."
        ),
        [
            ("The strike will go ahead on Friday", "indirect", "Pat Doyle", "confirmed", "Facebook"),
            ("We have no choice,", "direct", "Pat Doyle", "confirmed", "Facebook"),
        ],
    ),
    "recall": (
        (
            "The recall affects 40,000 cars, Toyoda Motor said on Tuesday, citing a faulty brake. The "
            "carmaker apologised to customers and said dealers would fix it free of charge."
        ),
        [
            ("The recall affects 40,000 cars", "indirect", "Toyoda Motor", "said", None),
            ("a faulty brake", "indirect", "Toyoda Motor", "citing", None),
            ("dealers would fix it free of charge", "indirect", "Toyoda Motor", "said", None),
        ],
    ),
    "asked about": (
        ("Asked if the ceasefire would hold, Colonel Haidar Saleh shrugged. “God knows,” he said."),
        [
            ("God knows,", "direct", "Haidar Saleh", "said", None),
        ],
    ),
    "one and another": (
        (
            "Witnesses described hearing a loud bang. One resident, Jo Park, told local radio: “The windows "
            "blew in.” Another, Kim Lee, said: “We ran.”"
        ),
        [
            ("hearing a loud bang", "indirect", "Witnesses", "described", None),
            ("The windows blew in.", "direct", "Jo Park", "told", None),
            ("We ran.", "direct", "Kim Lee", "said", None),
        ],
    ),
    "straight single marks": (
        (
            "'I don't believe it,' said Mick O'Shea, 71. 'My dad's boat was out there.' His wife, Mary, "
            "agreed: 'It's a miracle.'"
        ),
        [
            ("I don't believe it,", "direct", "Mick O'Shea", "said", None),
            ("My dad's boat was out there.", "direct", "Mick O'Shea", "said", None),
            ("It's a miracle.", "direct", "Mary", "agreed", None),
        ],
    ),
    "tweeted, account in brackets": (
        (
            "“This is a dark day for the valley”, tweeted governor Elena Paz (@elenapaz), while the fire "
            "chief, Rob Stone, urged people to leave."
        ),
        [
            ("This is a dark day for the valley", "direct", "Elena Paz", "tweeted", None),
            ("people to leave", "indirect", "Rob Stone", "urged", None),
        ],
    ),
    "report of a charity": (
        (
            "According to a report by the charity WaterNow, 30% of wells are dry. The report's author, Jane "
            "Obi, said the state “looked away”."
        ),
        [
            ("30% of wells are dry", "indirect", "WaterNow", "according to", None),
            ("the state", "indirect", "Jane Obi", "said", None),
            ("looked away", "partial", "Jane Obi", "said", None),
        ],
    ),
    "on X": (
        (
            "The deputy prime minister, Olena Koval, wrote on X that the port had been hit. Her ministry "
            "later said no one was hurt."
        ),
        [
            ("the port had been hit", "indirect", "Olena Koval", "wrote", "X"),
            ("no one was hurt", "indirect", "Her ministry", "said", None),
        ],
    ),
    "general, split; agency": (
        (
            "“If they want war,” General Park Min-jun said, “they will have it.” North Korea's state news "
            "agency KCNA said the drills were “a rehearsal for invasion”."
        ),
        [
            ("If they want war,", "direct", "Park Min-jun", "said", None),
            ("they will have it.", "direct", "Park Min-jun", "said", None),
            ("the drills were", "indirect", "KCNA", "said", None),
            ("a rehearsal for invasion", "partial", "KCNA", "said", None),
        ],
    ),
    "Ms. and Mr.": (
        (
            "Ms. Ito and Mr. Bauer met in Oslo. “A good start,” she said. Bauer was more cautious, saying "
            "“much remains to be done”."
        ),
        [
            ("A good start,", "partial", "Ito", "said", None),
            ("much remains to be done", "direct", "Bauer", "saying", None),
        ],
    ),
    "that ... and that": (
        ("The president's spokesman said that the president was well, and that he would return on Monday."),
        [
            (
                "the president was well, and that he would return on Monday",
                "indirect",
                "president's spokesman",
                "said",
                None,
            ),
        ],
    ),
    "it added": (
        ("Nobody was hurt, the fire service said. The cause is not known, it added."),
        [
            ("Nobody was hurt", "indirect", "fire service", "said", None),
            ("The cause is not known", "indirect", "fire service", "added", None),
        ],
    ),
    "words of the dying": (
        (
            "“I can't breathe,” he said. The words of the dying man, Lee Grant, shocked the city. Mayor Tina"
            " Orr said they “haunt” her."
        ),
        [
            ("I can't breathe,", "direct", None, "said", None),
            ("haunt", "partial", "Tina Orr", "said", None),
        ],
    ),
    "present tense": (
        (
            "“The water came up to here,” says Amina Yusuf, pointing at her chest. Behind her, her son Bilal"
            " nods. “We lost the goats,” he says."
        ),
        [
            ("The water came up to here,", "direct", "Amina Yusuf", "says", None),
            ("We lost the goats,", "direct", "Bilal", "says", None),
        ],
    ),
    "told by the council": (
        (
            "Residents have been told by the council not to drink the water. “Boil it first,” a council "
            "spokeswoman said."
        ),
        [
            ("Boil it first,", "direct", "council spokeswoman", "said", None),
        ],
    ),
}


@pytest.mark.parametrize(("text", "rows"), PASSAGES.values(), ids=PASSAGES)
def test_every_row(text: str, rows: list[tuple[str, str, str | None, str | None, str | None]]) -> None:
    found = quotes(text)
    assert [(one.passage.surface, one.kind.value, one.speaker, one.cue, one.via) for one in found] == rows
