"""Helpers' part in the APV: what they are promised, a sheet for each, and when it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.documents.assessment_sheet import assessment_sheet, promise_words
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.domain.assessment import Assessment
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import helper_sheets as acts
from bpa_desktop.services.paper_assessment import sheet_values
from bpa_desktop.services.reading import employed
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.sheet_panel import open_sheet
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.assessment import HelperSheet
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk

_A_DAY: Final = 1


def open_sheets(desk: Desk, assessment_id: str) -> None:
    """Show how helpers take part beside the page, and say how many sheets are in."""
    panel = show_sheets(desk, assessment_id)
    if panel is not None:
        desk.announcer.say(f"{_('Helpers take part')}. {panel.sentence}")


def show_sheets(desk: Desk, assessment_id: str, *, take_focus: bool = True) -> SheetsPanel | None:
    """Show it without a word; the panel closes when the assessment is gone."""
    found = desk.session.records.with_ids(Assessment, [assessment_id])
    if not found:
        desk.close_panel()
        return None
    panel = SheetsPanel(desk, found[0])
    desk.show_panel(panel, _("Helpers take part"), take_focus=take_focus)
    return panel


class SheetsPanel(LivePanel):
    """The promise first: once a sheet is in, it stands."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"assessment", "helper_sheet", "helper"})

    def __init__(self, desk: Desk, assessment: Assessment) -> None:
        super().__init__(desk, lambda: show_sheets(desk, assessment.id, take_focus=False))
        self._assessment = assessment
        self._sheets = acts.sheets_of(desk.session, assessment)
        self._buttons: list[Button] = []
        count = len(self._sheets)
        some = ngettext("{n} sheet is in.", "{n} sheets are in.", count)
        self.sentence = some if count else _("No sheet is handed in yet.")
        self.add(Text(self.sentence, "strong"))
        is_anonymous = assessment.is_anonymous is Answer.YES
        if not self._sheets:
            self.add(self._promise())
        self.add(Text(promise_words(is_anonymous=is_anonymous)))
        if assessment.gathered_on is None:
            self._add_ways(is_anonymous=is_anonymous)
        else:
            self.add(Text(_("The sheets are gathered. The answers stand at each question.")))
        self._roving = Roving(self._buttons)

    def _promise(self) -> Choice[Answer]:
        options = [(Answer.YES, _("Without names")), (Answer.NO, _("With names"))]
        choice = Choice(_("Helpers answer"), options, self._assessment.is_anonymous, self._choose)
        choice.setEnabled(not self.desk.read_only)
        return choice

    def _choose(self, answer: Answer) -> None:
        desk = self.desk
        desk.attempt(lambda: acts.promise(desk.session, self._assessment, answer))

    def _add_ways(self, *, is_anonymous: bool) -> None:
        see = self._button(_("See the sheet to print"), self._see)
        see.setEnabled(True)
        self.add(Row([see]))
        if is_anonymous:
            fill = self._button(_("Fill in a sheet here"), partial(self._fill, None))
            self.add(Row([fill]))
        else:
            self._add_people()
        if self._sheets:
            gather = self._button(_("Gather the sheets and show the answers"), self._gather)
            self.add(Row([gather]))

    def _add_people(self) -> None:
        session = self.desk.session
        people = employed(session, session.today, _tomorrow(session.today))
        waiting = _without_sheet(people, self._sheets)
        text = _("Fill in – {name}")
        labels = told_apart(
            [
                tuple(text.format(name=name) for name in (one.first_name, one.name))
                for one in waiting
            ]
        )
        row = Row()
        for helper, label in zip(waiting, labels, strict=True):
            row.add(self._button(label, partial(self._fill, helper)))
        self.add(row)

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button

    def _see(self) -> None:
        values = sheet_values(self.desk.session, self._assessment)
        show_paper(self, as_bundle(assessment_sheet(values)), back="safety")

    def _fill(self, helper: Helper | None) -> None:
        then = partial(show_sheets, self.desk, self._assessment.id)
        open_sheet(self.desk, self._assessment, helper, then)

    def _gather(self) -> None:
        desk = self.desk
        desk.attempt(lambda: acts.gather(desk.session, self._assessment))


def _tomorrow(day: dt.date) -> dt.date:
    return type(day).fromordinal(day.toordinal() + _A_DAY)


def _without_sheet(people: Sequence[Helper], sheets: Sequence[HelperSheet]) -> list[Helper]:
    has = {one.helper for one in sheets}
    return [one for one in people if one.id not in has]
