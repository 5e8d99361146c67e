"""The JSON Schema of the interchange file, made from the declared fields."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.record import Choice, Value, fields_of
from bpa_desktop.storage.codec import LARGEST_WHOLE, NUMBER_TEXT, TIME_TEXT
from bpa_desktop.storage.contents import MEDIA_TYPES
from bpa_desktop.storage.interchange import FORMAT, VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.record import Field, Record

    Schema = dict[str, Any]

_YEAR: Final = "(19|20|21)[0-9]{2}"
_DAY: Final = f"{_YEAR}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
_NUMBER_BOUND: Final = 10**12

_SIMPLE: Final[Mapping[type, Mapping[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer", "minimum": -LARGEST_WHOLE, "maximum": LARGEST_WHOLE},
    bool: {"type": "boolean"},
    Decimal: {
        "type": ["number", "string"],
        "pattern": f"^{NUMBER_TEXT}$",
        "exclusiveMinimum": -_NUMBER_BOUND,
        "exclusiveMaximum": _NUMBER_BOUND,
    },
    dt.date: {"type": "string", "format": "date", "pattern": f"^{_DAY}$"},
    dt.time: {"type": "string", "pattern": f"^{TIME_TEXT}$"},
    dt.datetime: {"type": "string", "pattern": f"^{_DAY}T{TIME_TEXT}(:00)?$"},
}
_ID: Final = {"type": "string", "pattern": r"\S"}


def schema(types: Mapping[str, type[Record]]) -> Schema:
    """The schema of an interchange file with these record types."""
    groups = {
        name: {"type": "array", "items": _object(kind, with_id=True)}
        for name, kind in types.items()
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "BPA Desktop interchange file",
        "description": (
            "Dates are ISO dates. Times are Danish wall-clock times without offset. Hours are "
            "whole minutes. Ids are texts chosen by the writer."
        ),
        "type": "object",
        "required": ["format", "version", "records"],
        "additionalProperties": False,
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "records": {"type": "object", "additionalProperties": False, "properties": groups},
            "contents": _contents(),
        },
    }


def _contents() -> Schema:
    """Attached pictures and PDFs."""
    content = {
        "type": "object",
        "properties": {
            "media_type": {"type": "string", "enum": sorted(MEDIA_TYPES)},
            "data": {"type": "string", "contentEncoding": "base64"},
        },
        "required": ["media_type", "data"],
        "additionalProperties": False,
    }
    return {
        "description": "Attached pictures and PDFs by the SHA-256 of their data.",
        "type": "object",
        "propertyNames": {"pattern": "^[0-9a-f]{64}$"},
        "additionalProperties": content,
    }


def _object(kind: type[Value], *, with_id: bool = False) -> Schema:
    fields = fields_of(kind)
    properties: Schema = {"id": dict(_ID)} if with_id else {}
    properties |= {field.name: _field(field) for field in fields}
    needed = ["id"] * with_id + [field.name for field in fields if field.required]
    doc = " ".join((kind.__doc__ or "").split())
    return {
        "type": "object",
        "description": doc,
        "properties": properties,
        "required": needed,
        "additionalProperties": False,
    }


def _field(field: Field) -> Schema:
    words = [
        field.about.label + ("" if field.about.label.endswith((".", "?")) else "."),
        field.about.help,
    ]
    if field.about.refers_to:
        words.append(f"The id of a {field.about.refers_to}.")
    if field.kind is int and "minutes" in field.name:
        words.append("In whole minutes.")
    item = _kind(field.kind)
    whole: Schema = {"type": "array", "items": item} if field.many else item
    if field.optional:
        whole = {"anyOf": [whole, {"type": "null"}]}
    return {"description": " ".join(word for word in words if word), **whole}


def _kind(kind: type) -> Schema:
    if issubclass(kind, Choice):
        return {"type": "string", "enum": [member.value for member in kind]}
    if issubclass(kind, Value):
        return _object(kind)
    return dict(_SIMPLE[kind])
