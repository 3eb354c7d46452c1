"""Addresses, references, telephone numbers and times of day are no amounts."""

from __future__ import annotations

import pytest

from readers import figures, masked


@pytest.mark.parametrize(
    ("sentence", "text", "disposition"),
    [
        ("See https://example.org/a/2019/12-3.html.", "https://example.org/a/2019/12-3.html", "reference"),
        ("See doi:10.1000/182 there.", "doi:10.1000/182", "reference"),
        ("Write to office12@example.org now.", "office12@example.org", "reference"),
        ("ISBN 978-0-306-40615-7 is out.", "ISBN 978-0-306-40615-7", "reference"),
        ("Call (202) 555-0143 today.", "(202) 555-0143", "reference"),
        ("Call 1-800-555-0199 today.", "1-800-555-0199", "reference"),
        ("Call +44 20 7946 0000 today.", "+44 20 7946 0000", "reference"),
        ("Under § 12(b) it ends.", "§ 12(b)", "reference"),
        ("It passed H.R. 4521 at last.", "H.R. 4521", "reference"),
        ("Under 40 CFR 60.2 it ends.", "40 CFR 60.2", "reference"),
        ("In Smith v. District, 58 Cal. 4th 329.", "58 Cal. 4th 329", "reference"),
        ("Regulation (EU) 2016/679 holds.", "(EU) 2016/679", "reference"),
        ("See COM(2017) 90 on it.", "COM(2017) 90", "reference"),
        ("Docket EPA-2021-0317 is open.", "EPA-2021-0317", "reference"),
        ("It stands at #12 there.", "#12", "reference"),
        ("Use v2.1 of it.", "v2.1", "reference"),
        ("Go to 9500 Gilman Drive soon.", "9500 Gilman Drive", "reference"),
        ("The key is 12345678901234567890.", "12345678901234567890", "reference"),
        ("It differs (p < 0.001).", "p < 0.001", "reference"),
        ("The 95% confidence interval is wide.", "95% confidence interval", "reference"),
        ("It starts at 9 a.m. sharp.", "9 a.m.", "date"),
        ("It starts at 17:30 sharp.", "17:30", "date"),
        ("La Jolla, CA 92093 is near.", "CA 92093", "reference"),
        ("See H.Rept. 117-389 on it.", "H.Rept. 117-389", "reference"),
        ("See GAO-17-331 on it.", "GAO-17-331", "reference"),
        ("See USDL-24-0612.", "USDL-24-0612", "reference"),
        ("Release CB 24-51, of today.", "CB 24-51", "reference"),
        ("Title II, 138 Stat. 460, 572.", "138 Stat. 460, 572", "reference"),
        ("See 88 Fed. Reg. 31,314 on it.", "88 Fed. Reg. 31,314", "reference"),
        ("Write to Winnipeg R3C 3H8 now.", "R3C 3H8", "reference"),
        ("Call 0800 123 456 today.", "0800 123 456", "reference"),
        ("Go to 1200–155 Carlton Street soon.", "1200–155 Carlton Street", "reference"),
    ],
)
def test_code(sentence, text, disposition):
    assert (text, disposition, "") in masked(sentence)
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("It holds 95% of all.", "95%"),
        ("They sold 58 California homes.", "58"),
        ("The EU 20-25 percent rate rose.", "20-25 percent"),
        ("A flow of 555 1234 men.", "1234"),
        ("It grew 5.1 percent.", "5.1 percent"),
        ("Pay $20.17 an hour.", "$20.17 an hour"),
    ],
)
def test_amounts_stay(sentence, span):
    assert span in [text for text, *_ in figures(sentence)]
