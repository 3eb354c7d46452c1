"""How Sphinx renders the site. It runs in build/site-src, where generated pages lie beside the written ones."""

project = "usmex-data"
author = "usmex-data contributors"
html_title = "usmex-data"
language = "en"

extensions = ["myst_nb", "usmex_data.site.extension"]
templates_path = ["_templates"]
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

html_theme = "furo"
html_static_path = ["_static"]
html_extra_path = ["_extra"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
html_js_files = [("page.js", {"defer": "defer"})]
html_use_index = False
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {
    "sidebar_hide_name": False,
    "top_of_page_buttons": [],
    "light_css_variables": {},
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
project_copyright = "usmex-data contributors. The source texts belong to their authors and publishers"
