"""What is wrong with a file about a municipality, each thing with its key and the reason."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.municipal_papers import PAPERS
from bpa_desktop.domain.municipality import Asked, Seen
from bpa_desktop.domain.municipality_term import Kind
from bpa_desktop.domain.municipality_terms import SECTIONS, TERMS
from bpa_desktop.errors import N_, NOTHING, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.rulebook import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.municipality_term import Term

_TEXTS: Final = ("id", "name", "checked")
_TOP: Final = (*_TEXTS, "names", "source", "document")
_SOURCE: Final[Mapping[str, type]] = {"key": str, "title": str, "publisher": str, "read": date}
_DOCUMENT: Final = ("kind", "words", "english", "when", "source", "confidence", "quote", "months")
_MOST_MONTHS: Final = 120
"""So far back a paper may reach; more is a typing error."""
_MOST_HELPERS: Final = 100
_WHOLE_FILE: Final = "*"
"""Stands for a key where the fault is in the file as a whole."""
_ENTRY: Final = frozenset({"value", "source", "confidence"})
_EXTRA: Final[Mapping[str, type]] = {
    "english": str,
    "quote": str,
    "about": bool,
    "min_helpers": int,
}
_NONE: Final[Mapping[str, object]] = {"none": "{}"}
_MISSING: Final = N_("is missing.")
_KINDS: Final[Mapping[type, str]] = {
    str: N_("a text between quotation marks"),
    list: N_("a list"),
    dict: N_("a part with its own lines"),
    date: N_("a date, such as 2026-01-31"),
    bool: N_("true or false"),
    int: N_("a whole number"),
}


class FileProblem(NamedTuple):
    """Something wrong with a file: its name, the key, and why in a msgid with its values.

    ``inner`` are values that are msgids themselves. ``line`` is where no key can be named.
    """

    file: str
    key: str
    reason: str
    values: Mapping[str, object] = NOTHING
    inner: Mapping[str, str] = NOTHING
    line: int = 0


class ProfileUnreadable(BpaError):
    """A file about a municipality is not as it should be; ``problems`` says where and why."""

    sentence = N_("The file {file} about a municipality cannot be used.")

    def __init__(self, file: str, problems: tuple[FileProblem, ...]) -> None:
        super().__init__(file=file)
        self.problems = problems


def problem_words(problem: FileProblem) -> str:
    """File, key and reason in one sentence."""
    inner = {key: _(text) for key, text in problem.inner.items()}
    reason = _(problem.reason).format(**problem.values, **inner)
    if problem.key == _WHOLE_FILE and not problem.line:
        text = _("The file {file} cannot be used: {reason}")
        return text.format(file=problem.file, reason=reason)
    key = _("Line {n}").format(n=problem.line) if problem.line else problem.key
    text = _("The file {file} cannot be used. {key}: {reason}")
    return text.format(file=problem.file, key=key, reason=reason)


def in_whole_file(file: str, reason: str) -> FileProblem:
    """A fault that has no key of its own; ``reason`` is a msgid."""
    return FileProblem(file, _WHOLE_FILE, reason)


def at_line(file: str, line: int, reason: str, **values: object) -> FileProblem:
    """A fault in a line, where no key can be named; the line is 0 where it is not known."""
    return FileProblem(file, _WHOLE_FILE, reason, values, line=line)


def profile_problems(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    """Everything wrong with a profile as it was parsed; nothing where it can be used."""
    shape = [*_top(file, data), *_sources(file, data)]
    yield from shape
    if shape:
        return
    known = {row["key"] for row in data["source"]}
    for where, row in _tables("document", data.get("document", ())):
        yield from _document(file, where, row, known)
    for section, entries in data.items():
        if section in SECTIONS and isinstance(entries, dict):
            for key, entry in entries.items():
                yield from _entry(file, f"{section}.{key}", entry, known)
        elif section in SECTIONS:
            yield _wrong_type(file, section, dict)
        elif section not in _TOP:
            yield _unknown(file, section, [*SECTIONS, *_TOP])


def stub_problems(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    """Everything wrong with the file of municipalities that only have a text to ask for."""
    yield from (_unknown(file, key, ["municipality"]) for key in data if key != "municipality")
    rows = data.get("municipality", [])
    yield from _not_tables(file, "municipality", rows)
    for where, row in _tables("municipality", rows):
        for key in ("id", "name"):
            yield from _of_text(file, where, row, key)
        yield from _names(file, where, row)
        texts = row.get("text")
        yield from _not_tables(file, _in(where, "text"), texts)
        for _number, text in _tables("text", texts):
            for key in ("title", "address"):
                yield from _of_type(file, f"{where}, text", text, key, str)
            yield from _one_of(file, f"{where}, text", text, "seen", list(Seen))


def _top(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    for key in _TEXTS:
        yield from _of_text(file, "", data, key)
    yield from _names(file, "", data)
    yield from _not_tables(file, "source", data.get("source"))
    yield from _not_tables(file, "document", data.get("document", []))


def _names(file: str, where: str, row: Mapping[str, Any]) -> Iterator[FileProblem]:
    """A list of texts, which may be empty."""
    yield from _of_type(file, where, row, "names", list)
    names = row.get("names")
    if isinstance(names, list) and not all(isinstance(one, str) and one.strip() for one in names):
        yield FileProblem(file, _in(where, "names"), N_("should hold nothing but texts."))


def _tables(name: str, rows: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The parts of that name with their number; what is no part is told by `_not_tables`."""
    for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
        if isinstance(row, dict):
            yield f"{name} {number}", row


def _not_tables(file: str, name: str, rows: object) -> Iterator[FileProblem]:
    if rows is None:
        yield FileProblem(file, name, _MISSING)
    elif not isinstance(rows, list):
        reason = N_("should be written as {name}, once for each.")
        own = name.rpartition(", ")[2]
        yield FileProblem(file, name, reason, {"name": f"[[{own}]]"})
    for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
        if not isinstance(row, dict):
            yield _wrong_type(file, f"{name} {number}", dict)


def _sources(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    found: set[str] = set()
    for where, row in _tables("source", data.get("source")):
        for key, kind in _SOURCE.items():
            yield from _of_type(file, where, row, key, kind)
        yield from _one_of(file, where, row, "seen", list(Seen))
        approved = row.get("approved")
        if approved != {} and not _is_day(approved):
            reason = N_("should be a date, or {none} where the text has none.")
            yield FileProblem(file, f"{where}, approved", reason, _NONE)
        if "address" in row:
            yield from _of_type(file, where, row, "address", str)
        for key in set(row) - {*_SOURCE, "seen", "approved", "address"}:
            yield _unknown(file, f"{where}, {key}", [*_SOURCE, "seen", "approved", "address"])
        if str(row.get("key")) in found:
            yield FileProblem(file, f"{where}, key", N_("is that of another source."))
        found.add(str(row.get("key")))


def _document(
    file: str, where: str, row: Mapping[str, Any], known: set[str]
) -> Iterator[FileProblem]:
    for key in ("words", "english"):
        yield from _of_text(file, where, row, key)
    for key in set(row) - {*_DOCUMENT}:
        yield _unknown(file, f"{where}, {key}", list(_DOCUMENT))
    yield from _one_of(file, where, row, "kind", list(PAPERS))
    yield from _one_of(file, where, row, "when", list(Asked))
    if "quote" in row:
        yield from _of_type(file, where, row, "quote", str)
    yield from _up_to(file, where, row, "months", 1, _MOST_MONTHS)
    yield from _origin(file, where, row, known)


def _entry(file: str, key: str, entry: object, known: set[str]) -> Iterator[FileProblem]:
    term = TERMS.get(key)
    if term is None:
        yield _unknown(file, key, list(TERMS))
    elif not isinstance(entry, dict):
        reason = N_("should be {none} or hold a value and its source in braces.")
        yield FileProblem(file, key, reason, _NONE)
    elif entry:
        yield from _value(file, key, term, entry)
        yield from _origin(file, key, entry, known)


def _value(file: str, key: str, term: Term, entry: Mapping[str, Any]) -> Iterator[FileProblem]:
    if "value" not in entry or not term.fits(entry["value"]):
        reason = N_("the value should be {kind}.")
        yield FileProblem(file, key, reason, inner={"kind": term.kind.label})
    elif term.is_too_large(entry["value"]):
        reason = N_("the value is too large; {most} is the most there can be.")
        yield FileProblem(file, key, reason, {"most": term.most})
    for name in set(entry) - {*_ENTRY, *_EXTRA}:
        yield _unknown(file, f"{key}, {name}", [*_ENTRY, *_EXTRA])
    for name, kind in _EXTRA.items():
        if name in entry:
            yield from _of_type(file, key, entry, name, kind)
    yield from _up_to(file, key, entry, "min_helpers", 0, _MOST_HELPERS)
    needed = "english" if term.kind is Kind.WORDS else "quote"
    if not entry.get(needed):
        yield FileProblem(file, f"{key}, {needed}", _MISSING)


def _origin(
    file: str, where: str, row: Mapping[str, Any], known: set[str]
) -> Iterator[FileProblem]:
    yield from _one_of(file, where, row, "source", sorted(known))
    yield from _one_of(file, where, row, "confidence", list(CONFIDENCE))


def _of_type(
    file: str, where: str, row: Mapping[str, Any], key: str, kind: type
) -> Iterator[FileProblem]:
    if key not in row:
        yield FileProblem(file, _in(where, key), _MISSING)
    elif not _is(row[key], kind):
        yield _wrong_type(file, _in(where, key), kind)


def _in(where: str, key: str) -> str:
    return f"{where}, {key}" if where else key


def _is(value: object, kind: type) -> bool:
    """Whether ``value`` is of the kind; true is no number, and an instant is no day."""
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return _is_day(value) if kind is date else isinstance(value, kind)


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _wrong_type(file: str, key: str, kind: type) -> FileProblem:
    return FileProblem(file, key, N_("should be {kind}."), inner={"kind": _KINDS[kind]})


def _of_text(file: str, where: str, row: Mapping[str, Any], key: str) -> Iterator[FileProblem]:
    """A text that says something."""
    yield from _of_type(file, where, row, key, str)
    text = row.get(key)
    if isinstance(text, str) and not text.strip():
        yield FileProblem(file, _in(where, key), _MISSING)


def _up_to(
    file: str, where: str, row: Mapping[str, Any], key: str, least: int, most: int
) -> Iterator[FileProblem]:
    """A whole number between the two, where there is one at all."""
    value = row.get(key, least)
    if not _is(value, int) or not least <= value <= most:
        reason = N_("should be a whole number from {least} to {most}.")
        yield FileProblem(file, f"{where}, {key}", reason, {"least": least, "most": most})


def _one_of(
    file: str, where: str, row: Mapping[str, Any], key: str, allowed: list[str]
) -> Iterator[FileProblem]:
    if key not in row:
        yield FileProblem(file, f"{where}, {key}", _MISSING)
    elif row[key] not in allowed:
        reason = N_("should be one of {allowed}.")
        values = {"allowed": ", ".join(map(str, allowed))}
        yield FileProblem(file, f"{where}, {key}", reason, values)


def _unknown(file: str, key: str, allowed: list[str]) -> FileProblem:
    """A key that nobody reads, with what was probably meant."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a faulty file needs it

    last = key.rpartition(", ")[2]
    near = get_close_matches(last, allowed, 1)
    if near:
        reason = N_("is not known. Did you mean {near}?")
        return FileProblem(file, key, reason, {"near": near[0]})
    return FileProblem(file, key, N_("is not known."))
