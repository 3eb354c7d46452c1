"""Where sentences start and end."""

from __future__ import annotations

import pytest

from usmex_data.document.sentences import sentences

SPLIT = [
    # Abbreviations inside sentences.
    ["The U.S. GDP for 2020 declined 4.3% and the IMF has forecast a 9% drop.", "The recession will follow."],
    ["It is a source of tension between the U.S. and China.", "At the same time, tensions grow."],
    ["The Biden Administration and the U.S. Congress could give early consideration."],
    ["Opioids continue to lead to excess mortality in the U.S.", "Reformulating security cooperation will help."],
    ["The U.S. Housing and Urban Development department paid."],
    ["It was held in Washington D.C. on Nov. 28, 2021.", "Discussion topics followed."],
    ["U.S. presidents from George H. W. Bush to Barack H. Obama developed close relations."],
    ["Some tools (e.g., transportation or industry) help, i.e. areas of steady winds.", "Others don't."],
    ["Under Order No. 1000 it may build.", "The answer was no.", "The grid waits."],
    ["See Ch. 4, art. 3.", "It binds both."],
    ["Dr. Peter F. Cowhey, my boss and dean, was there."],
    ["Firms in steel, cement, etc. pay more.", "Firms in paper, glass, etc.", "The rest is free."],
    ["The cap, 88 Fed. Reg. 1266, fell.", "See H.Rept. 117-389 on it."],
    ["They met at the U.N. Security Council that week."],
    # Figures.
    ["It was 42.5%.", "For China it was 26%.", "(IHS Markit, October 2020)."],
    ["Prices fell to $0.35.", "Costs rose by $68.2 billion."],
    ["Growth was 2.", "Losses were 3."],
    # Quotation marks, dots, questions.
    ['He said "there\'s no more critical partner than you."', "They agreed."],
    ["“We need you.”", "They need us."],
    ["This partnership has matured.", "... This is about what we can do."],
    ["Do we need new institutions, or can we fix the ones we have?", "The U.S. also faces a question."],
    ["... the reality is that we are stronger together."],
    ["They went on and on ... and came back."],
    # Made up, of other topics.
    ["The museum opened at 9 a.m. on Monday.", "Visitors came from St. Gallen and Mt. Airy."],
    ["Approx. 40 hens lay per day.", "Eggs weigh 55 g."],
]


@pytest.mark.parametrize("parts", SPLIT, ids=lambda parts: parts[0][:30])
def test_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == parts


def test_sentences_stay_inside_the_span() -> None:
    text = "One ends. Two ends. Three ends."
    assert sentences(text, 10, 19) == [(10, 19)]
    assert sentences(text, 4, 4) == []
