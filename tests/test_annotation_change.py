"""Sizes of movements, and levels."""

from __future__ import annotations

import pytest

from readers import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose 17 percent.", ["increase"]),
        ("Prices rose by about 17 percent.", ["increase"]),
        ("Prices fell by 17 percent to $5.", ["decrease", "level"]),
        ("Prices rose from $5 to $7.", ["level", "level"]),
        ("A reduction of 17 percent followed.", ["decrease"]),
        ("A 17 percent annual increase followed.", ["increase"]),
        ("Pay is 17 percent higher than in Peru.", ["level"]),
        ("Pay is 17 percent higher than in 2015.", ["increase"]),
        ("Trade doubled.", ["increase"]),
        ("Costs halved.", ["decrease"]),
        ("They pay twice as much as men.", ["level"]),
        ("The share is 17 percent.", ["level"]),
        ("It is the second largest partner.", ["level"]),
        ("Costs fell by 80 percent for solar and 50 percent for wind.", ["decrease", "decrease"]),
        ("Vacancies fell by 66,000 to 1,020,000.", ["decrease", "level"]),
        # the later of two figures of one movement
        ("Rents rose by $40, or 3 percent.", ["increase", "increase"]),
        ("Rents fell by $40 (3 percent).", ["decrease", "decrease"]),
        ("Rents rose 4 percent in 2016 and 3 percent in 2017.", ["increase", "increase"]),
        ("Rents fell by 4 percent between 2010 and 2014 and by 3 percent in 2017.", ["decrease", "decrease"]),
        ("Goat herds rose by 3 percent, and cow herds by 5 percent.", ["increase", "increase"]),
        ("Rents rose 5%, wages 7% and prices 2%.", ["increase", "increase", "increase"]),
        (
            "Herds are to grow 2 percent: 1 percent in Peru and 3 percent in Chile.",
            ["increase", "increase", "increase"],
        ),
        ("Rents rose 3 percent, and 5 percent of tenants left.", ["increase", "level"]),
        ("Rents rose 3 percent, to 40 percent of wages.", ["increase", "level"]),
        # differences from an earlier time
        ("In March they sold 12 tons of milk, 2 tons more than in February.", ["level", "increase"]),
        ("Herds stand 12 percent below their 1995 level.", ["decrease"]),
        ("Births were 8 percent below the previous year.", ["decrease"]),
        ("They sold 40 goats, 3 percent fewer than the 1,110 of 2012.", ["level", "decrease", "level"]),
        ("Rents in Lima are 8 percent above those in Quito.", ["level"]),
        ("Rents are 8 percent above the average in Peru of 2015.", ["level"]),
        # multipliers that are sizes
        ("A threefold increase in rents followed.", ["increase"]),
        ("Herds grew tenfold.", ["increase"]),
        ("Twice as many came as two years earlier.", ["increase"]),
        ("They sold three times as many goats as a decade earlier.", ["increase"]),
        # paces, and growth that is foreseen
        ("Herds grew at an average rate of 4 percent.", ["increase"]),
        ("Yields have fallen at 2 percent a year.", ["decrease"]),
        ("Growth is projected at 5 percent in 2015.", ["increase"]),
        ("Monthly growth averaged 40,000 goats.", ["increase"]),
        # in brackets
        ("Gains occurred in dairies (+400) and farms (+300).", ["increase", "increase"]),
        ("The largest losses were in milk (3 percent) and wool (2 percent).", ["decrease", "decrease"]),
        # "up" and "down" of another verb, adjectives, money that is raised
        ("Goats made up 40 percent of herds.", ["level"]),
        ("A follow-up survey found that 42 percent had left.", ["level"]),
        ("They cut down 40 trees.", ["level"]),
        ("Rents went up 4 percent.", ["increase"]),
        ("Rising seas threaten 30 percent of farms.", ["level"]),
        ("The reduced fee serves 30 percent of farms.", ["level"]),
        ("The dairy raised $30 million.", ["level"]),
        ("The dairy raised its price by $3.", ["increase"]),
        ("They cut fees on 40 percent of farms.", ["level"]),
        ("A 25 percent rent increase followed.", ["increase"]),
        ("Herds fell 3 percent more in the south.", ["decrease"]),
        # a size and what it came to
        ("It told of an increase in rents of $3 million to $45 million.", ["increase", "level"]),
        ("It told of a fall in rents of less than $3 million to $45 million.", ["decrease", "level"]),
        ("It told of a drop in rents of 4 to 8 percent.", ["decrease"]),
    ],
)
def test_change(text, expected):
    assert [claim.change for claim in claims(text)] == expected
