"""Whole sentences of ten subjects, and every figure that they state.

A figure is written "number | value or low..high | bound | unit | counted", a dash where there is none.
"""

import pytest
from figure_reading import figures_of

from workbench.model import Figure

STATED = {
    "verb behind of which": (
        "The court upheld 22 claims, of which 8 concern the owner, and 5 address the city.",
        ["22 | 22 | = | - | claims", "8 | 8 | = | - | claims", "5 | 5 | = | - | claims"],
    ),
    "verbs without an object": (
        "The town has 30 buses, of which nine need repair.",
        ["30 | 30 | = | - | buses", "nine | 9 | = | - | buses"],
    ),
    "out of as many": (
        "The strike shut the port for 13 days out of 14.",
        ["13 | 13 | = | day | -", "14 | 14 | = | day | -"],
    ),
    "the limit of as many": (
        "Drivers worked 61 hours a week, well above the legal limit of 48.",
        ["61 | 61 | = | hour | -", "48 | 48 | <= | hour | -"],
    ),
    "the target of as many percent": (
        "Prices rose 3.4%, above the target of 2.",
        ["3.4 | 3.4 | = | % | -", "2 | 2 | = | % | -"],
    ),
    "a cap that was higher": (
        "Visits were cut to 20 minutes a day, down from 45.",
        ["20 | 20 | = | minute | -", "45 | 45 | = | minute | -"],
    ),
    "a unit is not lent to what has more": (
        "The dam holds 9 million tonnes, below an average of 11.",
        ["9 million | 9000000 | = | ton | -", "11 | 11 | = | - | -"],
    ),
    "an amount of the sentence before": (
        "They were offered 100 billion dollars a year. The final text raises the amount to 120 billion.",
        ["100 billion | 100000000000 | = | USD per year | -", "120 billion | 120000000000 | = | USD per year | -"],
    ),
    "no money of the sentence before": (
        "The club paid $4 million. The crowd grew to 3 million.",
        ["4 million | 4000000 | = | USD | -", "3 million | 3000000 | = | - | crowd"],
    ),
    "an hour of the night": ("The deal was passed at four in the morning.", []),
    "a day is not counted": (
        "The rate is 1.4 percent today.",
        ["1.4 | 1.4 | = | % | -"],
    ),
    "passengers and crew": (
        "The ferry carried 214 passengers and crew.",
        ["214 | 214 | = | - | passengers and crew"],
    ),
    "headline of numbers": (
        "Ferry fire: 12 dead, faulty lifeboats",
        ["12 | 12 | = | - | dead"],
    ),
    "price of a share in crowns": (
        "It closed at 11.40 crowns.",
        ["11.40 | 11.4 | = | krone | -"],
    ),
    "ages-of-so-many": (
        "Of the divers, 2,400 are under 15.",
        [
            "2,400 | 2400 | = | - | -",
            "15 | 15 | < | year | -",
        ],
    ),
    "disaster-1": (
        "At least 112 people died when a ferry with 340 aboard capsized off Zanzibar.",
        [
            "112 | 112 | >= | - | people",
            "340 | 340 | = | - | people",
        ],
    ),
    "disaster-2": (
        "Between 60 and 70 houses were swept away, and as many as 2,000 people lost their homes.",
        [
            "60 and 70 | 60..70 | - | - | houses",
            "2,000 | 2000 | <= | - | people",
        ],
    ),
    "disaster-3": (
        "Nearly two-thirds of the village is under water.",
        [
            "two-thirds | 0.6667 | ~ | - | village",
        ],
    ),
    "disaster-4": (
        "Ten of the 15 bodies have been identified.",
        [
            "Ten | 10 | = | - | bodies",
            "15 | 15 | = | - | bodies",
        ],
    ),
    "disaster-5": (
        "Fewer than half of the 240 residents had left.",
        [
            "half | 0.5 | < | - | residents",
            "240 | 240 | = | - | residents",
        ],
    ),
    "disaster-6": (
        "Some 1.2 million people are without power, twice as many as on Monday.",
        [
            "1.2 million | 1200000 | ~ | - | people",
            "twice | 2 | = | times | -",
        ],
    ),
    "disaster-7": (
        "The number of missing has fallen from 98 to 61.",
        [
            "98 | 98 | = | - | missing",
            "61 | 61 | = | - | missing",
        ],
    ),
    "disaster-8": (
        "The quake, of magnitude 6.8, struck 40 km north of the city at a depth of 10km.",
        [
            "6.8 | 6.8 | = | magnitude | -",
            "40 | 40 | = | km | -",
            "10 | 10 | = | km | -",
        ],
    ),
    "disaster-9": (
        "The mayor said that 40 homes were lost; the governor put the number at 52.",
        [
            "40 | 40 | = | - | homes",
            "52 | 52 | = | - | homes",
        ],
    ),
    "disaster-10": (
        "A dozen bridges and 300 km of roads were destroyed.",
        [
            "A dozen | 12 | = | - | bridges",
            "300 | 300 | = | km | -",
        ],
    ),
    "disaster-11": (
        "One in three homes was damaged.",
        [
            "One in three | 0.3333 | = | - | homes",
        ],
    ),
    "disaster-12": (
        "Anywhere from 300 to 500 people are missing.",
        [
            "300 to 500 | 300..500 | - | - | people",
        ],
    ),
    "disaster-13": (
        "The ship had 186 passengers and a crew of nine.",
        [
            "186 | 186 | = | - | passengers",
            "nine | 9 | = | - | crew",
        ],
    ),
    "disaster-14": (
        "Forty firefighters backed by 14 helicopters and dozens of engines came; two were hurt.",
        [
            "Forty | 40 | = | - | firefighters",
            "14 | 14 | = | - | helicopters",
            "dozens | 24..- | - | - | engines",
            "two | 2 | = | - | firefighters",
        ],
    ),
    "disaster-15": (
        "Hundreds of thousands fled and tens of thousands stayed.",
        [
            "Hundreds of thousands | 100000..1000000 | - | - | -",
            "tens of thousands | 10000..100000 | - | - | -",
        ],
    ),
    "election-1": (
        "Turnout was 61.4 percent, up 3 points from 2019.",
        [
            "61.4 | 61.4 | = | % | -",
            "3 | 3 | = | point | -",
        ],
    ),
    "election-2": (
        "She won by 12,304 votes to 9,876.",
        [
            "12,304 | 12304 | = | - | votes",
            "9,876 | 9876 | = | - | votes",
        ],
    ),
    "election-3": (
        "The party took 38.2% of the vote and 211 of 500 seats.",
        [
            "38.2 | 38.2 | = | % | vote",
            "211 | 211 | = | - | seats",
            "500 | 500 | = | - | seats",
        ],
    ),
    "election-4": (
        "More than 6m ballots, or 71 percent, have been counted.",
        [
            "6m | 6000000 | > | - | ballots",
            "71 | 71 | = | % | -",
        ],
    ),
    "election-5": (
        "Lawmakers approved the bill 73-25, with two abstentions.",
        [
            "73 | 73 | = | - | votes",
            "25 | 25 | = | - | votes",
            "two | 2 | = | - | abstentions",
        ],
    ),
    "election-6": (
        "The Senate confirmed her 52-48.",
        [
            "52 | 52 | = | - | votes",
            "48 | 48 | = | - | votes",
        ],
    ),
    "election-7": (
        "The council said Leeds won 3-1.",
        [],
    ),
    "election-8": (
        "Three in five voters oppose it.",
        [
            "Three in five | 0.6 | = | - | voters",
        ],
    ),
    "election-9": (
        "The opposition needs 26 more seats for a majority of 251.",
        [
            "26 | 26 | = | - | more seats",
            "251 | 251 | = | - | majority",
        ],
    ),
    "election-10": (
        "Only 4,000 of 1.3 million registered voters cast a ballot.",
        [
            "4,000 | 4000 | = | - | registered voters",
            "1.3 million | 1300000 | = | - | registered voters",
        ],
    ),
    "election-11": (
        "Polling stations: 12,000; observers: 900.",
        [
            "12,000 | 12000 | = | - | Polling stations",
            "900 | 900 | = | - | observers",
        ],
    ),
    "election-12": (
        "Two to three times as many women voted.",
        [
            "Two to three | 2..3 | - | times | -",
        ],
    ),
    "election-13": (
        "More than a dozen states sued; at least seven won.",
        [
            "a dozen | 12 | > | - | states",
            "seven | 7 | >= | - | states",
        ],
    ),
    "election-14": (
        "Nearly one million of the country's 5.4 million people have fled.",
        [
            "one million | 1000000 | ~ | - | people",
            "5.4 million | 5400000 | = | - | people",
        ],
    ),
    "election-15": (
        "Ms Diaz had 51.2 percent to 47.9 for Mr Ruiz.",
        [
            "51.2 | 51.2 | = | % | -",
            "47.9 | 47.9 | = | % | -",
        ],
    ),
    "business-1": (
        "Profit rose 12 percent to $4.5 billion from $4 billion a year earlier.",
        [
            "12 | 12 | = | % | -",
            "4.5 billion | 4500000000 | = | USD | -",
            "4 billion | 4000000000 | = | USD | -",
        ],
    ),
    "business-2": (
        "Shares fell as much as 7%, to 312 pence.",
        [
            "7 | 7 | <= | % | -",
            "312 | 312 | = | pence | -",
        ],
    ),
    "business-3": (
        "The company will cut up to 5% of its 60,000 staff.",
        [
            "5 | 5 | <= | % | staff",
            "60,000 | 60000 | = | - | staff",
        ],
    ),
    "business-4": (
        "Sales tripled to €90m in the three months to June.",
        [
            "tripled | 3 | = | times | -",
            "90m | 90000000 | = | EUR | -",
            "three | 3 | = | month | -",
        ],
    ),
    "business-5": (
        "It expects to lose between $300m and $400m.",
        [
            "300m and $400m | 300000000..400000000 | - | USD | -",
        ],
    ),
    "business-6": (
        "The deal values the firm at about £2.1bn, or 340p a share.",
        [
            "2.1bn | 2100000000 | ~ | GBP | -",
            "340 | 340 | = | pence per share | -",
        ],
    ),
    "business-7": (
        "The bank cut rates by 25 basis points to 4.75%.",
        [
            "25 | 25 | = | basis point | -",
            "4.75 | 4.75 | = | % | -",
        ],
    ),
    "business-8": (
        "The Fed made a quarter-point cut.",
        [
            "a quarter-point | 0.25 | = | percentage point | cut",
        ],
    ),
    "business-9": (
        "He raised 280 million of the 1.5 billion shekels.",
        [
            "280 million | 280000000 | = | ILS | -",
            "1.5 billion | 1500000000 | = | ILS | -",
        ],
    ),
    "business-10": (
        "Debt has halved to $1 billion.",
        [
            "halved | 0.5 | = | times | -",
            "1 billion | 1000000000 | = | USD | -",
        ],
    ),
    "business-11": (
        "The plant will employ 300-400 workers.",
        [
            "300-400 | 300..400 | - | - | workers",
        ],
    ),
    "business-12": (
        "Oil rose $2 to $84 a barrel.",
        [
            "2 | 2 | = | USD | -",
            "84 | 84 | = | USD per barrel | -",
        ],
    ),
    "business-13": (
        "The bank lent 250 million Kuwaiti dinars and 40 million Jamaican dollars.",
        [
            "250 million | 250000000 | = | KWD | -",
            "40 million | 40000000 | = | JMD | -",
        ],
    ),
    "business-14": (
        "It ended a dispute over a 3.5% pay offer with 8 per cent plus a £1,000 payment.",
        [
            "3.5 | 3.5 | = | % | pay offer",
            "8 | 8 | = | % | -",
            "1,000 | 1000 | = | GBP | -",
        ],
    ),
    "business-15": (
        "He was fined 500,000 rupees and 50 million marks.",
        [
            "500,000 | 500000 | = | rupee | -",
            "50 million | 50000000 | = | mark | -",
        ],
    ),
    "sport-1": (
        "United won 3-1 in front of 74,000 fans.",
        [
            "74,000 | 74000 | = | - | fans",
        ],
    ),
    "sport-2": (
        "They lost four-nil after a 3-for-2 swap and three-on-three play.",
        [],
    ),
    "sport-3": (
        "He has scored 21 goals in 30 games.",
        [
            "21 | 21 | = | - | goals",
            "30 | 30 | = | - | games",
        ],
    ),
    "sport-4": (
        "She ran the 100m in 10.82 seconds.",
        [
            "100 | 100 | = | m | -",
            "10.82 | 10.82 | = | second | -",
        ],
    ),
    "sport-5": (
        "They are 12 points clear with five games left.",
        [
            "12 | 12 | = | point | -",
            "five | 5 | = | - | games",
        ],
    ),
    "sport-6": (
        "He was fined £50,000 and banned for three matches.",
        [
            "50,000 | 50000 | = | GBP | -",
            "three | 3 | = | - | matches",
        ],
    ),
    "sport-7": (
        "Kane, 31, scored twice in nine minutes.",
        [
            "31 | 31 | = | year | -",
            "nine | 9 | = | minute | -",
        ],
    ),
    "sport-8": (
        "Nadal beat Murray 6-4, 6-3, 7-6 (7-5) in three hours.",
        [
            "three | 3 | = | hour | -",
        ],
    ),
    "sport-9": (
        "She came third, ahead of 20 riders, in her second race.",
        [
            "20 | 20 | = | - | riders",
        ],
    ),
    "sport-10": (
        "He scored in the 90+3rd minute and in the last 16 of the cup.",
        [],
    ),
    "health-1": (
        "The virus has infected 3,400 people and killed 210 in 14 countries.",
        [
            "3,400 | 3400 | = | - | people",
            "210 | 210 | = | - | people",
            "14 | 14 | = | - | countries",
        ],
    ),
    "health-2": (
        "About one in eight patients had side effects.",
        [
            "one in eight | 0.125 | ~ | - | patients",
        ],
    ),
    "health-3": (
        "The dose was cut from 50mg to 20mg.",
        [
            "50 | 50 | = | mg | -",
            "20 | 20 | = | mg | -",
        ],
    ),
    "health-4": (
        "More than 1 in 5 children live in poverty, up from 1 in 6 a decade ago.",
        [
            "1 in 5 | 0.2 | > | - | children",
            "1 in 6 | 0.1667 | = | - | -",
            "a decade | 10 | = | year | -",
        ],
    ),
    "health-5": (
        "The survey has a margin of error of plus or minus 3 percentage points.",
        [
            "3 | 3 | = | percentage point | -",
        ],
    ),
    "health-6": (
        "Waiting lists hit 7.6 million, of whom 300,000 have waited a year.",
        [
            "7.6 million | 7600000 | = | - | Waiting lists",
            "300,000 | 300000 | = | - | Waiting lists",
        ],
    ),
    "health-7": (
        "The vaccine is 94% effective in adults over 65.",
        [
            "94 | 94 | = | % | -",
            "65 | 65 | > | year | -",
        ],
    ),
    "health-8": (
        "Ward staff treated 40 to 50 patients a day.",
        [
            "40 to 50 | 40..50 | - | - | patients",
        ],
    ),
    "health-9": (
        "One and a half million doses arrived.",
        [
            "One and a half million | 1500000 | = | - | doses",
        ],
    ),
    "health-10": (
        "Children aged five and under travel free; those 65 and over pay half.",
        [
            "five | 5 | <= | year | -",
            "65 | 65 | >= | year | -",
        ],
    ),
    "health-11": (
        "It takes 100 days or more.",
        [
            "100 | 100 | >= | day | -",
        ],
    ),
    "health-12": (
        "Covid-19 cases are up 2.5-fold in people with type 2 diabetes.",
        [
            "2.5 | 2.5 | = | times | -",
        ],
    ),
    "court-1": (
        "The man, 34, was jailed over a 2019 murder; the pair, both 19, were cleared.",
        [
            "34 | 34 | = | year | -",
            "19 | 19 | = | year | -",
        ],
    ),
    "court-2": (
        "He was jailed for 12 years and fined $2 million.",
        [
            "12 | 12 | = | year | -",
            "2 million | 2000000 | = | USD | -",
        ],
    ),
    "court-3": (
        "She faces up to 20 years in prison on each of six counts.",
        [
            "20 | 20 | <= | year | -",
            "six | 6 | = | - | counts",
        ],
    ),
    "court-4": (
        "The judge awarded them $75,000 each.",
        [
            "75,000 | 75000 | = | USD | -",
        ],
    ),
    "court-5": (
        "The court ruled 5-4 that the law stands.",
        [
            "5 | 5 | = | - | votes",
            "4 | 4 | = | - | votes",
        ],
    ),
    "court-6": (
        "Four of the nine defendants were acquitted.",
        [
            "Four | 4 | = | - | defendants",
            "nine | 9 | = | - | defendants",
        ],
    ),
    "court-7": (
        "He served 18 months of a three-year sentence.",
        [
            "18 | 18 | = | month | -",
            "three | 3 | = | year | -",
        ],
    ),
    "court-8": (
        "A 12-year-old girl and her 9-month-old brother were found.",
        [
            "12 | 12 | = | year | -",
            "9 | 9 | = | month | -",
        ],
    ),
    "court-9": (
        "Judges cited Article 5, sections 12 and 13 and Proposition 8 before ruling.",
        [],
    ),
    "court-10": (
        "The case, filed under reference 2023/114, would be heard in Court 12.",
        [],
    ),
    "science-1": (
        "The star is 4.2 light years away and 1.5 times as massive as the Sun.",
        [
            "4.2 | 4.2 | = | light-year | -",
            "1.5 | 1.5 | = | times | -",
        ],
    ),
    "science-2": (
        "The fossil is about 150 million years old.",
        [
            "150 million | 150000000 | ~ | year | -",
        ],
    ),
    "science-3": (
        "The probe travelled 480 million km in seven months.",
        [
            "480 million | 480000000 | = | km | -",
            "seven | 7 | = | month | -",
        ],
    ),
    "science-4": (
        "The sample weighed 250 grams, a quarter of it water.",
        [
            "250 | 250 | = | g | -",
            "a quarter | 0.25 | = | - | -",
        ],
    ),
    "science-5": (
        "It is five times larger than planned.",
        [
            "five | 5 | = | times | -",
        ],
    ),
    "science-6": (
        "A 0.5ml dose costs 30p.",
        [
            "0.5 | 0.5 | = | ml | -",
            "30 | 30 | = | pence | -",
        ],
    ),
    "science-7": (
        "The lake lies at 41.5 degrees north, and is 2C warmer.",
        [
            "2 | 2 | = | degree Celsius | -",
        ],
    ),
    "military-1": (
        "Some 3,000 troops, backed by 40 tanks, crossed the border.",
        [
            "3,000 | 3000 | ~ | - | troops",
            "40 | 40 | = | - | tanks",
        ],
    ),
    "military-2": (
        "The ministry said 30 of the 38 drones were intercepted.",
        [
            "30 | 30 | = | - | drones",
            "38 | 38 | = | - | drones",
        ],
    ),
    "military-3": (
        "The 2,500-strong brigade lost a fifth of its men.",
        [
            "2,500 | 2500 | = | - | brigade",
            "a fifth | 0.2 | = | - | men",
        ],
    ),
    "military-4": (
        "Several hundred soldiers and a few dozen tanks arrived.",
        [
            "Several hundred | 300..- | - | - | soldiers",
            "a few dozen | 24..- | - | - | tanks",
        ],
    ),
    "military-5": (
        "It held no fewer than 12 and no more than 20 men.",
        [
            "12 | 12 | >= | - | men",
            "20 | 20 | <= | - | men",
        ],
    ),
    "military-6": (
        "Two B-52 bombers and three F-16s took off.",
        [
            "Two | 2 | = | - | B-52 bombers",
            "three | 3 | = | - | F-16s",
        ],
    ),
    "military-7": (
        "Half the fleet is grounded, and three-quarters of pilots are on strike.",
        [
            "Half | 0.5 | = | - | fleet",
            "three-quarters | 0.75 | = | - | pilots",
        ],
    ),
    "military-8": (
        "Pilots of Flight 447 called 0800 555 111 near the A38 at 0900 GMT.",
        [],
    ),
    "weather-1": (
        "Up to 30 centimetres of snow fell in 24 hours.",
        [
            "30 | 30 | <= | cm | -",
            "24 | 24 | = | hour | -",
        ],
    ),
    "weather-2": (
        "Winds gusted to 140 km/h.",
        [
            "140 | 140 | = | km/h | -",
        ],
    ),
    "weather-3": (
        "It was minus 12 degrees, the coldest in 30 years.",
        [
            "minus 12 | -12 | = | degree | -",
            "30 | 30 | = | year | -",
        ],
    ),
    "weather-4": (
        "Rainfall was 40% above normal.",
        [
            "40 | 40 | = | % | -",
        ],
    ),
    "weather-5": (
        "Temperatures will reach 38 to 41 degrees Celsius.",
        [
            "38 to 41 | 38..41 | - | degree Celsius | -",
        ],
    ),
    "weather-6": (
        "More than 200 flights were cancelled and 1,500 delayed.",
        [
            "200 | 200 | > | - | flights",
            "1,500 | 1500 | = | - | flights",
        ],
    ),
    "weather-7": (
        "They expect 5-7 inches of rain.",
        [
            "5-7 | 5..7 | - | inch | -",
        ],
    ),
    "weather-8": (
        "The river rose by between 2 and 3 metres.",
        [
            "2 and 3 | 2..3 | - | m | -",
        ],
    ),
    "weather-9": (
        "Temperatures of 40C or higher were recorded.",
        [
            "40 | 40 | >= | degree Celsius | -",
        ],
    ),
    "education-1": (
        "The school has 1,200 pupils and 80 teachers, 15 fewer than last year.",
        [
            "1,200 | 1200 | = | - | pupils",
            "80 | 80 | = | - | teachers",
            "15 | 15 | = | - | teachers",
        ],
    ),
    "education-2": (
        "Fees will rise to £9,535 a year.",
        [
            "9,535 | 9535 | = | GBP per year | -",
        ],
    ),
    "education-3": (
        "Nine in ten students passed.",
        [
            "Nine in ten | 0.9 | = | - | students",
        ],
    ),
    "education-4": (
        "The university admitted 6,000 students, half of them women.",
        [
            "6,000 | 6000 | = | - | students",
            "half | 0.5 | = | - | students",
        ],
    ),
    "education-5": (
        "Teachers want a 6.5 per cent rise.",
        [
            "6.5 | 6.5 | = | % | rise",
        ],
    ),
    "education-6": (
        "They counted 200+ tents and 20-some staff.",
        [
            "200 | 200 | >= | - | tents",
            "20 | 20 | ~ | - | staff",
        ],
    ),
    "education-7": (
        "Class sizes average 31.",
        [
            "31 | 31 | = | - | Class sizes",
        ],
    ),
    "education-8": (
        "About 30,000 of the 45,000 seats were sold.",
        [
            "30,000 | 30000 | ~ | - | seats",
            "45,000 | 45000 | = | - | seats",
        ],
    ),
    "education-9": (
        "More than one third of the pupils left.",
        [
            "one third | 0.3333 | > | - | pupils",
        ],
    ),
}


def short(value: float | None) -> str:
    """A value as the table writes it."""
    if value is None:
        return "-"
    return f"{value:.4g}" if abs(value) < 1 else f"{value:.15g}"


def written(figure: Figure) -> str:
    """A figure as the table writes it."""
    measure = figure.measure
    value = f"{short(measure.low)}..{short(measure.high)}" if measure.value is None else short(measure.value)
    parts = (figure.passage.surface, value, measure.bound or "-", measure.unit or "-", figure.counted or "-")
    return " | ".join(parts)


@pytest.mark.parametrize(("text", "stated"), STATED.values(), ids=STATED)
def test_every_figure_of_a_sentence(text: str, stated: list[str]) -> None:
    assert [written(figure) for figure in figures_of(text)] == stated
