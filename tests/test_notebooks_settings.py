"""Tables in notebooks: nothing cut, no formulas."""

from __future__ import annotations

import pandas as pd

from usmex_data.notebooks import begin


def test_tables_show_whole_sentences_and_dollar_signs():
    with pd.option_context("display.html.use_mathjax", True, "display.max_colwidth", 50, "display.precision", 6):
        begin()
        html = pd.DataFrame({"quote": [" ".join(["from $5 to $7"] * 10)]})._repr_html_()
    assert "tex2jax_ignore" in html or "mathjax_ignore" in html
    assert " ".join(["from $5 to $7"] * 10) in html
    assert "..." not in html
