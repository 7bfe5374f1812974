"""Tables of a view in the columns of other programs, and as files of three formats.

polecat(tables) -> DataFrame     # the 40 columns of POLECAT, a row an event and pair of actor and recipient
gdelt(tables) -> DataFrame       # the 61 columns of GDELT 2.0 events, a row an event and pair of actors
encode(frame, "csv" | "json" | "parquet") -> bytes
"""

from lib.exports.files import FORMATS, Format, encode
from lib.exports.gdelt import gdelt
from lib.exports.polecat import polecat

__all__ = ["FORMATS", "Format", "encode", "gdelt", "polecat"]
