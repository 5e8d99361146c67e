"""Everything that can be handed out about the days the roster shows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.documents.phrases import dates_words
from bpa_desktop.domain.period import Period
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.giving import Giving, write_out
from bpa_desktop.services.messages import message_to, message_to_all
from bpa_desktop.services.reading import employed
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.give_out_options import GiveOutChoice, open_options
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.giving import HandOut
    from bpa_desktop.views.desk import Desk

_USUAL: Final = GiveOutChoice()


def open_give_out(desk: Desk, first: dt.date, end: dt.date, choice: GiveOutChoice = _USUAL) -> None:
    """Show what can be handed out of the days from ``first`` to before ``end``, and say so."""
    period = Period(first, end)
    _show(desk, period, choice, Saving(desk, choice.target, _("The file is being made.")))
    dates = dates_words(period.first, period.last)
    desk.announcer.say(_("Give out: {dates}.").format(dates=dates))


def _show(desk: Desk, period: Period, choice: GiveOutChoice, saving: Saving) -> None:
    desk.show_panel(GiveOutPanel(desk, period, choice, saving), _("Give out"))


class GiveOutPanel(LivePanel):
    """To whom, what there is for them, and below it how it is made and where it is saved."""

    def __init__(self, desk: Desk, period: Period, choice: GiveOutChoice, saving: Saving) -> None:
        super().__init__(desk, lambda: _show(desk, period, choice, saving))
        self._period = period
        self._choice = choice
        self._giving = Giving(desk.session, period, choice.names, choice.told)
        self._saving = saving
        self._people = employed(desk.session, period.first, period.end)
        self._called = told_apart([(one.first_name, one.name) for one in self._people])
        self.add(Text(dates_words(period.first, period.last), "strong"))
        self._add_whom()
        gifts = [*(self._for_all() if self._to is None else self._for_one(self._to))]
        self.add(Row(gifts))
        self.add(Text(choice.sentences(), tone="muted"))
        after = [
            Button(_("Open the folder"), press=self._saving.open_folder),
            Button(_("How it is made"), press=self._open_options),
        ]
        self.add(Row(after))
        self._roving = Roving([*gifts, *after])

    @property
    def _to(self) -> Helper | None:
        """The helper that things are for; nobody when they are for everybody."""
        return next((one for one in self._people if one.id == self._choice.to), None)

    def _name(self, helper: Helper) -> str:
        return self._called[self._people.index(helper)]

    def _add_whom(self) -> None:
        people = [(one.id, self._name(one)) for one in self._people]
        chosen = self._to.id if self._to is not None else ""
        options = [("", _("Everybody")), *people]
        self.add(Choice(_("To whom"), options, chosen, self._choose_whom))

    def _for_all(self) -> Iterator[Button]:
        giving = self._giving
        yield from self._week()
        month = month_words(giving.month.first)
        save, see = _("Save {month} as PDF"), _("See {month}")
        yield from self._paper(save.format(month=month), see.format(month=month), giving.month_plan)
        save, see = _("Save planned and used"), _("See planned and used")
        yield from self._paper(save, see, giving.planned_and_used)
        yield self._file(_("Calendar for everybody"), giving.calendar)
        yield self._file(_("Table for Excel"), giving.xlsx)
        yield self._file(_("Table as CSV"), giving.csv)
        yield self._message(
            _("Copy message to everybody"),
            partial(message_to_all, self.desk.session, self._period),
        )

    def _week(self) -> Iterator[Button]:
        save, see = _("Save the week as PDF"), _("See the week")
        if not self._giving.is_one_week:
            save, see = _("Save the weeks as PDF"), _("See the weeks")
        yield from self._paper(save, see, self._giving.week)

    def _for_one(self, helper: Helper) -> Iterator[Button]:
        who = self._name(helper)
        plan = partial(self._giving.own_plan, helper)
        save, see = _("Save own plan for {who}"), _("See own plan for {who}")
        yield from self._paper(save.format(who=who), see.format(who=who), plan)
        calendar = partial(self._giving.calendar, helper)
        yield self._file(_("Calendar for {who}").format(who=who), calendar)
        yield self._message(
            _("Copy message to {who}").format(who=who),
            partial(message_to, self.desk.session, helper, self._period),
        )

    def _paper(self, save: str, see: str, make: Callable[[], HandOut]) -> Iterator[Button]:
        yield self._file(save, make)
        yield Button(see, icon="eye", press=partial(self._see, make))

    def _file(self, text: str, make: Callable[[], HandOut]) -> Button:
        return Button(text, icon="download", press=partial(self._save, make))

    def _message(self, text: str, make: Callable[[], str]) -> Button:
        return Button(text, press=partial(self._copy, make))

    def _save(self, make: Callable[[], HandOut]) -> None:
        hand_out = make()
        self._saving.begin(lambda folder: write_out(hand_out, folder))

    def _see(self, make: Callable[[], HandOut]) -> None:
        bundle = make().bundle
        if bundle is not None:
            show_paper(self, bundle, back="roster")

    def _copy(self, make: Callable[[], str]) -> None:
        QGuiApplication.clipboard().setText(make())
        self.desk.say(_("The message is copied."))

    def _choose_whom(self, helper_id: str) -> None:
        _show(self.desk, self._period, replace(self._choice, to=helper_id), self._saving)
        who = next((self._name(one) for one in self._people if one.id == helper_id), "")
        self.desk.say(_("To whom: {who}.").format(who=who or _("Everybody")))

    def _open_options(self) -> None:
        open_options(self.desk, self._choice, self._open)

    def _open(self, choice: GiveOutChoice) -> None:
        open_give_out(self.desk, self._period.first, self._period.end, choice)
