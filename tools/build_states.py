"""Makes `lib/knowledge/data/states.csv` from ISO 3166 (pycountry) and the Vietnamese names of CLDR (Babel).

Run `python tools/build_states.py` after raising either package; a test compares the file with what this makes.
"""

from __future__ import annotations

import csv
import io
import unicodedata
from pathlib import Path

import pycountry
from babel import Locale

TARGET = Path(__file__).parent.parent / "lib" / "knowledge" / "data" / "states.csv"


def build() -> str:
    """The file's text: `code,name` a line, by alpha-3. Kosovo has no ISO code; XKX is in common use."""
    territories = Locale("vi").territories
    rows = [(c.alpha_3, territories.get(c.alpha_2, c.name)) for c in pycountry.countries]
    rows.append(("XKX", territories["XK"]))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("code", "name"))
    writer.writerows((code, unicodedata.normalize("NFC", name)) for code, name in sorted(rows))
    return out.getvalue()


if __name__ == "__main__":
    TARGET.write_text(build(), encoding="utf-8")
