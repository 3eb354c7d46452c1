"""Units beside a number: money, measures, rates and populations, in the canonical names of the data."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import figures
from usmex_data.catalogue.unit import Unit
from usmex_data.quantities.unit_names import fold, named_unit
from usmex_data.quantities.units import absorbed, part_of


def test_a_rate_behind_both_currencies_holds_for_both():
    found = figures("They live on 90 pesos ($4.5) a day.")
    assert [(text, measure) for text, _, measure, _ in found] == [("90 pesos", "MXN/day"), ("$4.5", "USD/day")]


@pytest.mark.parametrize(
    ("sentence", "span", "value", "unit"),
    [
        ("They earn $16 dollars per hour.", "$16 dollars per hour", "16", "USD/hour"),
        ("Plants pay $6.8 US cents/KWh.", "$6.8 US cents/KWh", "6.8", "UScent/kWh"),
        ("It sold at $75/MWh.", "$75/MWh", "75", "USD/MWh"),
        ("Gas costs $8/mmbtu.", "$8/mmbtu", "8", "USD/MMBtu"),
        ("A loss of $3.5 trillion per year.", "$3.5 trillion per year", "3500000000000", "USD/year"),
        ("Oil fell to $55 per barrel.", "$55 per barrel", "55", "USD/barrel"),
        ("Brent averaged $82.49 a barrel.", "$82.49 a barrel", "82.49", "USD/barrel"),
        ("Imports of 5.1 billion cubic feet per day.", "5.1 billion cubic feet per day", "5.1", "bcf/day"),
        ("Output of 1.7 million b/d.", "1.7 million b/d", "1700000", "barrel/day"),
        ("An exchange rate of 19.26 MX$/US$.", "19.26 MX$/US$", "19.26", "MXN/USD"),
        ("A plant of 16GW.", "16GW", "16", "GW"),
        ("It emits 98 million tons of CO₂.", "98 million tons of CO₂", "98000000", "tCO2"),
        ("Less warming than 1.5°C.", "1.5°C", "1.5", "degC"),
        ("Some 3 million acre-feet.", "Some 3 million acre-feet", "3000000", "acre_foot"),
        ("A yield of 40 metric tons.", "40 metric tons", "40", "metric_ton"),
        ("A rise of 25 basis points.", "25 basis points", "25", "basis_point"),
        ("It lost 2 percentage points.", "2 percentage points", "2", "percentage_point"),
        ("The sixteen-year term ends.", "sixteen-year", "16", "year"),
        ("Three decades of growth.", "Three decades", "30", "year"),
        ("It took half an hour.", "half an hour", "0.5", "hour"),
        ("A quarter century of trade.", "A quarter century", "25", "year"),
        ("Costs of COP 47 trillion.", "COP 47 trillion", "47000000000000", "COP"),
        ("Aid of EUR 12 million.", "EUR 12 million", "12000000", "EUR"),
        ("Pay of 4 500 pesos a month.", "4 500 pesos a month", "4500", "MXN/month"),
        ("A fall of −€2.1 billion.", "−€2.1 billion", "-2100000000", "EUR"),
        ("A fall of $ 5 m.", "$ 5 m", "5000000", "USD"),
        ("They use 50 liters per person per day.", "50 liters per person per day", "50", "liter/person/day"),
        ("A full year costs $54.60 per pupil.", "$54.60 per pupil", "54.60", "USD/person"),
        ("There were 34 deaths per 100,000 people.", "34 deaths per 100,000 people", "34", "per_hundred_thousand"),
        ("There were 44 per 1,000 live births.", "44 per 1,000 live births", "44", "per_thousand"),
        ("It fell to four degrees below zero.", "four degrees below zero", "-4", "degree"),
        ("A ride of 3 minutes.", "3 minutes", "3", "minute"),
        ("Hundreds of miles of fence.", "Hundreds of miles", "100", "mile"),
        ("A stretch of 1,100+ miles.", "1,100+ miles", "1100", "mile"),
        ("Dust stood at 35 μg/m3.", "35 μg/m3", "35", "microgram/cubic_meter"),
        ("A flux of 340 W m-2 was met.", "340 W m-2", "340", "W/square_meter"),
        ("It falls at 9.8 m s⁻² there.", "9.8 m s⁻²", "9.8", "meter/second/second"),
        ("It falls at 9.8 m/s2 there.", "9.8 m/s2", "9.8", "meter/second/second"),
        ("They met 20 J/m^2 per year.", "20 J/m^2 per year", "20", "joule/square_meter/year"),
        ("A roof costs 12 USD/m2.", "12 USD/m2", "12", "USD/square_meter"),
        ("The dose was 2.5 mSv per year.", "2.5 mSv per year", "2.5", "millisievert/year"),
        ("Lakes hold 4 cubic kilometers.", "4 cubic kilometers", "4", "cubic_kilometer"),
        ("Rocks of 66 Ma lie there.", "66 Ma", "66000000", "year"),
        ("The board is 2 in thick.", "2 in", "2", "inch"),
        ("It is 30 C outside.", "30 C", "30", "degC"),
        ("Ships carried 5m tonnes.", "5m tonnes", "5000000", "metric_ton"),
        ("A wall of 5m length.", "5m", "5", "meter"),
        ("It made 20k jobs.", "20k", "20000", ""),
        ("Councils meet four times a year.", "four times a year", "4", "count/year"),
        ("Councils meet twice a month.", "twice a month", "2", "count/month"),
        ("It stands one-half mile away.", "one-half mile", "0.5", "mile"),
        ("It spent 20 million pounds on schools.", "20 million pounds", "20000000", "GBP"),
        ("It paid 20 million pounds in aid.", "20 million pounds", "20000000", "GBP"),
        ("It seized 200 pounds of heroin worth a lot.", "200 pounds", "200", "pound"),
        ("Growers sold 20 million pounds.", "20 million pounds", "20000000", "pound"),
        ("It booked a loss of ($3.4 million).", "$3.4 million", "-3400000", "USD"),
        ("A result of $-99.99 came.", "$-99.99", "-99.99", "USD"),
        ("A $7-a-day pass.", "$7-a-day", "7", "USD/day"),
        ("Visits cost $12 per retiree.", "$12 per retiree", "12", "USD/person"),
        ("Rent is R4,500 a month.", "R4,500 a month", "4500", "ZAR/month"),
        ("A loan of RM300 million.", "RM300 million", "300000000", "MYR"),
        ("A dam of Rs 600 crore.", "Rs 600 crore", "6000000000", "INR"),
        ("They raised N40bn.", "N40bn", "40000000000", "NGN"),
        ("It sold for 3.5m pesos.", "3.5m pesos", "3500000", "MXN"),
        ("Mills emit 12 Mt CO2.", "12 Mt CO2", "12000000", "tCO2"),
        ("Cows emit 6 tonnes of CO2 equivalent.", "6 tonnes of CO2 equivalent", "6", "tCO2e"),
        ("Carbon dioxide emissions rose to 7 billion tons.", "7 billion tons", "7000000000", "tCO2"),
        ("Carbon dioxide emissions need 7 tons of lime.", "7 tons", "7", "ton"),
        ("Trade was 4 times GDP.", "4 times", "4", "ratio"),
        ("The steel has 5 wt.% of it.", "5 wt.%", "5", "percent"),
        ("A peak at 1650 cm−1 stood out.", "1650 cm−1", "1650", "kayser"),
        (
            "Pumps move 780 million cubic meters of water a year.",
            "780 million cubic meters",
            "780000000",
            "cubic_meter/year",
        ),
        ("Panels cost €900 per kWp.", "€900 per kWp", "900", "EUR/kW"),
        ("They owe half of a year's income.", "half", "50", "percent"),
        ("Forty (40) hours a week.", "Forty (40) hours a week", "40", "hour/week"),
    ],
)
def test_unit(sentence, span, value, unit):
    found = figures(sentence)
    assert [(text, amount, measure) for text, amount, measure, _ in found] == [(span, Decimal(value), unit)]


@pytest.mark.parametrize(
    ("sentence", "span", "unit"),
    [
        ("It cost $5 a year ago.", "$5", "USD"),
        ("They sold 5 a gallon jar.", "5", ""),
        ("A team of 12 men.", "12", ""),
        ("Some 300 every vehicle owner.", "Some 300", ""),
        ("ALL 5 million voted.", "5 million", ""),
        ("The COP 26 text.", "26", ""),
        ("Half of years are dry.", "Half", "percent"),
    ],
)
def test_what_is_no_unit(sentence, span, unit):
    found = [(text, measure) for text, _, measure, _ in figures(sentence)]
    assert found in ([(span, unit)], [])


@pytest.mark.parametrize(
    ("unit", "money", "flow"),
    [("USD", True, False), ("UScent", True, False), ("bcf/day", False, True), ("USD/MWh", False, False)],
)
def test_kinds_of_units(unit, money, flow):
    assert (Unit.of(unit).is_money, Unit.of(unit).is_flow) == (money, flow)


def test_scale_goes_into_the_unit():
    assert absorbed("bcf/day", Decimal(3250000000)) == Decimal("3.25")
    assert absorbed("bcf/day", Decimal("4.8")) == Decimal("4.8")
    assert absorbed("USD", Decimal(3250000000)) == Decimal(3250000000)


def test_look_up_at_a_place():
    found = named_unit("5 kWh", 1, spelled=False)
    assert found is not None
    assert (found.start, found.end, found.unit) == (2, 5, "kWh")
    assert named_unit("five t", 4, spelled=True) is None
    assert named_unit("", 0, spelled=False) is None
    assert part_of("half", 4) is None


def test_folding_keeps_offsets():
    text = "CO₂‑eq µg/m³ º"
    assert len(fold(text)) == len(text)
