"""What a person chooses for a package: what for, the day, the period, and how helpers stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.documents.choices import Names
from bpa_desktop.documents.phrases import days_words
from bpa_desktop.domain import entry
from bpa_desktop.domain.given_package import PackageKind
from bpa_desktop.domain.period import Window, before_visit
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_short, explain
from bpa_desktop.services.package_about import VISITED, candidates, words_for
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.choice_box import ChoiceBox
from bpa_desktop.views.field import Field
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.tick import Tick

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from bpa_desktop.services.package_plan import PackagePlan
    from bpa_desktop.views.desk import Desk

_GAP: Final = 16
_DAY_CHARS: Final = 15
_KIND_CHARS: Final = 26
_ABOUT_CHARS: Final = 44
_LABEL_GAP: Final = 8
_NAMES: Final[Mapping[Names, str]] = {
    Names.INITIALS: N_("Initials"),
    Names.FULL: N_("Names"),
    Names.NUMBERED: N_("Helper 1, 2, 3"),
}
_ABOUT: Final[Mapping[PackageKind, str]] = {
    PackageKind.HOLIDAY: N_("Which trip"),
    PackageKind.COMPLAINT: N_("Which complaint"),
    PackageKind.HANDOVER: N_("Which hand-over"),
}
_REACHING_BACK: Final = VISITED | {PackageKind.COMPLAINT}
"""The packages whose period is laid back from a day."""


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
        self._add_kind()
        self._add_about()
        if plan.kind in VISITED:
            self._add_day()
        self._add_choices()
        tick = Tick(_("CPR number"), self._choose_cpr, ticked=plan.choices.with_cpr)
        self.add(Stack(_LABEL_GAP, [Text(_("On the cover"), "strong"), tick]))

    def _add_choices(self) -> None:
        """The period and the names: one Tab stop together."""
        plan, buttons = self._plan, []
        if plan.kind in _REACHING_BACK:
            windows = [(one, window_text(plan, one)) for one in Window]
            window = plan.choices.window
            period = Choice(_("Period"), windows, window, self._choose_window, joined=True)
            buttons += period.buttons
            self.add(period)
        called = [(one, _(text)) for one, text in _NAMES.items()]
        label = _("Helpers stand with")
        names = Choice(label, called, plan.choices.names, self._choose_names, joined=True)
        self.add(names)
        Roving([*buttons, *names.buttons])

    def _add_kind(self) -> None:
        kinds = [(one, _(one.label)) for one in PackageKind]
        box = ChoiceBox(_("What the package is for"), kinds, self._plan.kind, self._choose_kind)
        self.add(box, chars=_KIND_CHARS, most=_KIND_CHARS)

    def _add_about(self) -> None:
        kind, session = self._plan.kind, self._desk.session
        found = [(one.id, words_for(session, one)) for one in candidates(session, kind)]
        if found:
            box = ChoiceBox(_(_ABOUT[kind]), found, self._plan.about, self._choose_about)
            self.add(box, chars=_ABOUT_CHARS, most=_ABOUT_CHARS)

    def _add_day(self) -> None:
        self._line = QLineEdit(date_short(self._plan.visit))
        self._line.setObjectName("visit")
        self._field = Field(_("Day of the visit"), self._line)
        self._line.editingFinished.connect(self._written)
        self.add(self._field, chars=_DAY_CHARS, most=_DAY_CHARS)

    def _written(self) -> None:
        try:
            day = entry.parse_date(self._line.text(), self._plan.visit)
        except entry.EntryRefused as refusal:
            self._field.set_problem(explain(refusal))
            self._desk.say(explain(refusal), "warn")
            return
        self._visit(day)

    def _choose_kind(self, kind: PackageKind) -> None:
        said = _("Package for: {kind}.").format(kind=_(kind.label))
        self._choose(said, kind=kind, about="", more=frozenset(), left_out=frozenset())

    def _choose_about(self, about: str) -> None:
        self._choose(_("The package is about another one."), about=about)

    def _choose_window(self, window: Window) -> None:
        said = _("Period: {period}.").format(period=window_text(self._plan, window))
        self._choose(said, window=window)

    def _choose_names(self, names: Names) -> None:
        self._choose(_("Helpers stand with: {names}.").format(names=_(_NAMES[names])), names=names)

    def _choose_cpr(self, with_cpr: bool) -> None:  # noqa: FBT001 - what a box tells
        said = (
            _("Your CPR number stands on the cover.")
            if with_cpr
            else _("Your CPR number is in no file.")
        )
        self._choose(said, with_cpr=with_cpr)


def window_text(plan: PackagePlan, window: Window) -> str:
    """The days that ``window`` makes of the months before the visit."""
    period = before_visit(plan.visit, plan.months, window)
    return days_words(period.first, period.last)
