#!/usr/bin/env bash
# pycountry finds Nigeria first when it is asked for Niger, and North Korea for Korea
# Seen with: pycountry 26.2.16
# search_fuzzy() returns exact names in no first place: the country whose name is the query stands second. Whoever takes the first hit
# puts figures of one country down to its neighbor.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pycountry==26.2.16
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pycountry

found = {name: [each.alpha_3 for each in pycountry.countries.search_fuzzy(name)] for name in ("Niger", "Korea")}
print(found)
assert found["Niger"][:2] == ["NGA", "NER"]
assert found["Korea"][:2] == ["PRK", "KOR"]
print("as described: the exact name is not the first hit")
PYTHON
