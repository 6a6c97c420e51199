"""Names of persons of many cultures: which two are one name in two spellings, and which never are."""

import pytest

from workbench.compare.namekeys import likeness, romanise, skeleton
from workbench.compare.personal import Tie, family_keys, read, tie
from workbench.lexicons import lexicon

ONE = [
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Mohammed bin Salman", "Muhammad bin Salman"),
    ("Bashar al-Assad", "Bashar Assad"),
    ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"),
    ("Khalid Sheikh Mohammed", "Khaled Shaikh Mohammad"),
    ("Osama bin Laden", "Usama bin Ladin"),
    ("Khalifa Haftar", "Khalifa Hifter"),
    ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"),
    ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
    ("Володимир Зеленський", "Volodymyr Zelenskyy"),
    ("Сергей Лавров", "Sergey Lavrov"),
    ("Andriy Yermak", "Andrei Ermak"),
    ("Oleksandr Syrskyi", "Alexander Syrsky"),
    ("Yevgeny Prigozhin", "Evgeny Prigozhin"),
    ("Siarhei Tsikhanouski", "Sergei Tikhanovsky"),
    ("Uladzimir Makei", "Vladimir Makei"),
    ("Pavel Latushko", "Pavel Latushka"),
    ("Ilham Aliyev", "Ilham Aliev"),
    ("Alexis Tsipras", "Αλέξης Τσίπρας"),
    ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης"),
    ("Aleksandar Vučić", "Aleksandar Vucic"),
    ("Lech Wałęsa", "Lech Walesa"),
    ("Gerhard Schröder", "Gerhard Schroeder"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Moon Jae-in", "Moon Jae In"),
    ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
    ("Bernie Sanders", "Bernard Sanders"),
    ("Joe Biden", "Joseph R. Biden"),
    ("Reem Khatib", "Reem Khateeb"),
    ("Abd al-Rahman Haddad", "Abdulrahman Haddad"),
    ("Abdel Aziz Mansour", "Abdulaziz Mansur"),
    ("Khaled Abdel-Rahman", "Khalid Abdelrahman"),
    ("Maria Carmen Zubiri", "Carmen Zubiri"),
    ("Abderrahman Al Haddad", "Abd al-Rahman al-Haddad"),
    ("Milan Tadić", "Milan Tadich"),
    ("Ljubomir Hadžić", "Lyubomir Hadzhich"),
    ("Đorđe Petrović", "Djordje Petrovic"),
    ("Georgije Petrovic", "Đorđe Petrović"),
    ("Jovan Vujić", "Yovan Vuyich"),
    ("Michalis Hatzis", "Mihalis Chatzis"),
    ("Yiorgos Mpakas", "Giorgos Bakas"),
    ("Çağlar Şahin", "Caglar Sahin"),
    ("Þórður Guðmundsson", "Thordur Gudmundsson"),
    ("Ingrid Sørensen", "Ingrid Soerensen"),
    ("Mara Lindqvist", "Mara Lindkvist"),
    ("Mara Lindquist", "Mara Lindqvist"),
    ("Ángel Núñez García", "Angel Nunez"),
    ("María José Fernández Ruiz", "María Fernández"),
    ("Jean-Baptiste Mbarga", "Jean Baptiste Mbarga"),
    ("Kim Min-jung", "Kim Minjung"),
    ("Jun Ho Park", "Park Jun-ho"),
    ("Yi Sang-hoon", "Lee Sang-hun"),
    ("Pak Ji-seong", "Park Ji-sung"),
    ("Tsai Mei-ling", "Cai Meiling"),
    ("Weiming Zhang", "Zhang Wei-ming"),
    ("Robert Orwin III", "Robert Orwin"),
    ("Nguyễn Thị Lan", "Nguyen Thi Lan"),
]
TWO = [
    ("Maria Lopez", "Marina Lopez"),
    ("Tatiana Orlova", "Tatyana Hurynovich"),
    ("Donald Trump Jr.", "Donald Trump"),
    ("George W. Bush", "George H.W. Bush"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Kim Jong-un", "Kim Yo-jong"),
    ("Bashar al-Assad", "Hafez al-Assad"),
    ("Li Peng", "Li Ping"),
    ("Chen Wei", "Chen Hui"),
    ("Viktor Yanukovych", "Viktor Yushchenko"),
    ("Hassan Rouhani", "Hussein Rouhani"),
    ("Ali Hassan", "Ali Hussein"),
    ("Ivan Petrov", "Ivana Petrova"),
    ("Sasha Ivanov", "Sasha Ivanova"),
    ("Christian Berg", "Christina Berg"),
    ("Jan Novak", "Jana Novak"),
    ("Paul Smith", "Paula Smith"),
    ("John Kerry", "John Kelly"),
    ("Vladimir Putin", "Vladimir Potanin"),
    ("Sanjay Gupta", "Sandeep Gupta"),
    ("Adam Reed", "Reed"),
    ("Anna Moore", "Anna Muir"),
    ("Iván Núñez García", "Ángel Núñez García"),
    ("Ana Ruiz Mora", "Ana Mora Vidal"),
    ("John Paul", "John Paul Jones"),
    ("Kim Min-jung", "Kim Min-ji"),
    ("Kim Dae-jung", "Kim Dae-jong"),
    ("Jean-Baptiste Mbarga", "Jean-Pierre Mbarga"),
    ("Abdullah Haddad", "Abdulrahman Haddad"),
    ("Abdulaziz Haddad", "Abdulmalik Haddad"),
    ("George Orwin Sr.", "George Orwin Jr."),
    ("Robert Orwin II", "Robert Orwin III"),
    ("Guðrún Jónsdóttir", "Guðmundur Jónsson"),
    ("Nguyen Van Hung", "Nguyen Van Hai"),
    ("Ivan Ivanov", "Petar Ivanov"),
    ("Jovana Vujić", "Jovan Vujić"),
]


@pytest.mark.parametrize(("one", "two"), ONE, ids=[" = ".join(pair) for pair in ONE])
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert tie(read(one), read(two)) >= Tie.SPELT
    assert tie(read(two), read(one)) is tie(read(one), read(two))


@pytest.mark.parametrize(("one", "two"), TWO, ids=[" / ".join(pair) for pair in TWO])
def test_names_of_two_people(one: str, two: str) -> None:
    assert tie(read(one), read(two)) is Tie.DIFFERENT
    assert tie(read(two), read(one)) is Tie.DIFFERENT


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Tom Lee", "Tom Lea"),
        ("Tom Cole", "Tom Coale"),
        ("J. Smith", "John Smith"),
        ("Tobi Ade", "Oluwatobi Ade"),
        ("Greg Reed", "Gregor Reed"),
    ],
)
def test_too_little_in_a_short_name(one: str, two: str) -> None:
    assert tie(read(one), read(two)) is Tie.LOOSE


@pytest.mark.parametrize(
    ("name", "family", "given"),
    [
        ("Xi Jinping", "xi", "jinping"),
        ("Ban Ki-moon", "ban", "kimoon"),
        ("Ban Chaplin", "chaplin", "ban"),
        ("Kim Kardashian", "kardashian", "kim"),
        ("Kim Marino", "marino", "kim"),
        ("Ursula von der Leyen", "leyen", "ursula"),
        ("Ana de la Cruz", "cruz", "ana"),
        ("Bashar al-Assad", "assad", "bashar"),
        ("Reed", "reed", ""),
        ("De Blasio", "blasio", ""),
        ("Al Gore", "gore", "al"),
        ("as-Sadr", "sadr", ""),
    ],
)
def test_parts(name: str, family: str, given: str) -> None:
    assert (read(name).family, read(name).given) == (family, given)


def test_romanised() -> None:
    assert romanise("Šimůnek") == "simunek"
    assert romanise("Ελένη") == "eleni"


def test_keys_group_and_likeness_orders() -> None:
    assert skeleton("tsikhanouskaya") == skeleton("tikhanovskaya")
    assert skeleton("marina") != skeleton("maria")
    assert likeness("haniyeh", "haniya") > likeness("kerry", "kelly")


@pytest.mark.parametrize("name", ["an" * 4000, "kim " + "na" * 4000, "li-" * 3000, "", "''", "—", "ў" * 50])
def test_any_text_is_read(name: str) -> None:
    assert tie(read(name), read("Ana Ruiz")) is Tie.DIFFERENT


@pytest.mark.parametrize("entry", lexicon("given_names").entries, ids=lambda entry: entry.id)
def test_first_names_fire(entry: object) -> None:
    names = entry.pattern.split("|")  # type: ignore[attr-defined]
    assert entry.example in names[1:]  # type: ignore[attr-defined]
    assert tie(read(f"{entry.example} Borisenko"), read(f"{names[0]} Borisenko")) >= Tie.SPELT  # type: ignore[attr-defined]


@pytest.mark.parametrize("entry", lexicon("same_families").entries, ids=lambda entry: entry.id)
def test_families_fire(entry: object) -> None:
    names = entry.pattern.split("|")  # type: ignore[attr-defined]
    assert entry.example in names[1:]  # type: ignore[attr-defined]
    one, two = read(f"{names[0]} Min-seok"), read(f"{entry.example} Min-seok")  # type: ignore[attr-defined]
    assert {one.given, two.given} == {"minseok"}
    assert tie(one, two) is Tie.SPELT
    assert family_keys(one) & family_keys(two)


@pytest.mark.parametrize(("one", "two"), ONE, ids=[" = ".join(pair) for pair in ONE])
def test_spellings_of_one_name_are_compared_at_all(one: str, two: str) -> None:
    assert family_keys(read(one)) & family_keys(read(two))


def test_the_family_name_first_or_last() -> None:
    assert tie(read("Halasi Zsuzsa"), read("Zsuzsa Halasi")) is Tie.SPELT
