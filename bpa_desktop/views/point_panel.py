"""One point of minutes beside the page: what it says, whether it may be shown, what was agreed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.meeting import Mark, Section
from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.meeting_words import point_name, task_words
from bpa_desktop.services.meetings import find_meeting, points_of
from bpa_desktop.services.minutes import (
    NewPoint,
    add_points,
    delete_point,
    find_point,
    move_point,
    set_mark,
    set_section,
    task_done,
    tasks_of,
    write_point,
)
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.choice import Choice
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.field import Field
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.meeting import Meeting, MeetingPoint
    from bpa_desktop.views.desk import Desk

_LINES: Final = 8, 14


def show_point(desk: Desk, point_id: str, *, say: bool = True, take_focus: bool = True) -> None:
    """Show the point beside the page; the panel closes when it is gone."""
    point = find_point(desk.session, point_id)
    meeting = find_meeting(desk.session, point.meeting) if point else None
    if point is None or meeting is None:
        desk.close_panel()
        return
    desk.show_panel(PointPanel(desk, meeting, point), point_name(point), take_focus=take_focus)
    if say:
        desk.announcer.say(f"{point_name(point)}. {point.heading}".strip())


class PointPanel(LivePanel):
    """Text is saved when it is left; every other choice with its press."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"meeting_point", "agreed_task"})

    def __init__(self, desk: Desk, meeting: Meeting, point: MeetingPoint) -> None:
        super().__init__(desk, self._follow)
        self._meeting = meeting
        self._point = point
        self._buttons: list[Button] = []
        self._tasks = tasks_of(desk.session, point)
        self._add_texts()
        self._add_choices()
        self._add_tasks()
        self._add_places()
        self._roving = Roving(self._buttons)

    def _follow(self) -> None:
        """Show the point anew unless what changed stands here already."""
        found = find_point(self.desk.session, self._point.id)
        if (
            found is None
            or found != self._point
            or tasks_of(self.desk.session, found) != self._tasks
        ):
            show_point(self.desk, self._point.id, say=False, take_focus=False)

    def _add_texts(self) -> None:
        desk, point = self.desk, self._point
        self._heading = QLineEdit(point.heading)
        self._heading.setReadOnly(desk.read_only)
        self._heading.editingFinished.connect(self._written)
        self.add(Field(_("Heading"), self._heading))
        draft = Draft(desk, "point", point.id)
        self._words = WordsField(
            desk, _("Text"), point.words, draft, self._save_words, lines=_LINES
        )
        self.add(self._words)

    def _written(self) -> None:
        if self._heading.text().strip() != self._point.heading:
            self._keep(self._heading.text(), self._point.words)

    def _save_words(self, text: str) -> bool:
        return self._keep(self._heading.text(), text)

    def _keep(self, heading: str, words: str) -> bool:
        def write() -> str:
            before = self._point
            text = heading.strip() or (before.heading if not words.strip() else "")
            changed = write_point(self.desk.session, self._fresh(), text, words)
            self._point = changed
            return _("{point} is saved.").format(point=point_name(changed))

        return self.desk.attempt(write)

    def _fresh(self) -> MeetingPoint:
        """The point as it is kept now, with the words of this panel to come."""
        return find_point(self.desk.session, self._point.id) or self._point

    def _add_choices(self) -> None:
        point = self._point
        self.add(
            Choice(
                _("Part of the minutes"),
                [(one, _(one.label)) for one in Section],
                point.section,
                self._choose_section,
            )
        )
        self.add(
            Choice(
                _("May it be shown?"),
                [(one, _(one.label)) for one in Mark],
                point.mark,
                self._choose_mark,
            )
        )
        self.add(Text(_reminder(point), tone="muted"))
        if point.mark is Mark.SENSITIVE:
            self._add_reason()

    def _add_reason(self) -> None:
        draft = Draft(self.desk, "point_reason", self._point.id)
        label = _("Why it is left out")
        text = _("Only for you. It never leaves the house.")
        self.add(WordsField(self.desk, label, self._point.reason, draft, self._save_reason, text))

    def _save_reason(self, text: str) -> bool:
        def write() -> str:
            self._point = set_mark(self.desk.session, self._fresh(), Mark.SENSITIVE, text)
            return _("{point} is saved.").format(point=point_name(self._point))

        return self.desk.attempt(write)

    def _choose_section(self, section: Section) -> None:
        def write() -> str:
            changed = set_section(self.desk.session, self._fresh(), section)
            text = _("{point}: {section}, {mark}.")
            said = {"section": _(section.label), "mark": _(changed.mark.label)}
            return text.format(point=point_name(changed), **said)

        self.desk.attempt(write)

    def _choose_mark(self, mark: Mark) -> None:
        def write() -> str:
            changed = set_mark(self.desk.session, self._fresh(), mark)
            return _("{point}: {mark}.").format(point=point_name(changed), mark=_(mark.label))

        self.desk.attempt(write)

    def _add_tasks(self) -> None:
        self.add(Text(_("Agreed in this point"), "label"))
        names = self.desk.session.helper_names()
        still = [one for one in self._tasks if one.done_on is None]
        labels = told_apart([(_("Done today – {what}").format(what=one.what),) for one in still])
        for one in self._tasks:
            words = f"{task_words(one, names.get(one.helper or '', ''))}."
            text = words if one.done_on is None else _("{what} Done.").format(what=words)
            self.add(Text(text))
        for one, label in zip(still, labels, strict=True):
            self.add(self._button(label, partial(self._done, one.id)))
        self.add(self._button(_("New agreed task"), self._agree))

    def _done(self, task_id: str) -> None:
        task = next(one for one in self._tasks if one.id == task_id)
        self.desk.attempt(lambda: task_done(self.desk.session, task))

    def _agree(self) -> None:
        then = partial(show_point, self.desk, self._point.id, say=False)
        open_editor(self.desk, kind_named("agreed_task"), then=then, point=self._point.id)

    def _add_places(self) -> None:
        ordered = [one.id for one in points_of(self.desk.session, self._meeting)]
        at = ordered.index(self._point.id)
        up = self._button(_("Move up"), partial(self._move, -1))
        down = self._button(_("Move down"), partial(self._move, 1))
        up.setEnabled(up.isEnabled() and at > 0)
        down.setEnabled(down.isEnabled() and at + 1 < len(ordered))
        self.add(Row([up, down, self._button(_("Delete the point"), self._delete)]))
        if at + 1 < len(ordered):
            press = partial(show_point, self.desk, ordered[at + 1])
            following = Button(_("Next point"), press=press)
            self._buttons.append(following)
        else:
            following = self._button(_("One more point"), self._add_point)
        self.add(following)

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button

    def _move(self, step: int) -> None:
        def write() -> str:
            move_point(self.desk.session, self._meeting, self._fresh(), step)
            found = self._fresh()
            return _("It is point {number} now.").format(number=found.number)

        self.desk.attempt(write)

    def _delete(self) -> None:
        def write() -> str:
            point = self._fresh()
            delete_point(self.desk.session, self._meeting, point)
            return _("Deleted: {what}. Undo with Ctrl Z.").format(what=point_name(point))

        self.desk.attempt(write)

    def _add_point(self) -> None:
        section = self._point.section
        new = NewPoint(_("New point"), section=section)
        (made,) = add_points(self.desk.session, self._meeting, [new])
        show_point(self.desk, made.id)


def _reminder(point: MeetingPoint) -> str:
    if point.mark is Mark.SENSITIVE:
        return _("It stays at home. A package tells only that a point is left out.")
    return _(
        "It may be sent to the municipality. Write what is about one person "
        "in the part About one person."
    )
