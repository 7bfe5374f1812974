from __future__ import annotations

import pandas as pd
import pytest

from lib.tables import SeriesError, read_reference
from lib.tables.reference import MOST_BYTES, MOST_ROWS


@pytest.mark.parametrize(
    "text",
    [
        "date,value\n2023-11-06,10022\n2023-11-07,10328\n",
        "\ufeffvalue;Date;note\n10.328;7/11/2023;x\n10.022;06-11-2023;\n",
        'date\tvalue\n2023-11-06\t"10,022"\n\n2023-11-07\t10 328\n2023-11-07\t10328',
    ],
)
def test_a_series_is_read_however_it_is_separated(text: str) -> None:
    rows = read_reference(text.encode())
    assert rows["date"].tolist() == [pd.Timestamp("2023-11-06"), pd.Timestamp("2023-11-07")]
    assert rows["value"].tolist() == [10022.0, 10328.0]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "no_columns", 1),
        (b"day,number\n2023-11-06,1\n", "no_columns", 1),
        (b"date,value\n", "no_rows", 0),
        (b"date,value\n2023-11-31,1\n", "bad_date", 2),
        (b"date,value\n\n2023-11-06,1\n2023-11-07,nhi\xe1\xbb\x81u\n", "bad_value", 4),
        (b"date,value\n2023-11-06,-1\n", "bad_value", 2),
        (b"date,value\n2023-11-06\n", "bad_value", 2),
        (b"date,value\n2023-11-06,1\n2023-11-06,2\n", "twice", 3),
        (b"date,value\n\xff\xfe", "not_text", 0),
        (b"x" * (MOST_BYTES + 1), "too_large", 0),
        (b"date,value\n" + b"2023-11-06,1\n" * (MOST_ROWS + 1), "too_many", 0),
    ],
)
def test_what_is_no_series_is_refused_with_its_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(SeriesError) as refused:
        read_reference(data)
    assert (refused.value.code, refused.value.line) == (code, line)
