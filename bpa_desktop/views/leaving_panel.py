"""A helper leaves: why, from when, what is known of the last day; then what is to be done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain import entry
from bpa_desktop.domain.leaving import Leaving, LeavingReason
from bpa_desktop.domain.people import Helper
from bpa_desktop.i18n import _, date_words, explain, ngettext, uncapitalised
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.leaving import advice, leave, left_words, newest_leaving, shifts_after
from bpa_desktop.services.leaving_steps import steps, take
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import Chip, ChoicePanel
from bpa_desktop.views.field import Field
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from typing import ClassVar

    from bpa_desktop.services.leaving import Advice
    from bpa_desktop.services.leaving_steps import Step
    from bpa_desktop.views.desk import Desk

_TOPICS: Final = frozenset({"leaving", "helper", "key_receipt", "unemployment_day", "absence"})


@dataclass(frozen=True, kw_only=True)
class LeavingWish:
    """What is chosen and written so far; ``leaving`` is the id of one that is changed."""

    helper: str
    reason: LeavingReason
    notice: str
    last_day: str
    leaving: Leaving | None = None


def open_leaving(
    desk: Desk, helper: Helper, reason: LeavingReason = LeavingReason.OWN_WISH
) -> None:
    """Show how ``helper`` leaves beside the page, and say so; first what was written already.

    ``reason`` is what is chosen to begin with.
    """
    known = newest_leaving(desk.session, helper.id)
    if known is not None and not _is_back(helper, known):
        open_steps(desk, helper.id)
        return
    wish = LeavingWish(
        helper=helper.id,
        reason=reason,
        notice=date_words(desk.session.today),
        last_day="",
    )
    panel = _show(desk, wish)
    desk.announcer.say(f"{panel.title}.")


def _is_back(helper: Helper, known: Leaving) -> bool:
    """Whether an employment goes on after the last day that was written then."""
    last = known.last_day
    return last is not None and any(one.end > last for one in helper.employments)


def _show(desk: Desk, wish: LeavingWish, *, take_focus: bool = True) -> LeavingPanel:
    panel = LeavingPanel(desk, wish)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    return panel


def _show_again(desk: Desk, wish: LeavingWish) -> None:
    if desk.session.records.with_ids(Helper, [wish.helper]):
        _show(desk, wish, take_focus=False)
    else:
        desk.close_panel()


class LeavingPanel(ChoicePanel):
    """The reason as chips, two days, and what is known of the last one."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"helper"})

    def __init__(self, desk: Desk, wish: LeavingWish) -> None:
        super().__init__(desk, partial(_show_again, desk, wish))
        self._wish = wish
        self._helper = desk.session.records.get(Helper, wish.helper)
        self.title = _("{who} leaves").format(who=self._helper.first_name)
        self._add_reasons()
        self._notice = self._date(_("Notice given on"), wish.notice, self._noticed)
        found = self._advice()
        for words in found.words:
            self.add(Text(words, tone="muted"))
        if found.source:
            self.add(Text(_("Source: {source}.").format(source=found.source), tone="muted"))
        if found.last_day is not None:
            day = date_words(found.last_day)
            text = _("Use {date} as the last day").format(date=day)
            use = Button(text, press=partial(self._use, day))
            use.setObjectName("use")
            self.add_button(use)
        self._last = self._date(_("Last day of employment"), wish.last_day, None)
        self.add(Text(_("Shifts after the last day become unfilled."), tone="muted"))
        done = Button(_("Write it down"), "primary", press=self._done)
        done.setObjectName("done")
        self.add_button(done, writes=True)

    def _add_reasons(self) -> None:
        chips = [
            Chip(_(one.label), partial(self._choose, one), is_chosen=one is self._wish.reason)
            for one in LeavingReason
        ]
        self.add_chips(_("Why"), chips)

    def _date(self, label: str, text: str, left: object) -> Field:
        line = QLineEdit(text)
        line.setReadOnly(self.desk.read_only)
        line.setObjectName(label)
        if callable(left):
            line.editingFinished.connect(left)
        field = Field(label, line, _("For example 31 March, or in 2 weeks."))
        self.add(field)
        return field

    def _advice(self) -> Advice:
        session = self.desk.session
        notice = _read(self._wish.notice, session.today) or session.today
        return advice(session, self._helper, self._wish.reason, notice)

    def _now(self) -> LeavingWish:
        return replace(self._wish, notice=_text(self._notice), last_day=_text(self._last))

    def _choose(self, reason: LeavingReason) -> None:
        _show(self.desk, replace(self._now(), reason=reason))
        self.desk.say(_("Why: {what}.").format(what=uncapitalised(_(reason.label))))

    def _noticed(self) -> None:
        """Another day of notice may give another last day."""
        wish = self._now()
        if wish.notice != self._wish.notice and _read(wish.notice, self.desk.session.today):
            _show(self.desk, wish, take_focus=False)

    def _use(self, day: str) -> None:
        _show(self.desk, replace(self._now(), last_day=day))
        self.desk.say(_("Last day: {date}.").format(date=day))

    def _done(self) -> None:
        notice, last = (self._take(one) for one in (self._notice, self._last))
        if notice is None or (last is None and _text(self._last)):
            return
        reason, helper = self._wish.reason, self._helper.id
        leaving = Leaving(helper=helper, reason=reason, notice_on=notice, last_day=last)
        known = self._wish.leaving
        if known is not None:
            leaving = replace(known, reason=reason, notice_on=notice, last_day=last)
        problem = next(leaving.problems(), None)
        if problem is not None:
            self._refuse(self._last, _(problem.reason))
        elif self.desk.attempt(partial(self._write, leaving)):
            open_steps(self.desk, self._helper.id, say=False)

    def _write(self, leaving: Leaving) -> str:
        saved, unfilled = leave(self.desk.session, leaving)
        return left_words(self.desk.session, saved, unfilled)

    def _take(self, field: Field) -> dt.date | None:
        text = _text(field)
        if not text and field is self._last:
            return None
        try:
            day = entry.parse_date(text, self.desk.session.today)
        except entry.EntryRefused as refusal:
            self._refuse(field, explain(refusal))
            return None
        field.set_problem("")
        return day

    def _refuse(self, field: Field, problem: str) -> None:
        field.set_problem(problem)
        self.desk.say(problem, "warn")
        field.control.setFocus()


def _text(field: Field) -> str:
    line = field.control
    return line.text().strip() if isinstance(line, QLineEdit) else ""


def _read(text: str, today: dt.date) -> dt.date | None:
    try:
        return entry.parse_date(text, today)
    except entry.EntryRefused:
        return None


def open_steps(desk: Desk, helper: str, *, say: bool = True, take_focus: bool = True) -> None:
    """Show what is to be done when the helper has left, and say how much of it is left."""
    leaving = newest_leaving(desk.session, helper)
    if leaving is None:
        desk.close_panel()
        return
    panel = StepsPanel(desk, leaving)
    desk.show_panel(panel, panel.title, take_focus=take_focus)
    if say:
        desk.announcer.say(f"{panel.title}. {panel.said}")


class StepsPanel(ChoicePanel):
    """Each step with a button for *done today*, and the ways to what a step needs."""

    TOPICS: ClassVar[frozenset[str]] = _TOPICS

    def __init__(self, desk: Desk, leaving: Leaving) -> None:
        reopen = partial(open_steps, desk, leaving.helper, say=False, take_focus=False)
        super().__init__(desk, reopen)
        self._leaving = leaving
        self._helper = desk.session.records.get(Helper, leaving.helper)
        self.title = _("{who} leaves: to do").format(who=self._helper.first_name)
        found = steps(desk.session, leaving)
        waiting = sum(bool(one.done) for one in found)
        self.said = ngettext("{n} thing waits.", "{n} things wait.", waiting)
        self.add(Text(self._last_words()))
        for step in found:
            self._add(step)
        self._add_ways()

    def _last_words(self) -> str:
        last = self._leaving.last_day
        if last is None:
            return _("The last day is not known yet.")
        text = _("The last day is {date}.").format(date=date_words(last))
        count = len(shifts_after(self.desk.session, self._helper.id, last))
        if not count:
            return text
        more = ngettext("{n} shift lies after it.", "{n} shifts lie after it.", count)
        return f"{text} {more}"

    def _add(self, step: Step) -> None:
        self.add(Notice(step.words, "ok") if step.is_done else Text(step.words))
        if step.done:
            button = Button(step.done, press=partial(self._take, step))
            button.setObjectName(step.key)
            self.add_button(button, writes=True)

    def _add_ways(self) -> None:
        ways = [
            (_("Write the statement of employment"), self._statement),
            (_("Write a G-day"), self._g_day),
            (_("Change the notice"), self._change),
        ]
        for text, press in ways:
            self.add_button(Button(text, press=press))

    def _take(self, step: Step) -> None:
        self.desk.attempt(lambda: take(self.desk.session, step))

    def _statement(self) -> None:
        from bpa_desktop.views.attest_panel import open_statement  # noqa: PLC0415 - rarely needed

        open_statement(self.desk, self._helper)

    def _g_day(self) -> None:
        open_editor(self.desk, kind_named("unemployment_day"), helper=self._helper.id)

    def _change(self) -> None:
        leaving = self._leaving
        wish = LeavingWish(
            helper=leaving.helper,
            reason=leaving.reason,
            notice=date_words(leaving.notice_on),
            last_day=date_words(leaving.last_day) if leaving.last_day else "",
            leaving=leaving,
        )
        panel = _show(self.desk, wish)
        self.desk.announcer.say(f"{panel.title}.")
