"""What a person chooses for a package: the day of the visit, the period, and how helpers stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.phrases import days_words
from bpa_desktop.domain import entry
from bpa_desktop.domain.period import Window, before_visit
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short, explain
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.field import Field

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.services.package_plan import PackagePlan
    from bpa_desktop.views.desk import Desk

_GAP: Final = 16
_DAY_CHARS: Final = 15
_NAMES: Final[Mapping[Names, str]] = {
    Names.INITIALS: N_("Initials"),
    Names.FULL: N_("Names"),
    Names.NUMBERED: N_("Helper 1, 2, 3"),
}


class Choose(Protocol):
    """Takes the choice whose field of `Choices` is named, and says what was chosen."""

    def __call__(self, said: str, **choice: object) -> None:
        """Choose and say it."""


class PackageOptions(Row):
    """``visit`` is called with another day; a wrong one is told below the field."""

    def __init__(
        self, desk: Desk, plan: PackagePlan, *, visit: Callable[[dt.date], object], choose: Choose
    ) -> None:
        super().__init__(gap=_GAP)
        self._desk = desk
        self._plan = plan
        self._visit = visit
        self._choose = choose
        self._line = QLineEdit(date_short(plan.visit))
        self._line.setObjectName("visit")
        self._field = Field(_("Day of the visit"), self._line)
        self._line.editingFinished.connect(self._written)
        self.add(self._field, chars=_DAY_CHARS, most=_DAY_CHARS)
        windows = [(one, window_text(plan, one)) for one in Window]
        self.add(Choice(_("Period"), windows, plan.choices.window, self._choose_window))
        names = [(one, _(text)) for one, text in _NAMES.items()]
        self.add(Choice(_("Helpers stand with"), names, plan.choices.names, self._choose_names))

    def _written(self) -> None:
        try:
            day = entry.parse_date(self._line.text(), self._plan.visit)
        except entry.EntryRefused as refusal:
            self._field.set_problem(explain(refusal))
            self._desk.say(explain(refusal), "warn")
            return
        self._visit(day)

    def _choose_window(self, window: Window) -> None:
        said = _("Period: {period}.").format(period=window_text(self._plan, window))
        self._choose(said, window=window)

    def _choose_names(self, names: Names) -> None:
        self._choose(_("Helpers stand with: {names}.").format(names=_(_NAMES[names])), names=names)


def window_text(plan: PackagePlan, window: Window) -> str:
    """The days that ``window`` makes of the months before the visit."""
    period = before_visit(plan.visit, plan.months, window)
    return days_words(period.first, period.last)
