"""What whole texts say of themselves and what things are called: numbers of paragraphs, codes, names, and no claims."""

from __future__ import annotations

import pytest

from readers import readings


def stated(text):
    """The claims of a text as written."""
    return [reading.text for reading in readings(text) if reading.disposition == "claim"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("4.7 The board met in May.\n\n4.8 Membership grew to 310 farms.", ["310"]),
        (
            "2.31 Rural lending rose by 8 per cent.\n\n2.32 Milk output fell by 3 per cent.",
            ["8 per cent", "3 per cent"],
        ),
        ("11.As for canals, the plan is 40 km.\n\n12.Barges carried 3 million tonnes.", ["40 km", "3 million tonnes"]),
        ("3.4  In 2019, 14 valleys had no road.", ["14"]),
        ("12.4. Of the grants, 60 went to schools.", ["60"]),
        ("1.2.3 Each party pays $500.", ["$500"]),
        ("45. The tenant paid £3,000.", ["£3,000"]),
        # amounts that open a paragraph
        ("2.5 GW of solar power came online.", ["2.5 GW"]),
        ("3.4 Million tonnes were shipped.", ["3.4 Million tonnes"]),
        ("2.4 million voted.", ["2.4 million"]),
        ("We asked nurses (n =\n71) in May.", ["71"]),
    ],
)
def test_numbers_of_paragraphs(text, claims):
    assert stated(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "VerDate Sep<11>2014 16:41 Mar 04, 2019 Jkt 247001 PO 00000 Frm 00012 Fmt 4703 Sfmt 4703 E:\\FR\\FM",
        "8120 Federal Register / Vol. 84, No. 44 / Wednesday, March 6, 2019 / Notices",
        "[FR Doc. 2019–04021 Filed 3–5–19; 8:45 am]",
        "BILLING CODE 4910–13–P",
        "[[Page 8121]]",
    ],
)
def test_print_lines(text):
    assert stated(f"{text}\n\nThe fee is $50 for 30 ships.") == ["$50", "30"]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Write to P.O. Box 4410, Denver, Colorado 80201, or ring 720–555–0134.", []),
        ("Ring +44 (0)20 7946 0991 or +1 (202) 555-0143 for 30 copies.", ["30"]),
        ("It lies at 40.7128° N, 74.0060° W; the nova at RA 12h 34m 56s.", []),
        ("Deliver it to 221B Baker Street, London NW1 6XE.", []),
        ("Shares (HKG: 0700) rose 3 percent.", ["3 percent"]),
        ("The rule amends 42 U.S.C. 7401 and 40 CFR parts 60 and 63 (see 89 FR 1234).", []),
        ("See 83 FR 27440, 27441 (June 13, 2018), and E.O. 13563.", []),
        ("Section 553(b)(3)(B) and § 63.2 apply; ¶ 12 too.", []),
        ("In Roe v. Poe, 410 U.S. 113, 120 (1973), the court awarded $400.", ["$400"]),
        ("The courts in [2019] EWCA Civ 123 and 2019 SCC 5 agreed.", []),
        ("Docket ID No. EPA–HQ–OAR–2017–0355; FRL–9979–84; RIN 2060–AT67.", []),
        ("OMB Control Number 2060-0012 and CAS 7732-18-5 are listed.", []),
        ("Cases No. 18-1234 and Nos. 18–3 and 19–4 are closed.", []),
        ("Rule 144A, Form 10-K, Item 1A, Note 12 and Exhibit 10.1 apply.", []),
        ("A 401(k) and a 501(c)(3) are taxed at 20%.", ["20%"]),
        ("ISO 9001, IEC 61850, ASTM D975 and IEEE 802.11 hold.", []),
        ("Version 2.4.1 and v3.0 of the tool use Bluetooth 5.0.", []),
        ("U.S. Patent 9,876,543 B2 was licensed for $2 million.", ["$2 million"]),
        ("The gene (OMIM: 300371; PMID 30012345) has 14 exons.", ["14"]),
        ("HD 188123 is a star, and C/2013 A1 is a comet.", []),
        ("Figures 3E and 4F and panels 2A-C show it.", []),
        ("Listing 2, lines 4–9, and lines 12 to 19 of listing 4 sort it.", []),
        ("As held at paras 12–14, 30 people were hurt.", ["30"]),
        ("The train left at 14:30 and the 9–11 a.m. slot is full.", []),
        # no codes
        ("In the U.S. 40 mills shut, and in the U.K. 15 percent did.", ["40", "15 percent"]),
        ("Across the U.S. 3,100 clinics closed.", ["3,100"]),
        ("They shipped 640,000 tonnes to the U.S. 12 percent of it spoiled.", ["640,000 tonnes", "12 percent"]),
        ("The bill, S. 12, passed; H.R. 4521 failed.", []),
        ("The standard 2.5 kg sack costs more.", ["2.5 kg"]),
    ],
)
def test_codes_and_labels(text, claims):
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The Stoxx 600 fell 1.2 percent, the ASX 200 rose 0.4%.", ["1.2 percent", "0.4%"]),
        ("He bought an iPhone 15 Pro and a Pixel 8.", []),
        ("The 49ers met the 76ers.", []),
        ("The Pixel 8 sold well: 4 million in May.", ["4 million"]),
        ("A PlayStation 5 costs $499.", ["$499"]),
        ("A Cessna 172 and a Boeing 737 MAX 8 landed.", []),
        ("The Tesla Model 3 outsold the Peugeot 208.", []),
        ("Python 3.12 needs 4 GB, as iOS 17 does.", ["4 GB"]),
        ("Sample NWA 7034 weighs 320 grams.", ["320 grams"]),
        ("Flight 370 vanished with 239 people aboard.", ["239"]),
        # numbers behind capitals that are none of a name
        ("Only 40 came, and just 12 stayed.", ["40", "12"]),
        ("Of 40 asked, 31 agreed.", ["40", "31"]),
        ("Since January 40 have died; on Monday 12 were hurt.", ["40", "12"]),
        ("In Peru 12 died.", ["12"]),
        ("Embraer sold 30 jets and Honda 40.", ["30", "40"]),
        ("Boeing built 12 Dreamliner jets.", ["12"]),
    ],
)
def test_names_and_counts_behind_them(text, claims):
    assert stated(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("41 got 13–24 months, and 8 got fines.", ["41", "13–24 months", "8"]),
        ("30 (75.0%) were from Peru and 10 (25.0%) from Chile.", ["30", "75.0%", "10", "25.0%"]),
        ("Nine (18%) were women and 41 (82%) were men.", ["Nine", "18%", "41", "82%"]),
        ("Of the growers, 12 grew maize and 7 grew beans.", ["12", "7"]),
        ("Of the 40 votes, 25 were for, 11 against and 4 abstained.", ["40", "25", "11", "4"]),
        ("However, 9 cities cut the fare.", ["9"]),
        ("Last year 14 states raised the fee, and 6 states cut it.", ["14", "6"]),
        # counts of the talk
        ("These two countries trade.", []),
        ("The 11 states agreed.", []),
        ("Five countries signed it.", []),
    ],
)
def test_small_counts(text, claims):
    assert stated(text) == claims
