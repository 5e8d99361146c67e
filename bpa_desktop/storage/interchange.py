"""The interchange file: every record as JSON, in and out, all or nothing.

Attached pictures and PDFs are in it as well, as ``contents`` in base64 under the SHA-256 of what
is in them; the part is left out where there are none.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeGuard, TypeVar

from bpa_desktop.domain.record import Problem, Value, all_problems, fields_of, references
from bpa_desktop.errors import N_, BpaError
from bpa_desktop.storage.codec import Misfit, Unreadable, check_text, from_plain, to_plain
from bpa_desktop.storage.contents import MEDIA_TYPES, Content
from bpa_desktop.storage.operation import NO_SUCH_RECORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.records import Records

    Types = Mapping[str, type[Record]]
    Keys = frozenset[tuple[str, str]]
    Groups = Mapping[str, Any]

V = TypeVar("V", bound=Value)

FORMAT: Final = "bpa-desktop"
VERSION: Final = 1
_TOO_MANY_DIGITS: Final = 1000
_PATH: Final = re.compile(r"[.\[]")
_CONTENTS: Final = "contents"
_PARTS: Final = frozenset({"format", "version", "records", _CONTENTS})

_NOT_A_LIST: Final = N_("This must be a list.")
_NOT_A_GROUP: Final = N_("This must be a group of fields.")
_NEEDS_ID: Final = N_("Every record needs an id, written as a text.")
_UNKNOWN_TYPE: Final = N_("There is no such record type.")
_UNKNOWN_FIELD: Final = N_("There is no such field.")
_SAME_ID: Final = N_("Two records have the same id.")
_NO_CONTENT: Final = N_("This is not an attached picture or PDF as the program writes it.")
_ONLY_ONE: Final = N_("A file holds only one of these.")


@dataclass(frozen=True)
class Fault:
    """What is wrong with one record of an interchange file.

    ``record`` is the record's id, or its number in the list (from 1) when it has none. A fault
    of a whole list has no record, and a fault of the whole file no type either.
    """

    type_name: str
    record: str
    problem: Problem


class NotInterchange(BpaError):
    """The file is not one of ours."""

    sentence = N_(
        "This is not a data file of BPA Desktop (version {version}). Nothing was imported."
    )


class NotJson(BpaError):
    """The file cannot be read as JSON."""

    sentence = N_(
        "The data file cannot be read: line {line}, column {column} is not valid JSON. "
        "Nothing was imported."
    )


class NotText(BpaError):
    """The file is not text."""

    sentence = N_("The data file is not a text file in UTF-8. Nothing was imported.")


class FieldTwice(BpaError):
    """A record has two values for one field."""

    sentence = N_("The data file has the field {field} twice in one record. Nothing was imported.")


class Faulty(BpaError):
    """Records of an interchange file have problems; carries every one of them."""

    sentence = N_("{count} problems were found in the data file. Nothing was imported.")

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(count=len(faults))
        self.faults = tuple(faults)


def dump(records: Records) -> str:
    """Every record as the text of an interchange file; the same content gives the same text."""
    everything = {
        name: [{"id": record.id, **to_plain(record)} for record in records.all(kind)]
        for name, kind in records.types.items()
    }
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION, "records": everything}
    attached = {key: _plain_content(one) for key, one in records.contents.in_use()}
    if attached:
        document[_CONTENTS] = attached
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


class Loaded(NamedTuple):
    """What stands in an interchange file."""

    records: tuple[Record, ...]
    contents: tuple[Content, ...]


def load(
    data: bytes,
    types: Types,
    single: frozenset[str] = frozenset(),
    held: Iterable[tuple[str, str]] = (),
) -> tuple[Record, ...]:
    """The records alone of `load_all`."""
    return load_all(data, types, single, held).records


def load_all(
    data: bytes,
    types: Types,
    single: frozenset[str] = frozenset(),
    held: Iterable[tuple[str, str]] = (),
) -> Loaded:
    """What stands in an interchange file; raises a ``BpaError``, with every fault where it can.

    ``single`` names the types of which there may be only one. ``held`` are the type names and
    ids of the records that are there already: they may be referred to, and they count.
    """
    document = _document(data)
    groups: Groups = document["records"]
    faults = [_fault("", "", name, _UNKNOWN_FIELD) for name in document if name not in _PARTS]
    faults += [_fault(name, "", "", _UNKNOWN_TYPE) for name in groups if name not in types]
    found: list[Record] = []
    for name, kind in types.items():
        found.extend(_read_group(kind, groups.get(name, []), faults))
    there = frozenset(held) | _named(groups)
    faults += [*_reference_faults(found, there), *_same_id_faults(found)]
    faults += _single_faults(single, there)
    contents = tuple(_read_contents(document.get(_CONTENTS, {}), faults))
    if faults:
        raise Faulty(faults)
    return Loaded(tuple(found), contents)


def _plain_content(content: Content) -> dict[str, str]:
    text = base64.b64encode(content.data).decode("ascii")
    return {"media_type": content.media_type, "data": text}


def _read_contents(group: Any, faults: list[Fault]) -> Iterator[Content]:
    if not isinstance(group, dict):
        faults.append(_fault("", "", _CONTENTS, _NOT_A_GROUP))
        return
    for key, item in group.items():
        content = _content(item)
        if content is not None and content.id == key and content.media_type in MEDIA_TYPES:
            yield content
        else:
            faults.append(_fault("", "", f"{_CONTENTS}.{key}", _NO_CONTENT))


def _content(item: Any) -> Content | None:
    """What stands under one id; ``None`` where it has not the right shape."""
    if not isinstance(item, dict) or item.keys() != {"media_type", "data"}:
        return None
    try:
        return Content(str(item["media_type"]), base64.b64decode(item["data"], validate=True))
    except (TypeError, ValueError, binascii.Error):
        return None


def _fault(type_name: str, record: str, field: str, reason: str, **values: object) -> Fault:
    return Fault(type_name, record, Problem(field=field, reason=reason, values=values))


def _document(data: bytes) -> dict[str, Any]:
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_int=_whole)
    except UnicodeDecodeError as error:
        raise NotText from error
    except json.JSONDecodeError as error:
        raise NotJson(line=error.lineno, column=error.colno) from error
    except (RecursionError, ValueError) as error:
        raise NotInterchange(version=VERSION) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NotInterchange(version=VERSION)
    version = document.get("version")
    if isinstance(version, bool) or version != VERSION:
        raise NotInterchange(version=VERSION)
    if not isinstance(document.get("records"), dict):
        raise NotInterchange(version=VERSION)
    return document


def _whole(digits: str) -> int | str:
    """A whole number; one that no field can hold stays a text, which its field refuses."""
    return int(digits) if len(digits) < _TOO_MANY_DIGITS else digits


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        names = Counter(name for name, _value in pairs)
        raise FieldTwice(field=ascii(names.most_common(1)[0][0]).strip("'"))
    return group


def _read_group(kind: type[Record], group: Any, faults: list[Fault]) -> Iterator[Record]:
    if not isinstance(group, list):
        faults.append(_fault(kind.type_name, "", "", _NOT_A_LIST))
        return
    for number, item in enumerate(group, start=1):
        record = _read_record(kind, item, number, faults)
        if record is not None:
            yield record


def _read_record(kind: type[Record], item: Any, number: int, faults: list[Fault]) -> Record | None:
    name = kind.type_name
    if not isinstance(item, dict):
        faults.append(_fault(name, str(number), "", _NOT_A_GROUP))
        return None
    record_id = item.get("id")
    if not _is_id(record_id):
        faults.append(_fault(name, str(number), "id", _NEEDS_ID))
        return None
    plain = {key: value for key, value in item.items() if key != "id"}
    problems, record = _read_fields(kind, plain, id=record_id)
    faults.extend(Fault(name, record_id, problem) for problem in problems)
    return record


def _read_fields(
    kind: type[V], plain: Mapping[str, Any], **more: Any
) -> tuple[list[Problem], V | None]:
    """The record and its problems; where fields cannot be read, what the others make of it.

    So a second fault is told together with the first one, and not only after it is mended.
    """
    try:
        value = from_plain(kind, plain, **more)
    except Unreadable as unreadable:
        found = list(unreadable.problems)
        told = {_PATH.split(problem.field)[0] for problem in found}
        found += _in_groups(kind, plain, told, {problem.field for problem in found})
        legible = {key: item for key, item in plain.items() if key not in told}
        if legible.keys() == plain.keys():
            return found, None
        problems, rest = _read_fields(kind, legible, **more)
        return [*found, *(one for one in problems if one.field not in told)], rest
    return list(all_problems(value)), value


def _in_groups(
    kind: type[Value], plain: Mapping[str, Any], names: set[str], told: set[str]
) -> Iterator[Problem]:
    """What else is wrong in the groups of the lists in ``names``; not what was ``told``."""
    for field in fields_of(kind):
        groups = plain.get(field.name)
        if field.name not in names or not isinstance(groups, list):
            continue
        for index, group in enumerate(groups):
            if issubclass(field.kind, Value) and isinstance(group, dict):
                for problem in _read_fields(field.kind, group)[0]:
                    path = f"{field.name}[{index}].{problem.field}"
                    if path not in told:
                        yield problem._replace(field=path)


def _is_id(value: Any) -> TypeGuard[str]:
    try:
        return bool(check_text(value).strip())
    except Misfit:
        return False


def _named(groups: Groups) -> Keys:
    """Every type name and id in the data, also of records that have faults of their own."""
    return frozenset(
        (name, item["id"])
        for name, group in groups.items()
        if isinstance(group, list)
        for item in group
        if isinstance(item, dict) and _is_id(item.get("id"))
    )


def _reference_faults(found: Sequence[Record], there: Keys) -> Iterator[Fault]:
    for record in found:
        for reference in references(record):
            if (reference.type_name, reference.id) not in there:
                yield _fault(
                    record.type_name,
                    record.id,
                    reference.path,
                    NO_SUCH_RECORD,
                    target=reference.type_name,
                    value=reference.id,
                )


def _same_id_faults(found: Sequence[Record]) -> Iterator[Fault]:
    ids = Counter((record.type_name, record.id) for record in found)
    for (name, record_id), count in ids.items():
        if count > 1:
            yield _fault(name, record_id, "id", _SAME_ID)


def _single_faults(single: frozenset[str], there: Keys) -> Iterator[Fault]:
    for name in sorted(single):
        if sum(type_name == name for type_name, _id in there) > 1:
            yield _fault(name, "", "", _ONLY_ONE)
