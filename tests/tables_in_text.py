"""Tables as texts hold them, with what each cell says: its text, value, unit (None: not asked) and period."""

from __future__ import annotations

__all__ = ["TABLES"]

TABLES = {
    "imports and prices": (
        """| Year | Imports (MW) | Price (USD/MWh) |
|------|-------------:|----------------:|
| 2019 | 140 | 38.5 |
| 2020 | 155 | 31 |
""",
        [
            ("140", "140", "MW", "2019"),
            ("38.5", "38.5", "USD/MWh", "2019"),
            ("155", "155", "MW", "2020"),
            ("31", "31", "USD/MWh", "2020"),
        ],
    ),
    "caption billions": (
        """Table 3. Federal outlays
(in billions of dollars)

             2019      2020
Actual....  1,505.4   1,811.0
Planned...  1,498.2   1,640.7
""",
        [
            ("1,505.4", "1505400000000", "USD", "2019"),
            ("1,811.0", "1811000000000", "USD", "2020"),
            ("1,498.2", "1498200000000", "USD", "2019"),
            ("1,640.7", "1640700000000", "USD", "2020"),
        ],
    ),
    "caption no number": (
        """Outlays of the fund
(in billions of dollars)

Actual.... 1,505.4
Planned... 1,498.2
Revised... 1,400.0
""",
        [
            ("1,505.4", "1505400000000", "USD", ""),
            ("1,498.2", "1498200000000", "USD", ""),
            ("1,400.0", "1400000000000", "USD", ""),
        ],
    ),
    "year heads pipe": (
        """Balance sheet
2023 | 2022
Revenue | 14,200 | 12,900
Costs | 9,100 | 8,800
""",
        [
            ("14,200", "14200", "", "2023"),
            ("12,900", "12900", "", "2022"),
            ("9,100", "9100", "", "2023"),
            ("8,800", "8800", "", "2022"),
        ],
    ),
    "months ended": (
        """Three Months Ended June 30,
2024 | 2023
Net sales | 14,200 | 12,900
Cost of sales | 8,100 | 7,950
""",
        [
            ("14,200", "14200", "", "2024-04/2024-06"),
            ("12,900", "12900", "", "2023-04/2023-06"),
            ("8,100", "8100", "", "2024-04/2024-06"),
            ("7,950", "7950", "", "2023-04/2023-06"),
        ],
    ),
    "percent column": (
        """| Region | Farms | % |
|---|---|---|
| North | 1,200 | 40 |
| South | 1,800 | 60 |
""",
        [
            ("1,200", "1200", "count", ""),
            ("40", "40", "percent", ""),
            ("1,800", "1800", "count", ""),
            ("60", "60", "percent", ""),
        ],
    ),
    "row year first cell": (
        """Year | Average price
2008 | $326,000
2009 | $301,500
2010 | $299,000
""",
        [
            ("$326,000", "326000", "USD", "2008"),
            ("$301,500", "301500", "USD", "2009"),
            ("$299,000", "299000", "USD", "2010"),
        ],
    ),
    "000s": (
        """Enrolment by level (000s)

Level        2018    2019    2020
Primary      4,210   4,250   4,180
Secondary    2,905   2,960   2,944
Total        7,115   7,210   7,124
""",
        [
            ("4,210", "4210000", None, "2018"),
            ("4,250", "4250000", None, "2019"),
            ("4,180", "4180000", None, "2020"),
            ("2,905", "2905000", None, "2018"),
            ("2,960", "2960000", None, "2019"),
            ("2,944", "2944000", None, "2020"),
            ("7,115", "7115000", None, "2018"),
            ("7,210", "7210000", None, "2019"),
            ("7,124", "7124000", None, "2020"),
        ],
    ),
    "two head rows": (
        """                    Exports (EUR million)     Imports (EUR million)
                     2021        2022          2021        2022
Austria             1,204.5     1,310.2       998.1       1,050.6
Belgium             2,410.0     2,519.3       2,001.9     2,100.0
""",
        [
            ("1,204.5", "1204500000", "EUR", "2021"),
            ("1,310.2", "1310200000", "EUR", "2022"),
            ("998.1", "998100000", "EUR", "2021"),
            ("1,050.6", "1050600000", "EUR", "2022"),
            ("2,410.0", "2410000000", "EUR", "2021"),
            ("2,519.3", "2519300000", "EUR", "2022"),
            ("2,001.9", "2001900000", "EUR", "2021"),
            ("2,100.0", "2100000000", "EUR", "2022"),
        ],
    ),
    "negatives & na": (
        """Table 2: Balance by sector (percent of GDP)

Sector            2018     2019     2020
Households        (1.2)    0.4      3.1
Firms              2.5     n.a.     (0.7)
Government        –        -2.1     (9.8)
""",
        [
            ("(1.2)", "-1.2", "percent", "2018"),
            ("0.4", "0.4", "percent", "2019"),
            ("3.1", "3.1", "percent", "2020"),
            ("2.5", "2.5", "percent", "2018"),
            ("(0.7)", "-0.7", "percent", "2020"),
            ("-2.1", "-2.1", "percent", "2019"),
            ("(9.8)", "-9.8", "percent", "2020"),
        ],
    ),
    "dollar first row only": (
        """Consolidated statements of income
(In millions, except per share amounts)
Year Ended December 31,          2023        2022
Net sales                      $ 8,412     $ 7,990
Cost of goods sold               5,101       4,880
Gross profit                     3,311       3,110
Earnings per share              $ 2.14      $ 1.98
""",
        [
            ("$ 8,412", "8412000000", "USD", "2023"),
            ("$ 7,990", "7990000000", "USD", "2022"),
            ("5,101", "5101000000", "USD", "2023"),
            ("4,880", "4880000000", "USD", "2022"),
            ("3,311", "3311000000", "USD", "2023"),
            ("3,110", "3110000000", "USD", "2022"),
            ("$ 2.14", "2.14", "USD/share", "2023"),
            ("$ 1.98", "1.98", "USD/share", "2022"),
        ],
    ),
    "unit row": (
        """Product     Output     Price
            (tonnes)   (USD/t)
Wheat       12,400     210
Maize       30,150     185
""",
        [
            ("12,400", "12400", "metric_ton", ""),
            ("210", "210", "USD/metric_ton", ""),
            ("30,150", "30150", "metric_ton", ""),
            ("185", "185", "USD/metric_ton", ""),
        ],
    ),
    "stacked": (
        """Country
2019
2020
Chile
4.5
5.1
Peru
3.2
2.9
""",
        [
            ("4.5", "4.5", "", "2019"),
            ("5.1", "5.1", "", "2020"),
            ("3.2", "3.2", "", "2019"),
            ("2.9", "2.9", "", "2020"),
        ],
    ),
    "footnote marks": (
        """Table 7. Unemployment rate (%)

Country       2019     2020
Chile         7.2a     10.8
Peru          6.6      13.6b
Spain*        14.1     15.5

a Provisional. b Break in series.
""",
        [
            ("7.2", "7.2", "percent", "2019"),
            ("10.8", "10.8", "percent", "2020"),
            ("6.6", "6.6", "percent", "2019"),
            ("13.6", "13.6", "percent", "2020"),
            ("14.1", "14.1", "percent", "2019"),
            ("15.5", "15.5", "percent", "2020"),
        ],
    ),
    "md years across with unit caption": (
        """**Table 1: Crude steel production (million tonnes)**

| Country | 2020 | 2021 | Change (%) |
|---|---|---|---|
| China | 1,064.7 | 1,032.8 | -3.0 |
| India | 100.3 | 118.2 | 17.9 |
| World | 1,880.4 | 1,951.9 | 3.8 |
""",
        [
            ("1,064.7", "1064700000", "metric_ton", "2020"),
            ("1,032.8", "1032800000", "metric_ton", "2021"),
            ("-3.0", "-3", "percent", None),
            ("100.3", "100300000", "metric_ton", "2020"),
            ("118.2", "118200000", "metric_ton", "2021"),
            ("17.9", "17.9", "percent", None),
            ("1,880.4", "1880400000", "metric_ton", "2020"),
            ("1,951.9", "1951900000", "metric_ton", "2021"),
            ("3.8", "3.8", "percent", None),
        ],
    ),
    "unit per row": (
        """| Indicator | Unit | 2020 | 2021 |
|---|---|---|---|
| Population | thousand | 5,831 | 5,850 |
| GDP growth | % | -2.1 | 4.9 |
| Exports | EUR bn | 95.4 | 110.2 |
""",
        [
            ("5,831", "5831000", None, "2020"),
            ("5,850", "5850000", None, "2021"),
            ("-2.1", "-2.1", "percent", "2020"),
            ("4.9", "4.9", "percent", "2021"),
            ("95.4", "95400000000", "EUR", "2020"),
            ("110.2", "110200000000", "EUR", "2021"),
        ],
    ),
    "quarter columns": (
        """Quarterly sales (USD millions)

            Q1 2023   Q2 2023   Q3 2023
Tyres       12.4      13.1      12.9
Wheels      8.0       7.6       8.8
""",
        [
            ("12.4", "12400000", "USD", "2023-01/2023-03"),
            ("13.1", "13100000", "USD", "2023-04/2023-06"),
            ("12.9", "12900000", "USD", "2023-07/2023-09"),
            ("8.0", "8000000", "USD", "2023-01/2023-03"),
            ("7.6", "7600000", "USD", "2023-04/2023-06"),
            ("8.8", "8800000", "USD", "2023-07/2023-09"),
        ],
    ),
    "months in rows": (
        """Table 5. Monthly rainfall, 2021

Month       Rain (mm)   Days
January     112         14
February    88          11
March       43          6
""",
        [
            ("112", "112", "millimeter", None),
            ("14", "14", None, None),
            ("88", "88", "millimeter", None),
            ("11", "11", None, None),
            ("43", "43", "millimeter", None),
            ("6", "6", None, None),
        ],
    ),
    "dot leaders": (
        """Receipts by source, fiscal year 2022
(millions of dollars)
Individual income taxes ......... 2,632,146
Corporation income taxes ........ 424,865
Excise taxes .................... 87,728
Customs duties .................. 99,908
Total ........................... 3,244,647
""",
        [
            ("2,632,146", "2632146000000", "USD", None),
            ("424,865", "424865000000", "USD", None),
            ("87,728", "87728000000", "USD", None),
            ("99,908", "99908000000", "USD", None),
            ("3,244,647", "3244647000000", "USD", None),
        ],
    ),
    "flattened single space": (
        """Table 4. Employment by industry, thousands
Industry 2021 2022 2023
Mining 540 571 598
Construction 7,389 7,710 8,018
Manufacturing 12,346 12,812 12,940
""",
        [
            ("540", "540000", None, "2021"),
            ("571", "571000", None, "2022"),
            ("598", "598000", None, "2023"),
            ("7,389", "7389000", None, "2021"),
            ("7,710", "7710000", None, "2022"),
            ("8,018", "8018000", None, "2023"),
            ("12,346", "12346000", None, "2021"),
            ("12,812", "12812000", None, "2022"),
            ("12,940", "12940000", None, "2023"),
        ],
    ),
    "wrapped head": (
        """                     Average       Share of
                     wage          workforce
                     (USD)         (%)
Nurses               52,000        4.1
Teachers             48,500        6.3
""",
        [
            ("52,000", "52000", "USD", None),
            ("4.1", "4.1", "percent", None),
            ("48,500", "48500", "USD", None),
            ("6.3", "6.3", "percent", None),
        ],
    ),
    "tab separated": (
        (
            "Fuel\tCapacity (GW)\tCost (USD/MWh)\tShare\n"
            "Solar\t120.5\t36\t18%\n"
            "Wind\t140.2\t33\t21%\n"
            "Coal\t200.0\t74\t30%\n"
        ),
        [
            ("120.5", "120.5", "GW", None),
            ("36", "36", "USD/MWh", None),
            ("18%", "18", "percent", None),
            ("140.2", "140.2", "GW", None),
            ("33", "33", "USD/MWh", None),
            ("21%", "21", "percent", None),
            ("200.0", "200", "GW", None),
            ("74", "74", "USD/MWh", None),
            ("30%", "30", "percent", None),
        ],
    ),
    "$ in millions": (
        """Segment results ($ in millions)

                     FY2021      FY2022
Toys                  410.5       388.2
Games                 122.0       140.9
Total                 532.5       529.1
""",
        [
            ("410.5", "410500000", "USD", "2021"),
            ("388.2", "388200000", "USD", "2022"),
            ("122.0", "122000000", "USD", "2021"),
            ("140.9", "140900000", "USD", "2022"),
            ("532.5", "532500000", "USD", "2021"),
            ("529.1", "529100000", "USD", "2022"),
        ],
    ),
    "dollars in thousands": (
        """ACME PUMPS, INC.
CONDENSED BALANCE SHEETS
(Dollars in thousands, except per share data)

                                    June 30,      December 31,
                                      2024            2023
Cash and cash equivalents          $  41,210       $  38,004
Inventories                           12,950          13,118
Total assets                       $ 140,332       $ 136,870
""",
        [
            ("$ 41,210", "41210000", "USD", "2024-06-30"),
            ("$ 38,004", "38004000", "USD", "2023-12-31"),
            ("12,950", "12950000", "USD", "2024-06-30"),
            ("13,118", "13118000", "USD", "2023-12-31"),
            ("$ 140,332", "140332000", "USD", "2024-06-30"),
            ("$ 136,870", "136870000", "USD", "2023-12-31"),
        ],
    ),
    "pounds 000": (
        """Trust accounts for the year ended 31 March 2023

                    2023       2022
                   £'000      £'000
Donations          1,204      1,110
Legacies             310        295
""",
        [
            ("1,204", "1204000", "GBP", "2023"),
            ("1,110", "1110000", "GBP", "2022"),
            ("310", "310000", "GBP", "2023"),
            ("295", "295000", "GBP", "2022"),
        ],
    ),
    "rupees crore": (
        """Table 3.1: Outlay on roads (Rs. crore)
Head 2021-22 2022-23
Bridges 1,240 1,310
Highways 8,905 9,112
Lanes 402 398
""",
        [
            ("1,240", "12400000000", "INR", "2021/2022"),
            ("1,310", "13100000000", "INR", "2022/2023"),
            ("8,905", "89050000000", "INR", "2021/2022"),
            ("9,112", "91120000000", "INR", "2022/2023"),
            ("402", "4020000000", "INR", "2021/2022"),
            ("398", "3980000000", "INR", "2022/2023"),
        ],
    ),
    "index": (
        """Consumer prices (index, 2015 = 100)

              2019     2020     2021
Food          108.1    110.4    115.0
Transport     104.9    102.2    109.3
""",
        [
            ("108.1", "108.1", None, "2019"),
            ("110.4", "110.4", None, "2020"),
            ("115.0", "115", None, "2021"),
            ("104.9", "104.9", None, "2019"),
            ("102.2", "102.2", None, "2020"),
            ("109.3", "109.3", None, "2021"),
        ],
    ),
    "percent change caption": (
        """Table B. Output per hour, percent change from previous year

Sector          2020    2021    2022
Mining          -1.2     0.4     2.2
Trade            3.1     2.8    -0.6
""",
        [
            ("-1.2", "-1.2", "percent", "2020"),
            ("0.4", "0.4", "percent", "2021"),
            ("2.2", "2.2", "percent", "2022"),
            ("3.1", "3.1", "percent", "2020"),
            ("2.8", "2.8", "percent", "2021"),
            ("-0.6", "-0.6", "percent", "2022"),
        ],
    ),
    "months across, year caption": (
        """Electricity sold in 2022 (GWh)

| Plant | Jan | Feb | Mar |
|---|---|---|---|
| Salto | 120 | 98 | 104 |
| Palmar | 66 | 70 | 71 |
""",
        [
            ("120", "120", "GWh", "2022-01"),
            ("98", "98", "GWh", "2022-02"),
            ("104", "104", "GWh", "2022-03"),
            ("66", "66", "GWh", "2022-01"),
            ("70", "70", "GWh", "2022-02"),
            ("71", "71", "GWh", "2022-03"),
        ],
    ),
    "section rows": (
        """Table 9. General government, billions of euros

                       2021       2022
Revenue
  Taxes               540.2      571.8
  Contributions       310.0      322.4
Percent of GDP
  Taxes                24.1       24.6
  Contributions        13.8       13.9
""",
        [
            ("540.2", "540200000000", "EUR", "2021"),
            ("571.8", "571800000000", "EUR", "2022"),
            ("310.0", "310000000000", "EUR", "2021"),
            ("322.4", "322400000000", "EUR", "2022"),
            ("24.1", "24.1", "percent", "2021"),
            ("24.6", "24.6", "percent", "2022"),
            ("13.8", "13.8", "percent", "2021"),
            ("13.9", "13.9", "percent", "2022"),
        ],
    ),
    "percent signs in cells and counts": (
        """Respondents by age

Age group        Number      Share
18–34            204         34.0%
35–54            251         41.8%
55 and over      145         24.2%
Total            600         100.0%
""",
        [
            ("204", "204", None, None),
            ("34.0%", "34", "percent", None),
            ("251", "251", None, None),
            ("41.8%", "41.8", "percent", None),
            ("145", "145", None, None),
            ("24.2%", "24.2", "percent", None),
            ("600", "600", None, None),
            ("100.0%", "100", "percent", None),
        ],
    ),
    "n percent md": (
        """| Characteristic | n | % |
|---|---|---|
| Female | 312 | 52.0 |
| Male | 288 | 48.0 |
""",
        [
            ("312", "312", None, None),
            ("52.0", "52", "percent", None),
            ("288", "288", None, None),
            ("48.0", "48", "percent", None),
        ],
    ),
    "n (%) cells": (
        """| Outcome | Drug, n (%) | Placebo, n (%) |
|---|---|---|
| Recovered | 41 (68.3) | 30 (50.0) |
| Died | 2 (3.3) | 5 (8.3) |
""",
        [
            ("41", "41", None, None),
            ("68.3", "68.3", "percent", None),
            ("30", "30", None, None),
            ("50.0", "50", "percent", None),
            ("2", "2", None, None),
            ("3.3", "3.3", "percent", None),
            ("5", "5", None, None),
            ("8.3", "8.3", "percent", None),
        ],
    ),
    "three months & nine months": (
        """                                  Three Months Ended        Nine Months Ended
                                    September 30,             September 30,
                                   2023       2022          2023        2022
Revenue (in millions)             $ 812      $ 790        $ 2,401     $ 2,333
Net income (in millions)             61         55            190         171
""",
        [
            ("$ 812", "812000000", "USD", "2023-07/2023-09"),
            ("$ 790", "790000000", "USD", "2022-07/2022-09"),
            ("$ 2,401", "2401000000", "USD", "2023-01/2023-09"),
            ("$ 2,333", "2333000000", "USD", "2022-01/2022-09"),
            ("61", "61000000", "USD", "2023-07/2023-09"),
            ("55", "55000000", "USD", "2022-07/2022-09"),
            ("190", "190000000", "USD", "2023-01/2023-09"),
            ("171", "171000000", "USD", "2022-01/2022-09"),
        ],
    ),
    "spanning md head": (
        """| | Exports | | Imports | |
|---|---|---|---|---|
| | 2021 | 2022 | 2021 | 2022 |
| Coffee (tonnes) | 1,200 | 1,340 | 12 | 15 |
| Cocoa (tonnes) | 410 | 395 | 3 | 2 |
""",
        [
            ("1,200", "1200", "metric_ton", "2021"),
            ("1,340", "1340", "metric_ton", "2022"),
            ("12", "12", "metric_ton", "2021"),
            ("15", "15", "metric_ton", "2022"),
            ("410", "410", "metric_ton", "2021"),
            ("395", "395", "metric_ton", "2022"),
            ("3", "3", "metric_ton", "2021"),
            ("2", "2", "metric_ton", "2022"),
        ],
    ),
    "years down, quarters": (
        """Year   Quarter   Visitors (thousands)
2021   Q1        410
2021   Q2        520
2022   Q1        450
2022   Q2        566
""",
        [
            ("410", "410000", "person", "2021-01/2021-03"),
            ("520", "520000", "person", "2021-04/2021-06"),
            ("450", "450000", "person", "2022-01/2022-03"),
            ("566", "566000", "person", "2022-04/2022-06"),
        ],
    ),
    "forecast columns": (
        """Table 1. GDP growth (percent)

                2022     2023e    2024f
Kenya           4.8      5.5      5.2
Ghana           3.8      2.9      3.1
""",
        [
            ("4.8", "4.8", "percent", "2022"),
            ("5.5", "5.5", "percent", "2023"),
            ("5.2", "5.2", "percent", "2024"),
            ("3.8", "3.8", "percent", "2022"),
            ("2.9", "2.9", "percent", "2023"),
            ("3.1", "3.1", "percent", "2024"),
        ],
    ),
    "key value md": (
        """| Item | Value |
|---|---|
| Area | 1,204 km² |
| Population | 88,400 |
| Budget | €14.2 million |
| Unemployment | 6.1% |
""",
        [
            ("1,204 km²", "1204", "square_kilometer", None),
            ("88,400", "88400", None, None),
            ("€14.2 million", "14200000", "EUR", None),
            ("6.1%", "6.1", "percent", None),
        ],
    ),
    "stacked flattened pdf": (
        """Table 6
Hospital beds per 1,000 people
Country
2010
2020
Norway
3.3
3.4
Chile
2.0
2.1
Kenya
1.4
1.3
""",
        [
            ("3.3", "3.3", "per_thousand", "2010"),
            ("3.4", "3.4", "per_thousand", "2020"),
            ("2.0", "2", "per_thousand", "2010"),
            ("2.1", "2.1", "per_thousand", "2020"),
            ("1.4", "1.4", "per_thousand", "2010"),
            ("1.3", "1.3", "per_thousand", "2020"),
        ],
    ),
    "note digits glued": (
        """Table 4. Tonnage by port (thousand tonnes)

Port           2020       2021
Arica         1,2041      1,310
Iquique         980       1,002
Total         2,184       2,312

1 Includes transit cargo.
""",
        [
            ("1,204", "1204000", "metric_ton", "2020"),
            ("1,310", "1310000", "metric_ton", "2021"),
            ("980", "980000", "metric_ton", "2020"),
            ("1,002", "1002000", "metric_ton", "2021"),
            ("2,184", "2184000", "metric_ton", "2020"),
            ("2,312", "2312000", "metric_ton", "2021"),
        ],
    ),
    "wrapped label": (
        """Budget authority (millions of dollars)

                                        2022       2023
Grants to states for rural
roads and bridges                       1,204      1,310
Payments in lieu of taxes                 551        579
""",
        [
            ("1,204", "1204000000", "USD", "2022"),
            ("1,310", "1310000000", "USD", "2023"),
            ("551", "551000000", "USD", "2022"),
            ("579", "579000000", "USD", "2023"),
        ],
    ),
    "EU spaces thousands": (
        """Table 5: Bovine herd, 1 000 head

                2019      2020
France        18 173    17 789
Germany       11 640    11 302
""",
        [
            ("18 173", "18173000", None, "2019"),
            ("17 789", "17789000", None, "2020"),
            ("11 640", "11640000", None, "2019"),
            ("11 302", "11302000", None, "2020"),
        ],
    ),
    "plus minus & ranges": (
        """| Site | Depth (m) | Temperature (°C) |
|---|---|---|
| A1 | 12–15 | 4.2 |
| B7 | 20–22 | 3.9 |
""",
        [
            ("12–15", None, "meter", None),
            ("4.2", "4.2", "degC", None),
            ("20–22", None, "meter", None),
            ("3.9", "3.9", "degC", None),
        ],
    ),
    "tax brackets": (
        """| Taxable income | Rate |
|---|---|
| $0 to $10,000 | 10% |
| $10,001 to $40,000 | 12% |
| Over $40,000 | 22% |
""",
        [
            ("10%", "10", "percent", None),
            ("12%", "12", "percent", None),
            ("22%", "22", "percent", None),
        ],
    ),
}
