"""How Sphinx renders the site. It runs in build/site-src, where generated pages lie beside the written ones."""

project = "usmex-data"
author = "usmex-data contributors"
html_title = "usmex-data"
language = "en"

extensions = ["myst_nb", "sphinx_design", "usmex_data.site.extension"]
exclude_patterns = ["_*"]

# Amounts hold dollar signs; with dollarmath they would be formulas, and MathJax would be loaded from elsewhere.
myst_enable_extensions = ["attrs_block", "attrs_inline", "colon_fence", "deflist"]
# Hand-written pages link to headings; sources have anchors at their claims instead.
myst_heading_anchors = 2
# The sources say what they say, straight quotes too.
smartquotes = False
# Notebooks are stored with their outputs, and shown as stored.
nb_execution_mode = "off"
nb_merge_streams = True

nitpicky = True

html_theme = "pydata_sphinx_theme"
html_static_path = ["_static"]
html_extra_path = ["_extra"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
html_js_files = [("claims.js", {"defer": "defer"})]
html_sidebars = {"**": []}
# Light or dark as the reader's system is, until they choose.
html_context = {"default_mode": "auto"}
html_use_index = False
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {
    "logo": {"text": "usmex-data"},
    "navbar_align": "left",
    "navbar_persistent": ["search-button"],
    "header_links_before_dropdown": 7,
    "secondary_sidebar_items": {"**": ["page-toc"], "index": [], "search": []},
    "show_prev_next": False,
    "show_toc_level": 1,
    "footer_start": ["copyright"],
    "footer_end": [],
    "pygments_light_style": "github-light",
    "pygments_dark_style": "github-dark",
    "back_to_top_button": True,
}
project_copyright = "usmex-data contributors. The source texts belong to their authors and publishers"
