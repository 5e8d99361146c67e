"""What a press does while a substitute is looked for: one action, and one sentence on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from bpa_desktop.i18n import _
from bpa_desktop.services import answers, messages_shift, shift_edits, sick_news, spells

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.spells import Length
    from bpa_desktop.views.desk import Desk


def copy_message(desk: Desk, shift: Shift, helper: Helper) -> None:
    """Put a message that asks the helper where it can be pasted from."""
    QGuiApplication.clipboard().setText(messages_shift.asking(desk.session, shift, helper))
    desk.say(
        _("The message to {who} is copied. Paste it where you write.").format(who=helper.first_name)
    )


def decline(desk: Desk, shift: Shift, helper: Helper) -> None:
    """Keep that the helper said no."""

    def run() -> str:
        answers.decline(desk.session, shift, helper.id)
        return sick_news.declined(desk.session, shift, helper.id)

    desk.attempt(run)


def split(desk: Desk, shift: Shift, middle: dt.datetime) -> Shift | None:
    """Divide the shift; the second half, or None when it was refused."""
    halves: list[Shift] = []

    def run() -> str:
        halves.extend(shift_edits.split(desk.session, shift, middle, keep_helper=True))
        return sick_news.split(*halves)

    desk.attempt(run)
    return halves[1] if halves else None


def was_here(desk: Desk, shift: Shift, spell: Absence, until: dt.datetime) -> Shift | None:
    """Keep that the sick helper came and left; the rest of the shift, or None when refused."""
    left: list[Shift] = []

    def run() -> str:
        left.append(spells.was_here(desk.session, shift, spell, until))
        return sick_news.was_here(desk.session, spell.helper, left[0])

    desk.attempt(run)
    return left[0] if left else None


def set_length(desk: Desk, absence: Absence, length: Length) -> None:
    """Let the sickness last that long."""

    def run() -> str:
        unfilled = spells.set_length(desk.session, absence, length)
        return sick_news.lasts(desk.session, absence, length, unfilled)

    desk.attempt(run)
