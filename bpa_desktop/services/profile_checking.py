"""What is wrong with a file about a municipality, each thing with its key and the reason."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from bpa_desktop.domain.municipality import Asked, Seen
from bpa_desktop.domain.municipality_term import Kind
from bpa_desktop.domain.municipality_terms import SECTIONS, TERMS
from bpa_desktop.errors import N_, NOTHING, BpaError
from bpa_desktop.i18n import _
from bpa_desktop.services.rulebook import CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bpa_desktop.domain.municipality_term import Term

_TOP: Final = {"id": str, "name": str, "names": list, "checked": str, "source": list}
_SOURCE: Final[Mapping[str, type]] = {"key": str, "title": str, "publisher": str, "read": date}
_DOCUMENT: Final = ("kind", "words", "english", "when", "source", "confidence")
_MAY: Final = frozenset({"quote", "months"})
_ENTRY: Final = frozenset({"value", "source", "confidence"})
_EXTRA: Final[Mapping[str, type]] = {
    "english": str,
    "quote": str,
    "about": bool,
    "min_helpers": int,
}
_TEXT: Final = ("title", "address", "seen")
_NONE: Final[Mapping[str, object]] = {"none": "{}"}
_MISSING: Final = N_("is missing.")
_KINDS: Final[Mapping[type, str]] = {
    str: N_("a text between quotation marks"),
    list: N_("a list"),
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
    key = _("Line {n}").format(n=problem.line) if problem.line else problem.key
    text = _("The file {file} cannot be used. {key}: {reason}")
    return text.format(file=problem.file, key=key, reason=reason)


def profile_problems(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    """Everything wrong with a profile as it was parsed; nothing where it can be used."""
    shape = [*_top(file, data), *_sources(file, data)]
    yield from shape
    if shape:
        return
    known = {row["key"] for row in data["source"]}
    for number, row in enumerate(data.get("document", ()), start=1):
        yield from _document(file, f"document {number}", row, known)
    for section, entries in data.items():
        if section in SECTIONS and isinstance(entries, dict):
            for key, entry in entries.items():
                yield from _entry(file, f"{section}.{key}", entry, known)
        elif section not in _TOP and section != "document":
            yield _unknown(file, section, [*SECTIONS, *_TOP, "document"])


def stub_problems(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    """Everything wrong with the file of municipalities that only have a text to ask for."""
    for number, row in enumerate(data.get("municipality", ()), start=1):
        where = f"municipality {number}"
        for key, kind in (("id", str), ("name", str), ("names", list), ("text", list)):
            yield from _of_type(file, where, row, key, kind)
        for text in row.get("text", ()):
            for key in _TEXT:
                yield from _of_type(file, f"{where}, text", text, key, str)
            yield from _one_of(file, f"{where}, text", text, "seen", list(Seen))


def _top(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    for key, kind in _TOP.items():
        yield from _of_type(file, "", data, key, kind)


def _sources(file: str, data: Mapping[str, Any]) -> Iterator[FileProblem]:
    rows = data.get("source")
    for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
        where = f"source {number}"
        for key, kind in _SOURCE.items():
            yield from _of_type(file, where, row, key, kind)
        yield from _one_of(file, where, row, "seen", list(Seen))
        approved = row.get("approved")
        if approved != {} and not isinstance(approved, date):
            reason = N_("should be a date, or {none} where the text has none.")
            yield FileProblem(file, f"{where}, approved", reason, _NONE)
        for key in set(row) - {*_SOURCE, "seen", "approved", "address"}:
            yield _unknown(file, f"{where}, {key}", [*_SOURCE, "seen", "approved", "address"])


def _document(
    file: str, where: str, row: Mapping[str, Any], known: set[str]
) -> Iterator[FileProblem]:
    for key in _DOCUMENT:
        yield from _of_type(file, where, row, key, str)
    for key in set(row) - {*_DOCUMENT, *_MAY}:
        yield _unknown(file, f"{where}, {key}", [*_DOCUMENT, *_MAY])
    yield from _one_of(file, where, row, "when", list(Asked))
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
    for name in set(entry) - {*_ENTRY, *_EXTRA}:
        yield _unknown(file, f"{key}, {name}", [*_ENTRY, *_EXTRA])
    for name, kind in _EXTRA.items():
        if name in entry:
            yield from _of_type(file, key, entry, name, kind)
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
    name = f"{where}, {key}" if where else key
    if key not in row:
        yield FileProblem(file, name, _MISSING)
    elif not isinstance(row[key], kind) or (kind is int and isinstance(row[key], bool)):
        yield FileProblem(file, name, N_("should be {kind}."), inner={"kind": _KINDS[kind]})


def _one_of(
    file: str, where: str, row: Mapping[str, Any], key: str, allowed: list[str]
) -> Iterator[FileProblem]:
    if row.get(key) not in allowed:
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
