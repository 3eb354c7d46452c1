#!/usr/bin/env bash
# pint's barrel is not the barrel that oil is counted in
# Seen with: pint 0.25.3
# The barrel of the oil trade has 42 gallons; pint's plain "barrel" has 31.5, a quarter less. "oil_barrel" is the other one, so that
# a figure in barrels a day converts without complaint to three quarters of its volume.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pint==0.25.3
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pint

units = pint.UnitRegistry()
plain, oil = units("1 barrel").to("gallon"), units("1 oil_barrel").to("gallon")
print(plain, "|", oil)
assert round(plain.magnitude, 6) == 31.5
assert round(oil.magnitude, 6) == 42
print("as described: 31.5 gallons, not 42")
PYTHON
