"""The list of what is done when a helper has left, each step one action."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.leaving import LeavingReason
from bpa_desktop.domain.payslip import UnemploymentDay
from bpa_desktop.domain.people import Helper
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.forgetting import file_retention
from bpa_desktop.services.holiday_balance import holiday_balances
from bpa_desktop.services.holiday_words import in_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.leaving import Leaving
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

_OWN: Final = frozenset({LeavingReason.OWN_WISH, LeavingReason.SUMMARY})
"""Then no G-days are paid."""
_DATE: Final = "{date}"
_G_DAYS_WITHIN: Final = dt.timedelta(days=31)


class Step(NamedTuple):
    """Something to do: a sentence, whether it is done, and what saves that it was done today.

    ``done`` is the label of the button, empty where there is nothing to press; ``change`` is the
    record as it is then, and ``what`` names the action in the journal.
    """

    key: str
    words: str
    is_done: bool = False
    done: str = ""
    change: Record | None = None


def steps(session: Session, leaving: Leaving) -> tuple[Step, ...]:
    """Every step for ``leaving``, in the order in which they usually come."""
    return tuple(_steps(session, leaving))


def _steps(session: Session, leaving: Leaving) -> Iterator[Step]:
    today = session.today
    yield _given(
        "papers",
        leaving.papers_given_on,
        (_("Last papers given on {date}."), _("Last payslip and papers are not given yet.")),
        (_("Papers given today"), replace(leaving, papers_given_on=today)),
    )
    yield _given(
        "statement",
        leaving.statement_given_on,
        (_("Statement given on {date}."), _("No statement of employment is given yet.")),
        (_("Statement given today"), replace(leaving, statement_given_on=today)),
    )
    for receipt in session.records.where(KeyReceipt, helper=leaving.helper):
        yield _key(receipt, today)
    yield from _g_days(session, leaving)
    yield from _holiday(session, leaving)
    if leaving.last_day is not None:
        kept = file_retention(leaving.last_day)
        source = _("Source: {source}.").format(source=kept.source)
        yield Step("file", f"{kept.words(today)} {source}")


def _given(key: str, on: dt.date | None, texts: tuple[str, str], done: tuple[str, Record]) -> Step:
    """A step that is done since ``on``, or not; ``texts`` say the one and the other."""
    if on is not None:
        return Step(key, texts[0].replace(_DATE, date_words(on)), is_done=True)
    return Step(key, texts[1], done=done[0], change=done[1])


def _key(receipt: KeyReceipt, today: dt.date) -> Step:
    what = receipt.what
    back = _("{what} came back on {date}."), _("{what} has not come back.")
    return _given(
        f"key/{receipt.id}",
        receipt.returned_on,
        (back[0].replace("{what}", what), back[1].format(what=what)),
        (_("Came back today – {what}").format(what=what), replace(receipt, returned_on=today)),
    )


def _g_days(session: Session, leaving: Leaving) -> Iterator[Step]:
    if leaving.reason in _OWN or leaving.last_day is None:
        return
    end = leaving.last_day + _G_DAYS_WITHIN
    own = session.records.where(UnemploymentDay, helper=leaving.helper)
    count = sum(leaving.last_day < one.day <= end for one in own)
    if count:
        text = ngettext("{n} G-day is written.", "{n} G-days are written.", count)
        yield Step("g_days", text, is_done=True)
    else:
        yield Step("g_days", _("Ask whether the helper has days without work: then write G-days."))


def _holiday(session: Session, leaving: Leaving) -> Iterator[Step]:
    on = leaving.last_day or session.today
    found = [one for one in holiday_balances(session, on).get(leaving.helper, ()) if one.is_open]
    if found:
        yield Step("holiday", _("Holiday: {words}.").format(words=in_short(found)))


def take(session: Session, step: Step) -> str:
    """Keep that the step was done, and say so; raises ``ValueError`` for one without a button."""
    if step.change is None:
        raise ValueError(step.key)
    helper = session.records.get(Helper, step.change.helper)  # type: ignore[attr-defined]
    with session.operation(N_("a step as {who} leaves"), who=helper.first_name) as operation:
        operation.save(step.change)
    return _("Done: {what}. Undo with Ctrl Z.").format(what=step.done)
