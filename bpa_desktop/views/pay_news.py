"""What asks for a look at the pay of a month: locked months that change, payslips that differ."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.closed_months import find_closed
from bpa_desktop.services.pay_changes import pay_changes
from bpa_desktop.services.pay_papers import state_words
from bpa_desktop.services.payslip_check import payslip_checks
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.pay_changes import MonthChanges
    from bpa_desktop.views.desk import Desk

_GAP = 8


class PayNews(Stack):
    """A notice for each kind of news, and ``buttons`` that lead to more; empty without any.

    ``differing`` are the ids of the helpers whose payslip asks for a reason.
    """

    def __init__(self, desk: Desk, month: Period) -> None:
        super().__init__(_GAP)
        self.buttons: list[Button] = []
        changes = pay_changes(desk.session)
        checks = payslip_checks(desk.session, month)
        self.differing = frozenset(helper for helper, check in checks.items() if check.asks)
        closed = find_closed(desk.session, month)
        if closed is not None:
            self.add(Text(state_words(closed), tone="muted"))
        if changes:
            part = ChangesNotice(desk, changes)
            self.buttons.append(part.button)
            self.add(part)
        if self.differing:
            self.add(Notice(_differing(len(self.differing)), "warn"))
        if closed is None and not changes and not self.differing:
            self.hide()

    def mark(self, button: Button, helper: str) -> None:
        """Note on the button of a helper that the payslip differs."""
        if helper in self.differing:
            button.set_note(_("payslip differs"), "warn")


class ChangesNotice(Stack):
    """That locked months would be worked out to something else now, and the way to what changes."""

    def __init__(self, desk: Desk, changes: tuple[MonthChanges, ...]) -> None:
        super().__init__(_GAP)
        self.button = Button(_("What changes"), press=partial(open_changes, desk))
        self.add(Notice(_changed(changes), "warn"))
        self.add(Row([self.button]))


def _changed(changes: tuple[MonthChanges, ...]) -> str:
    text = ngettext(
        "{n} month whose pay is locked changes. What was locked stays as it is.",
        "{n} months whose pay is locked change. What was locked stays as it is.",
        len(changes),
    )
    return text.format(n=len(changes))


def _differing(count: int) -> str:
    text = ngettext(
        "{n} payslip differs from what is worked out. Write why.",
        "{n} payslips differ from what is worked out. Write why.",
        count,
    )
    return text.format(n=count)


def open_changes(desk: Desk) -> None:
    """Show what changes in locked months beside the page, and say how many months."""
    changes = _show_changes(desk)
    desk.announcer.say(_changed(changes) if changes else _("Nothing changes in locked months."))


def _show_changes(desk: Desk, *, take_focus: bool = True) -> tuple[MonthChanges, ...]:
    changes = pay_changes(desk.session)
    desk.show_panel(ChangesPanel(desk, changes), _("What changes"), take_focus=take_focus)
    return changes


class ChangesPanel(LivePanel):
    """Each locked month with its helpers: what was paid, what it is now, when the rest comes."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"shift", "helper", "absence", "own_rate", "closed_month"}
    )

    def __init__(self, desk: Desk, changes: tuple[MonthChanges, ...]) -> None:
        super().__init__(desk, lambda: _show_changes(desk, take_focus=False))
        if not changes:
            self.add(Text(_("Nothing changes in locked months.")))
        for one in changes:
            self.add(Text(one.title(), "strong"))
            for change in one.helpers:
                self.add(Text(change.words()))
