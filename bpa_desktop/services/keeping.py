"""Saves and deletes one record of any type, as a form does."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final, TypeVar

from bpa_desktop.domain.budget import Budget, BudgetLine
from bpa_desktop.domain.decision import Decision
from bpa_desktop.domain.hospital_stay import HospitalStay
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.record import Value, fields_of
from bpa_desktop.domain.roster import Shift
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short
from bpa_desktop.services.catalogue import TYPES, kind_named
from bpa_desktop.services.key_words import key_words
from bpa_desktop.services.leaving_out import leave_out
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.record_checks import check
from bpa_desktop.storage.operation import Refused

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

    Choices = Mapping[str, Sequence[tuple[str, str]]]

R = TypeVar("R", bound="Record")

_BRIEF: Final = 20
"""Letters; the number before them tells lines apart that begin alike."""

__all__ = ["Refused", "choices", "current", "discard", "keep", "keep_known", "told"]


def told(session: Session, record: Record) -> str:
    """One line that tells the record from others."""
    return kind_named(record.type_name).describe(record, session.helper_names())


def keep(session: Session, record: Record) -> str:
    """Save the record and say so; raises ``Refused`` with what is wrong."""
    return keep_known(session, record)[0]


def keep_known(session: Session, record: R) -> tuple[str, R]:
    """As `keep`, with the record as it was saved."""
    check(record)
    message = N_("change {what}") if record.id else N_("add {what}")
    what = told(session, record)
    with session.operation(message, what=what) as operation:
        saved = operation.save(record)
    return _("Saved: {what}.").format(what=what.removesuffix(".")), saved


def discard(session: Session, record: Record) -> str:
    """Delete the record and say so; raises ``StillReferredTo`` while others use it."""
    what = told(session, record)
    with session.operation(N_("delete {what}"), what=what) as operation:
        operation.delete(type(record), record.id)
        if isinstance(record, Shift):
            leave_out(session, operation, record)
    return _("Deleted: {what}. Undo with Ctrl Z.").format(what=what.removesuffix("."))


def current(session: Session, record: Record) -> Record | None:
    """The record as it is kept now, or nothing when it is there no more."""
    return next(iter(session.records.with_ids(type(record), [record.id])), None)


def choices(session: Session, record_type: type[Value]) -> Choices:
    """The records that a field of ``record_type`` may refer to, by type: id and name.

    For a field that holds a key: every key with its words, by what it is a key of.
    """
    keys = {one.about.keys for one in fields_of(record_type) if one.about.keys}
    referred = {name: _to_choose(session, name) for name in sorted(_referred(record_type))}
    return referred | {name: key_words(session, name) for name in sorted(keys)}


def _referred(record_type: type[Value]) -> set[str]:
    found = set()
    for field in fields_of(record_type):
        if field.about.refers_to is not None:
            found.add(field.about.refers_to)
        elif issubclass(field.kind, Value):
            found |= _referred(field.kind)
    return found


def _to_choose(session: Session, name: str) -> Sequence[tuple[str, str]]:
    if name == BudgetLine.type_name:
        return list(_lines(session, _budgets(session)))
    if name == Budget.type_name:
        return [(one.id, told(session, one)) for one in _budgets(session)]
    if name == Helper.type_name:
        return [(one.id, one.name) for one in sorted(helpers(session), key=lambda one: one.name)]
    if name == Decision.type_name:
        decisions = _newest(session.records.all(Decision), lambda one: one.received_on)
        return [(one.id, _dated(one.received_on, _(one.subject.label))) for one in decisions]
    if name == HospitalStay.type_name:
        stays = _newest(session.records.all(HospitalStay), lambda one: one.first_day)
        return [(one.id, date_short(one.first_day)) for one in stays]
    found = [(one.id, _brief(told(session, one))) for one in session.records.all(TYPES[name])]
    return sorted(found, key=lambda one: one[1])


def _newest(found: Iterable[R], day: Callable[[R], dt.date]) -> Sequence[R]:
    return sorted(found, key=lambda one: (day(one), one.id), reverse=True)


def _dated(day: dt.date, words: str) -> str:
    """What is told from others by its day, and as much of ``words`` as there is room for."""
    return shorten(f"{date_short(day)}, {words}", _BRIEF, placeholder="").rstrip(", ")


def _budgets(session: Session) -> Sequence[Budget]:
    return sorted(session.records.all(Budget), key=lambda one: one.valid_from, reverse=True)


def _lines(session: Session, budgets: Sequence[Budget]) -> Iterator[tuple[str, str]]:
    """The lines of each budget in its order, with the year where there are several budgets."""
    lines = sorted(session.records.all(BudgetLine), key=lambda one: (one.place, one.id))
    for budget in budgets:
        year = f", {budget.valid_from.year}" if len(budgets) > 1 else ""
        for line in lines:
            if line.budget == budget.id:
                yield line.id, f"{line.place}. {_brief(line.words)}{year}"


def _brief(words: str) -> str:
    """The words so short that a choice is never cut off on the screen."""
    return shorten(words, _BRIEF, placeholder=" …")
