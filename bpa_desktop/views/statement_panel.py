"""Statements of working time: one for each helper who worked, as PDF or for a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.phrases import period_words
from bpa_desktop.documents.time_statement import kept_words
from bpa_desktop.i18n import _, month_words
from bpa_desktop.services import recent
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.paper_time import CSV, PDF, save_statement, statement
from bpa_desktop.services.reading import helper_signs
from bpa_desktop.services.registration import keeping_of, workers
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.month_turner import MonthTurner
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.saved_where import SavedWhere
from bpa_desktop.views.saving import Saving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.period import Period
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8


def open_statements(desk: Desk, day: dt.date) -> None:
    """Show the statements of the month in which ``day`` lies beside the page."""
    folder = recent.home_folder() / _("Working time")
    saving = Saving(desk, folder, _("The statement is being made."))
    panel = _show(desk, day, saving, is_wide=False)
    desk.announcer.say(panel.title)


def _show(
    desk: Desk, day: dt.date, saving: Saving, *, is_wide: bool, take_focus: bool = True
) -> StatementPanel:
    panel = StatementPanel(desk, day, saving, is_wide=is_wide)
    desk.show_panel(panel, _("Statements of working time"), take_focus=take_focus)
    return panel


class StatementPanel(LivePanel):
    """The month, or with ``is_wide`` the reference period around it, and the helpers in it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"shift", "helper", "kept_finding"})

    def __init__(self, desk: Desk, day: dt.date, saving: Saving, *, is_wide: bool) -> None:
        super().__init__(desk, lambda: self._again(day, is_wide=is_wide))
        self._saving = saving
        self._month = month_of(day)
        self._keeping = keeping_of(self._month)
        self._is_wide = is_wide and self._keeping is not None
        self._buttons: list[Button] = []
        self._fill()
        self._roving = Roving(self._buttons)

    @property
    def period(self) -> Period:
        """The days that a statement is about."""
        return self._keeping.reference if self._is_wide and self._keeping else self._month

    @property
    def title(self) -> str:
        """What is shown, and for which days."""
        return f"{_('Statements of working time')}: {period_words(self.period)}."

    def _again(self, day: dt.date, *, is_wide: bool) -> StatementPanel:
        return _show(self.desk, day, self._saving, is_wide=is_wide, take_focus=False)

    def _fill(self) -> None:
        turner = MonthTurner(self._month, self._turn)
        self._buttons += turner.buttons
        self.add(turner)
        self._add_choice()
        self.add(Text(kept_words(self._keeping)))
        people = workers(self.desk.session, self.period)
        if not people:
            text = _("Nobody worked in {period}.").format(period=period_words(self.period))
            self.add(Text(text, tone="muted"))
        self._add_people(people)
        where = SavedWhere(self._saving, _("Statements are saved in the folder {path}."))
        self._buttons += where.buttons
        self.add(where)

    def _turn(self, day: dt.date) -> None:
        self.desk.announcer.say(self._again(day, is_wide=self._is_wide).title)

    def _add_choice(self) -> None:
        if self._keeping is None:
            return
        name = month_words(self._month.first)
        options = [(False, name), (True, period_words(self._keeping.reference))]
        self.add(Choice(_("Period"), options, self._is_wide, self._choose))

    def _choose(self, is_wide: bool) -> None:  # noqa: FBT001 - the choice's own value
        self.desk.announcer.say(self._again(self._month.first, is_wide=is_wide).title)

    def _add_people(self, people: tuple[Helper, ...]) -> None:
        signs = helper_signs(self.desk.session)
        forms = ((PDF, _("Save statement – {who}")), (CSV, _("Save as CSV – {who}")))
        labels = {form: told_apart([_labels(text, one) for one in people]) for form, text in forms}
        for place, helper in enumerate(people):
            sign = signs[helper.id]
            line = Row([HelperMark(sign.letters, sign.number)], gap=12)
            line.add(Text(helper.name, "strong"), stretch=True)
            buttons = [
                Button(labels[form][place], icon="download", press=self._saver(helper, form))
                for form, _text in forms
            ]
            self._buttons += buttons
            self.add(Stack(_GAP, [line, Row(buttons)]))

    def _saver(self, helper: Helper, form: str) -> Callable[[], object]:
        def save() -> None:
            made = statement(self.desk.session, helper.id, self.period)
            self._saving.begin(lambda folder: save_statement(made, form, folder))

        return save


def _labels(text: str, helper: Helper) -> tuple[str, str]:
    return text.format(who=helper.first_name), text.format(who=helper.name)
