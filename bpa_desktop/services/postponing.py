"""What is put off of the due list: until when and why, and how it comes back.

The first page asks this too, so nothing more is read or loaded where nothing of what is due was
ever put off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.errors import N_, BpaError
from bpa_desktop.i18n import _, date_words
from bpa_desktop.services.due_words import due_title

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.domain.postponing import Standing
    from bpa_desktop.services.session import Session

_TYPE: Final = "postponed"

REASONS: Final = (
    N_("I am waiting for an answer"),
    N_("Something else comes first"),
    N_("I have no strength for it now"),
)
"""What is offered as the reason (msgids)."""


class TooLate(BpaError):
    """The day would come after the one on which it must be back, or it has passed."""

    sentence = N_(
        "Choose a later day than today, and one that is early enough: what has a fixed day comes "
        "back a week before it."
    )


class ReasonMissing(BpaError):
    """No reason was given."""

    sentence = N_("Write why. Then you know it later.")


def waiting(session: Session, found: Iterable[Due]) -> tuple[Due, ...]:
    """What of ``found`` is not put off, for the first page."""
    known = tuple(found)
    codes = session.records.texts(_TYPE, "code")
    if not any(one.code.value in codes for one in known):
        return known
    return tuple(one.due for one in standings(session, known) if not one.is_put_off)


def standings(session: Session, found: Iterable[Due]) -> tuple[Standing, ...]:
    """Each of ``found`` with how it was put off last."""
    from bpa_desktop.domain.postponed import Postponed  # noqa: PLC0415 - fast start
    from bpa_desktop.domain.postponing import by_key, standing  # noqa: PLC0415 - same

    known = by_key(session.records.all(Postponed))
    return tuple(standing(one, known, session.today) for one in found)


def put_off(session: Session, one: Due, until: dt.date, reason: str) -> str:
    """Take ``one`` out of the first page until ``until``; the sentence of what was done.

    Raises:
        ReasonMissing: ``reason`` is blank.
        TooLate: it cannot be put off until then, see `domain.postponing`.
    """
    from bpa_desktop.domain.postponed import Postponed  # noqa: PLC0415 - fast start
    from bpa_desktop.domain.postponing import is_within, subject_of  # noqa: PLC0415 - same

    if not reason.strip():
        raise ReasonMissing
    if not is_within(one, until, session.today):
        raise TooLate
    what = {"code": one.code.value, "subject": subject_of(one)}
    before = session.records.where(Postponed, **what)
    with session.operation(N_("put off: {what}"), what=due_title(one)) as operation:
        for old in before:
            operation.delete(Postponed, old.id)
        operation.save(Postponed(**what, until=until, reason=reason.strip()))
    text = _("{what} is put off until {date}. Undo with Ctrl Z.")
    return text.format(what=due_title(one), date=date_words(until))


def take_back(session: Session, one: Standing) -> str:
    """Put what was put off back into the first page; the sentence of what was done."""
    if one.put_off is not None:
        with session.operation(N_("no longer put off: {what}"), what=due_title(one.due)) as done:
            done.delete(type(one.put_off), one.put_off.id)
    return _("{what} is on the list again.").format(what=due_title(one.due))


def put_off_words(one: Standing) -> str:
    """``Udsat til den 3. april 2026: venter på svar.``; empty where it never was."""
    if one.put_off is None:
        return ""
    day = date_words(one.until or one.put_off.until)
    text = _("Put off until {date}: {why}.")
    if not one.is_put_off:
        text = _("Was put off until {date}: {why}.")
    return text.format(date=day, why=one.put_off.reason.rstrip(" ."))


def limit_words(one: Due, today: dt.date) -> str:
    """How long it may be put off at most; empty where the user alone decides."""
    from bpa_desktop.domain.postponing import latest, may_be_put_off  # noqa: PLC0415 - fast start

    last = latest(one)
    if last is None:
        return ""
    if not may_be_put_off(one, today):
        return _("It cannot be put off any more.")
    text = _("The day itself does not move. It comes back by {date} at the latest.")
    return text.format(date=date_words(last))
