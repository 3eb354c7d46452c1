#!/usr/bin/env bash
# pint reads the shorthand of energy reports as physics: mb/d is millibarns a day, c/kWh the speed of light per kWh
# Seen with: pint 0.25.3
# "8.1 mb/d" in an oil report is million barrels a day, and "6.8 c/kWh" is cents. pint raises nothing: it takes "mb" for a
# millionth of a femtometer-sized area (millibarn) and "c" for the speed of light.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check pint==0.25.3
"$folder/env/bin/python" -W ignore - <<'PYTHON'
import pint

units = pint.UnitRegistry()
oil, power = units("8.1 mb/d"), units("6.8 c/kWh")
print(oil, "|", power)
assert str(oil.units) == "millibarn / day"
assert str(power.units) == "speed_of_light / kilowatt_hour"
print("as described: no error, another quantity")
PYTHON
