#!/usr/bin/env bash
# edtf takes an interval that ends before it begins for valid, and puts its upper bound below its lower one
# Seen with: edtf 5.0.2
# "2021/2020" follows the grammar of EDTF (ISO 8601-2), yet no time lies in it. The parser returns an Interval, and whoever filters by its
# bounds gets nothing without being told why.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from edtf import parse_edtf

found = parse_edtf("2021/2020")
print(type(found).__name__, found.lower_strict()[:3], found.upper_strict()[:3])
assert type(found).__name__ == "Interval"
assert found.lower_strict() > found.upper_strict()
print("as described: accepted, with the bounds the wrong way round")
PYTHON
