#!/usr/bin/env bash
# selectolax gives the text of noscript and not that of template, whatever it is told of scripting
# Seen with: selectolax 1.0.2
# A browser that runs scripts shows neither. text() of the lexbor parser returns what stands in <noscript>, glued to the paragraph before.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check selectolax==1.0.2
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from selectolax.lexbor import LexborHTMLParser

page = b"<p>1</p><template><p>hidden 9</p></template><noscript>9%</noscript>"
text = LexborHTMLParser(page).text()
print(repr(text))
assert text == "19%"
print("as described: \"19%\" of a page that shows 1")
PYTHON
