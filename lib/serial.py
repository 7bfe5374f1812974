"""Records to JSON and back: keys in the contract's order, dates as ISO 8601, the same bytes every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from lib.records import Annotations, CodedArticle

if TYPE_CHECKING:
    from lib.records import NumberMention

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(CodedArticle)


def to_json(coded: CodedArticle) -> bytes:
    """One article and its facts as a JSON object in UTF-8, without a line end."""
    return _ENCODER.encode(coded)


def from_json(data: bytes) -> CodedArticle:
    """The article that `to_json` wrote.

    Raises:
        msgspec.DecodeError: where `data` is no such object.
    """
    return _DECODER.decode(data)


def annotations_to_json(annotations: Annotations) -> bytes:
    """The layers of one article as a JSON object in UTF-8, without a line end; whole numbers are written whole."""
    layers: dict[str, Any] = {name: getattr(annotations, name) for name in Annotations.__dataclass_fields__}
    layers["numbers"] = [_number(number) for number in annotations.numbers]
    return _ENCODER.encode(layers)


def _number(number: NumberMention) -> dict[str, Any]:
    figures = {name: getattr(number, name) for name in type(number).__dataclass_fields__}
    return {name: int(value) if isinstance(value, float) and value.is_integer() else value for name, value in figures.items()}
