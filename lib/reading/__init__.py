"""Files, folders, uploads and pages to articles.

`read` takes what the command line takes, `read_upload` one file that a visitor gave, `read_text` a pasted text. Each gives
`lib.records.Article` or `lib.errors.Refusal`, and never raises on what it reads.
"""

from lib.reading.building import MAX_CHARACTERS
from lib.reading.files import MAX_BYTES, SUFFIXES, read, read_text, read_upload

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "SUFFIXES", "read", "read_text", "read_upload"]
