"""Deleting a helper for good: what must be kept until when, what goes, and two presses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.documents.phrases import joined
from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import _, date_words, month_words
from bpa_desktop.services.forgetting import (
    forget_helper,
    is_employed_still,
    losing_pay,
    retentions,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.month_panel import open_month
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.forgetting import Retention
    from bpa_desktop.views.desk import Desk


def open_forget(desk: Desk, helper: str) -> None:
    """Show what a deletion of the helper takes and leaves, beside the page, and say so."""
    panel = _show(desk, helper)
    desk.announcer.say(f"{panel.title}. {panel.said}")


def _show(desk: Desk, helper: str, *, asked: bool = False, take_focus: bool = True) -> ForgetPanel:
    panel = ForgetPanel(desk, helper, asked=asked)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


def _show_again(desk: Desk, helper: str) -> None:
    """As things stand after a change; a helper who is there no more is shown no more."""
    if desk.session.records.with_ids(Helper, [helper]):
        _show(desk, helper, take_focus=False)
    else:
        desk.close_panel()


class ForgetPanel(ChoicePanel):
    """The first press asks, the second deletes: it is the one thing that cannot be undone."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"helper", "leaving", "absence", "shift", "closed_month"}
    )

    def __init__(self, desk: Desk, helper: str, *, asked: bool = False) -> None:
        super().__init__(desk, partial(_show_again, desk, helper))
        self._helper = desk.session.records.get(Helper, helper)
        who = self._helper.first_name
        self.title = _("Delete what is kept of {who}").format(who=who)
        found = retentions(desk.session, self._helper)
        standing = self._standing(found)
        self.add(Notice(standing, "warn" if self._is_early(found) else "info"))
        self._losing = losing_pay(desk.session, self._helper)
        self.said = " ".join(filter(None, (standing, self._lost_words())))
        self._add_lost()
        if not asked:
            self._add_reasons(found)
        self._add_buttons(who, asked=asked)

    def _add_reasons(self, found: tuple[Retention, ...]) -> None:
        self.add(Text(_("Keep until when"), "strong"))
        for one in found:
            self.add(Text(one.words(self.desk.session.today)))
            self.add(Text(_("Source: {source}.").format(source=one.source), tone="muted"))
        for title, words in _both(self._helper.first_name):
            self.add(Text(title, "strong"))
            self.add(Text(words))

    def _lost_words(self) -> str:
        """Which months' pay a deletion loses; empty where it loses none."""
        if not self._losing:
            return ""
        text = _(
            "Pay during absence in {months} would go from the accounts: the kind of absence is "
            "deleted, and that pay is not locked. Close what is open first, and it stays."
        )
        return text.format(months=joined([month_words(one.first) for one in self._losing]))

    def _add_lost(self) -> None:
        """The way to lock what would be lost, the oldest month first."""
        if not self._losing:
            return
        self.add(Notice(self._lost_words(), "warn"))
        month = self._losing[0].first
        close = Button(_("Close {month} first").format(month=month_words(month)))
        close.clicked.connect(lambda: open_month(self.desk, month))
        self.add_button(close)

    def _is_early(self, found: tuple[Retention, ...]) -> bool:
        today = self.desk.session.today
        employed = is_employed_still(self._helper, today)
        return employed or any(one.through >= today for one in found)

    def _standing(self, found: tuple[Retention, ...]) -> str:
        if is_employed_still(self._helper, self.desk.session.today):
            text = _("{who} is still employed. Write first that {who} leaves.")
            return text.format(who=self._helper.first_name)
        if not self._is_early(found):
            return _("Nothing has to be kept any longer.")
        latest = max(one.through for one in found)
        text = _("Not everything may go yet: some of it is to be kept through {date}.")
        return text.format(date=date_words(latest))

    def _add_buttons(self, who: str, *, asked: bool) -> None:
        may = not is_employed_still(self._helper, self.desk.session.today)
        if not asked:
            text = _("Delete {who} …").format(who=who)
            first = Button(text, press=self._ask)
            first.setObjectName("delete")
            first.setEnabled(may)
            self.add_button(first, writes=True)
            return
        self.add(Notice(_("This cannot be undone, nor what you did before it."), "danger"))
        keep = Button(_("Keep {who}").format(who=who), "primary", press=self._stay)
        keep.setObjectName("keep")
        self.add_button(keep)
        self.add_button(
            Button(_("Delete {who} for good").format(who=who), press=self._delete), writes=True
        )
        self.point_to(keep)

    def _ask(self) -> None:
        panel = _show(self.desk, self._helper.id, asked=True)
        panel.take_focus_to_keep()
        self.desk.say(_("Delete for good? Press once more, or keep."), "warn")

    def take_focus_to_keep(self) -> None:
        """The focus stands on the safe answer."""
        keep = self.findChild(Button, "keep")
        if keep is not None:
            keep.setFocus()

    def _stay(self) -> None:
        _show(self.desk, self._helper.id)
        self.desk.say(_("Nothing was deleted."))

    def _delete(self) -> None:
        self.desk.drafts.clear()
        if self.desk.attempt(partial(forget_helper, self.desk.session, self._helper.id)):
            self.desk.close_panel()
            self.desk.go("helpers")


def _both(who: str) -> Iterator[tuple[str, str]]:
    goes = _(
        "Name, address, numbers, contract, talks, instructions, keys, notes and why {who} was "
        "away. The name is taken out of minutes and notes, and out of the history."
    )
    yield _("This goes"), goes.format(who=who)
    stays = _(
        "Shifts, hours, rates and payslips, as a former helper without a name. A nickname or a "
        "name written wrong in a text is not found: look there yourself."
    )
    yield _("This is left"), stays
    outside = _("Copies, packages and payslips that lie elsewhere are files of their own.")
    yield _("This is not reached"), outside
