#!/usr/bin/env bash
# edtf gives an unknown beginning a date: ten years before the end
# Seen with: edtf 5.0.2
# "/2008" says that the beginning is unknown and "../2008" that there is none. For the first, lower_strict() returns
# a day in 1998, which stands in no text.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
"${PYTHON:-python3}" -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2
"$folder/env/bin/python" -W ignore - <<'PYTHON'
from edtf import parse_edtf

unknown = parse_edtf("/2008").lower_strict()[:3]
print(unknown)
assert unknown == (1998, 12, 31)
print("as described: an unknown beginning became a day in 1998")
PYTHON
