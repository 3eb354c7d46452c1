"""Which language a text is in: short foreign texts are told, English ones full of names are not refused."""

from __future__ import annotations

import pytest

import usmex_data as um
from readers import claims
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import rows
from usmex_data.language.detection import foreign


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El comercio sumó 616.380 millones de dólares y más de 260.000 mexicanos cruzaron.", "Spanish"),
        ("La producción de petróleo cayó un 12% en 2020.", "Spanish"),
        ("Cerca de 300 empresas firmaron el acuerdo.", "Spanish"),
        ("Le prix du gaz a doublé depuis 2020.", "French"),
        ("Un tiers des ménages n'a pas de voiture.", "French"),
        ("Der Mindestlohn steigt auf 12 Euro.", "German"),
        ("Die Zahl der Arbeitslosen liegt bei 2,6 Millionen.", "German"),
        ("Foram criados 200 mil empregos.", "Portuguese"),
        ("A dívida pública chegou a 76% do PIB.", "Portuguese"),
        ("Circa un terzo delle imprese ha chiuso.", "Italian"),
        ("De prijs van gas is verdubbeld.", "Dutch"),
        ("Cena gazu podwoiła się w 2021 roku.", "Polish"),
        ("Цена газа удвоилась в 2021 году.", "Russian"),
        ("ガス価格は2倍になった。", "Japanese"),
        ("가스 가격이 두 배로 올랐다.", "Korean"),
    ],
)
def test_short_texts_are_told(text, language):
    assert foreign(text).startswith(language)


@pytest.mark.parametrize(
    "text",
    [
        "The Instituto Nacional de Estadística y Geografía counted 126 million people.",
        "Ciudad Juárez: 1.5 million.",
        '"La gente está cansada", 62% told the pollsters.',
        "El Paso and Los Angeles added 4,000 jobs.",
        "Sources: INEGI; Secretaría del Trabajo y Previsión Social",
        "Plan de Desarrollo Nacional 2019-2024",
        "Members: Ana Ríos, José Luis Peña, María de la Luz Gómez.",
        "Le Monde reported that 40 people were hurt in Lyon.",
        "Die Welt sold 90,000 copies.",
        "Rio de Janeiro and São Paulo lost 3,000 jobs.",
        "Total assets $ 140,332 $ 136,870",
        "Wages doubled.",
        "Café prices rose 4%; the façade cost $300.",
        "5 percent",
        "",
    ],
)
def test_english_with_names_is_not_refused(text):
    assert foreign(text) == ""


SPANISH = "El comercio sumó 616.380 millones de dólares en 2019."


@pytest.mark.parametrize("read", [um.extract, rows])
def test_a_text_in_another_language_is_an_error_that_names_it(read):
    with pytest.raises(UsmexDataError, match="Spanish") as caught:
        list(read(SPANISH))
    assert 'language="en"' in str(caught.value)


def test_the_caller_may_know_better():
    assert len(um.extract(SPANISH, language="en"))
    assert len(um.extract("Trade rose 5%.", language="en-GB")) == 1
    with pytest.raises(UsmexDataError, match="'es'"):
        um.extract(SPANISH, language="es")


def test_a_paragraph_in_another_language_is_doubted():
    text = (
        f"Trade grew by 5 percent in 2019, and the two ports were busy.\n\n{SPANISH}\n\nIt fell by 3 percent in 2020."
    )
    found = {claim.text: claim.doubt for claim in claims(text)}
    assert found["5 percent"] == found["3 percent"] == ()
    assert all("other_language" in doubt for text, doubt in found.items() if "percent" not in text)
    assert len(found) > 2
