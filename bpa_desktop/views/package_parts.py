"""The list of what the municipality asks for, in its own words and order, and what is ready."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import dates_words, days_words
from bpa_desktop.domain.activity import ActivityItem
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, language, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.meeting_words import look_label
from bpa_desktop.services.meetings import find_meeting
from bpa_desktop.services.package_about import chosen
from bpa_desktop.services.package_parts import Asker, Readiness
from bpa_desktop.services.papers import PAPERS
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.letter_doors import open_letter
from bpa_desktop.views.marks import Pill
from bpa_desktop.views.paper_words import PAPER_WORDS
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bpa_desktop.services.package_plan import PackagePlan, Part
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.moods import Mood

_NUMBER_CHARS: Final = 2
_TITLE_CHARS: Final = 38
_REMARK_CHARS: Final = 20
_MOODS: Final[Mapping[Readiness, Mood]] = {
    Readiness.READY: "ok",
    Readiness.MISSING: "warn",
    Readiness.NOT_RELEVANT: "info",
}
_BASIS: Final = {
    "activity_schedule": (N_("Write the activities"), "activities"),
    "absence_overview": (N_("Write the helpers"), "helpers"),
    "roster_used": (N_("Write the roster"), "roster"),
    "hours_account": (N_("Write the grant"), "grants"),
    "apv": (N_("Open the work environment"), "safety"),
    "mus": (N_("Plan talks (MUS)"), "talks"),
    "accounts": (N_("Write the budget"), "budget"),
    "expenses_estimate": (N_("Write an expense"), "money"),
    "aids_list": (N_("Write the aids"), "aids"),
    "holiday_application": (N_("Write the trip"), "trips"),
}
"""What is pressed, and where it leads, when a paper has nothing to be made from."""
_RECORDS: Final = {
    "decision": (N_("Write the decision"), "decision"),
    "handover": (N_("Write the hand-over"), "handover"),
}
"""What is pressed, and the form it opens, when a paper is made from one record."""
_COMPLAINT: Final = "complaint_letter"
_ABOUT: Final = {
    "apv": N_("Write about the APV"),
    "mus": N_("Write about the MUS"),
    "staff_meeting_minutes": N_("Write about the minutes"),
    "accounts": N_("Write about the accounts"),
    "hours_account": N_("Write about the hours"),
    "expenses_estimate": N_("Write about the expenses"),
    "case_timeline": N_("Write about the course of the case"),
    "handover_tasks": N_("Write about the tasks"),
    "handover_list": N_("Write about what goes along"),
}
_SEE: Final = {
    "holiday_application": N_("See the application"),
    "decision": N_("See the decision"),
    "complaint_letter": N_("See the complaint"),
    "case_timeline": N_("See the course of the case"),
    "handover": N_("See the agreement"),
    "handover_tasks": N_("See the tasks"),
    "handover_list": N_("See what goes along"),
}
"""What shows a paper that is made from the record the package is about."""
_ELSE: Final = N_("Write about this part")


class PackageParts(Rows):
    """A line for each part; ``see`` shows a ready one, ``answer`` takes a word about another.

    ``buttons`` are for the group of the page.
    """

    def __init__(
        self,
        desk: Desk,
        plan: PackagePlan,
        *,
        see: Callable[[Part], object],
        answer: Callable[[Part], object],
    ) -> None:
        super().__init__(_title_of(plan))
        self._desk = desk
        self._plan = plan
        self._see = see
        self._answer = answer
        labels = told_apart([(self._label(part),) for part in plan.parts])
        buttons: list[Button] = []
        self.buttons = buttons
        for number, (part, label) in enumerate(zip(plan.parts, labels, strict=True), start=1):
            own = [self._button(part, label), *self._word(part)]
            buttons += own
            self.add(self._line(number, part, own))

    def _label(self, part: Part) -> str:
        if part.waiting:
            meeting = find_meeting(self._desk.session, part.waiting)
            return "" if meeting is None else look_label(meeting)
        return _label(part)

    def _word(self, part: Part) -> Iterator[Button]:
        """Beside the way to mend a part that is missing, a word about it."""
        if part.kind in _BASIS and part.kind in _ABOUT and not _can_be_seen(part):
            yield Button(_(_ABOUT[part.kind]), press=partial(self._answer, part))

    def _line(self, number: int, part: Part, buttons: Sequence[Button]) -> Row:
        row = Row()
        row.add(Text(str(number), tone="muted"), chars=_NUMBER_CHARS)
        row.add(_title(part), chars=_TITLE_CHARS, fold=True)
        row.add(Pill(_(part.readiness.label), _MOODS[part.readiness]))
        remark = Text(self._remark(part), tone="muted")
        row.add(remark, chars=_REMARK_CHARS, stretch=True, fold=True)
        for button in buttons:
            row.add(button)
        return row

    def _button(self, part: Part, label: str) -> Button:
        if part.waiting:
            press = partial(self._desk.show_record, "review", part.waiting, "package")
            return Button(label, press=press)
        if _can_be_seen(part):
            return Button(label, press=partial(self._see, part))
        if part.kind in _BASIS:
            return Button(label, press=partial(self._desk.go, _BASIS[part.kind][1]))
        if part.kind in _RECORDS:
            kind = kind_named(_RECORDS[part.kind][1])
            return Button(label, press=partial(open_editor, self._desk, kind))
        if part.kind == _COMPLAINT:
            return Button(label, press=self._write_complaint)
        return Button(label, press=partial(self._answer, part))

    def _write_complaint(self) -> None:
        about = chosen(self._desk.session, self._plan.kind, self._plan.about)
        key = None if about is None else (about.type_name, about.id)
        open_letter(self._desk, LetterKind.COMPLAINT, key, back="package")

    def _remark(self, part: Part) -> str:
        if part.readiness is not Readiness.READY:
            return part.remark
        if part.kind == "activity_schedule":
            count = self._desk.session.records.count(ActivityItem)
            return ngettext("{n} activity", "{n} activities", count)
        if part.kind == "apv" and part.period is not None:
            return date_words(part.period.first)
        text = _READY.get(part.kind)
        return "" if text is None or part.period is None else _(text).format(days=_days(part))


_READY: Final = {
    "absence_overview": N_("{days}, without causes"),
    "roster_used": N_("{days}, as it was"),
    "accounts": N_("{days}, line by line"),
    "staff_meeting_minutes": N_("{days}, looked through"),
}


def _title(part: Part) -> Stack:
    """The municipality's own words; below them what they mean, for a reader of English."""
    lines = [Text(part.words, "strong")]
    if language() != "da" and part.english:
        lines.append(Text(part.english, tone="muted"))
    if part.why:
        lines.append(Text(part.why, tone="muted"))
    return Stack(2, lines)


def _title_of(plan: PackagePlan) -> str:
    """Whose list it is: the municipality's own, or that of what goes along."""
    if any(part.asker is Asker.MUNICIPALITY for part in plan.parts):
        return _("What {name} asks for, in its own order").format(name=plan.profile.name)
    return _("What goes along")


def _days(part: Part) -> str:
    if part.period is None:
        return ""
    first, last = part.period.first, part.period.last
    return (days_words if first.year == last.year else dates_words)(first, last)


def _can_be_seen(part: Part) -> bool:
    return (part.kind in PAPERS or part.kind in _SEE) and part.readiness is Readiness.READY


def _label(part: Part) -> str:
    if _can_be_seen(part):
        return _(_SEE[part.kind] if part.kind in _SEE else PAPER_WORDS[part.kind].press)
    if part.kind in _BASIS:
        return _(_BASIS[part.kind][0])
    if part.kind in _RECORDS:
        return _(_RECORDS[part.kind][0])
    if part.kind == _COMPLAINT:
        return _("Write the complaint")
    return _(_ABOUT.get(part.kind, _ELSE))
