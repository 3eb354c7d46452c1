"""Rows as claims.csv will hold them, written by hand from the sentences of the sources."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

COLUMNS = (
    "claim_id fact_id copy_of source section passage start end text quote quote_start quote_end value value_low "
    "value_high unit counted base modifier hedge change status topic indicator category subject geography partner "
    "period period_text inferred doubt attribution note"
).split()

RULES = "Trade > The USMCA's New Rules of Origin"
WAGES = (
    "In Mexico, the average wage rate in auto assembly ranges between $5 and $7 per hour, while engineering and "
    "research and development jobs already meet or are close to the $16 per hour requirement."
)
PARTS = (
    "Of this 40%, 15% can relate to research and development, and information technology jobs, while 25% must relate "
    "to manufacturing costs."
)
CONTENT = (
    "The regional value content (RVC) requirement increased from 62.5% to 75%, which means that the percentage of "
    "non-regional content allowed dropped by 33.3%."
)
GAS = (
    "Mexican imports of natural gas from the U.S. by gas pipeline reached 5.1 billion cubic feet per day in 2019, "
    "compared to 4.8 bcf in 2017 and 4.9 bcf in 2018."
)
PAID = (
    "In contrast, Mexican mid- and large-size industrials paid $12 US cents/KWh and $8.4 US cents/KWh respectively "
    "in 2019 according to Mexico's Energy Regulatory Commission, CRE."
)
TARIFF = (
    "According to the EIA, the average end-consumer tariff for industrial consumer in the U.S. was $6.8 US cents/KWh "
    "in 2019 with rates as low as $5.5 US cents/KWh in states like Texas."
)
VISAS = (
    "While over 260,000 Mexicans travel to the United States each year to take seasonal positions in agriculture, "
    "services, and manufacturing, there are fewer than 8,000 Central Americans who have access to the visas that "
    "allow for this."
)
GAPS = (
    "The gender gap in labor force participation rates (i.e., the difference between women and men's participation as "
    "a percentage of the working-age population) is 34.9 percentage points in Mexico, 12.6 in the U.S., and 9.1 in "
    "Canada."
)
POVERTY = (
    "The gender gap in working poverty (i.e., the difference between women and men who are employed and live in "
    "poverty) is 4.3 percentage points in Mexico, 1 in the U.S., and 0.1 in Canada."
)


def claim(claim_id: str, quote: str, text: str, **fields: Any) -> dict[str, Any]:
    """A row; what is not given is empty, and the figure is looked for in its sentence."""
    start = fields.pop("at", None)
    start = quote.index(text) if start is None else start
    row: dict[str, Any] = dict.fromkeys(COLUMNS, "")
    source, offset = claim_id.rsplit("-", 1)
    row |= {
        "claim_id": claim_id,
        "fact_id": f"f-{int(offset):010x}",
        "source": source,
        "passage": "body",
        "text": text,
        "quote": quote,
        "quote_start": start,
        "quote_end": start + len(text),
        "value": None,
        "value_low": None,
        "value_high": None,
        "modifier": "exact",
        "change": "level",
        "status": "reported",
    }
    row |= fields
    if row["modifier"] == "exact" and row["value_low"] is None:
        row["value_low"] = row["value_high"] = row["value"]
    return row


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows as a data frame with all columns of claims.csv."""
    return pd.DataFrame(list(rows), columns=list(COLUMNS))


def wages() -> pd.DataFrame:
    """The range of wages and the line that it is held against."""
    common = {"section": RULES, "unit": "USD/hour", "geography": "MEX", "topic": "auto_rules_of_origin"}
    return frame(
        claim(
            "white-papers-10500", WAGES, "between $5 and $7 per hour",
            value_low=5, value_high=7, modifier="range", category="auto assembly", **common,
        ),
        claim(
            "white-papers-10650", WAGES, "close to the $16 per hour", value=16, modifier="approx", hedge="close to",
            category="engineering and R&D", subject="jobs", **common,
        ),
    )  # fmt: skip


def wage_line() -> pd.DataFrame:
    """The wage that counts towards the labor value content."""
    quote = (
        "A labor value content (LVC) requirement was that 40% of the value of the car is manufactured with wages of at "
        "least $16 dollars per hour."
    )
    return frame(
        claim(
            "white-papers-9100", quote, "at least $16 dollars per hour", value=16, value_low=16, modifier="at_least",
            hedge="at least", status="rule", unit="USD/hour", geography="USMCA", section=RULES, subject="wages",
        )
    )  # fmt: skip


def labor() -> pd.DataFrame:
    """The whole of 40 % first, then its two parts."""
    common = {"unit": "percent", "status": "rule", "section": RULES, "geography": "USMCA"}
    return frame(
        claim("white-papers-10210", PARTS, "40%", value=40, subject="labor value content", **common),
        claim("white-papers-10215", PARTS, "15%", value=15, subject="research and development", **common),
        claim("white-papers-10320", PARTS, "25%", value=25, subject="manufacturing", **common),
    )


def content() -> pd.DataFrame:
    """Two levels of the regional value content."""
    common = {"unit": "percent", "status": "rule", "section": RULES, "geography": "USMCA"}
    return frame(
        claim("white-papers-9000", CONTENT, "62.5%", value=62.5, category="NAFTA", **common),
        claim("white-papers-9010", CONTENT, "75%", value=75, category="USMCA", **common),
    )


def gas() -> pd.DataFrame:
    """Imports of three years, in the order of the years."""
    common = {"unit": "bcf/day", "geography": "MEX", "partner": "USA", "section": "Energy > Natural Gas"}
    return frame(
        claim("white-papers-40100", GAS, "4.8 bcf", value=4.8, period="2017", **common),
        claim("white-papers-40130", GAS, "4.9 bcf", value=4.9, period="2018", **common),
        claim("white-papers-40050", GAS, "5.1 billion cubic feet per day", value=5.1, period="2019", **common),
    )


def prices() -> pd.DataFrame:
    """Four electricity prices of one year."""
    common = {"unit": "UScent/kWh", "period": "2019", "section": "Energy > Legacy"}
    return frame(
        claim("white-papers-50300", PAID, "$12 US cents/KWh", value=12, geography="MEX", category="mid", **common),
        claim("white-papers-50330", PAID, "$8.4 US cents/KWh", value=8.4, geography="MEX", category="large", **common),
        claim("white-papers-50100", TARIFF, "$6.8 US cents/KWh", value=6.8, geography="USA", category="all", **common),
        claim(
            "white-papers-50150", TARIFF, "as low as $5.5 US cents/KWh", value=5.5, value_low=5.5, modifier="at_least",
            hedge="as low as", geography="US-TX", category="Texas", **common,
        ),
    )  # fmt: skip


def visas() -> pd.DataFrame:
    """A bound from below and one from above, far apart."""
    common = {"unit": "person", "section": "Migration > Work Visas", "geography": "USA"}
    return frame(
        claim(
            "white-papers-90100", VISAS, "over 260,000", value=260000, value_low=260000, modifier="at_least",
            hedge="over", partner="MEX", category="from Mexico", **common,
        ),
        claim(
            "white-papers-90300", VISAS, "fewer than 8,000", value=8000, value_high=8000, modifier="at_most",
            hedge="fewer than", partner="CENTRAL_AMERICA", category="from Central America", **common,
        ),
    )  # fmt: skip


def gaps() -> pd.DataFrame:
    """Two gaps in three countries."""
    rows = []
    for quote, indicator, stated in (
        (GAPS, "participation", ("34.9 percentage points", "12.6", "9.1")),
        (POVERTY, "working poverty", ("4.3 percentage points", "1", "0.1")),
    ):
        for number, (text, country) in enumerate(zip(stated, ("MEX", "USA", "CAN"), strict=True)):
            value = float(re.match(r"[\d.]+", text).group())  # type: ignore[union-attr]
            rows.append(
                claim(
                    f"report-2022-{30000 + 1000 * (quote is POVERTY) + number}", quote, text, value=value,
                    unit="percentage_point", geography=country, category=country, indicator=indicator,
                    section="Gender", subject="gender gap",
                )
            )  # fmt: skip
    return frame(*rows)


def shares() -> pd.DataFrame:
    """Shares with each kind of hedge; the sentences are made up."""
    common = {"unit": "percent", "section": "Shares"}
    quote = "Over 80% of exports, about 25% of jobs, 15-25% of fuel and 55% of emissions by 2030."
    return frame(
        claim(
            "forum-page-100", quote, "Over 80%", value=80, value_low=80, modifier="at_least", hedge="Over",
            geography="MEX", subject="exports", **common,
        ),
        claim(
            "forum-page-120", quote, "about 25%", value=25, modifier="approx", hedge="about", geography="MEX",
            subject="jobs", **common,
        ),
        claim(
            "forum-page-140", quote, "15-25%", value_low=15, value_high=25, modifier="range", geography="USA",
            subject="fuel", **common,
        ),
        claim("forum-page-160", quote, "55%", value=55, status="target", geography="EU", subject="emissions", **common),
    )  # fmt: skip
