"""Designer files as forms of a record: an object's name is its field's name."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QDir, QEvent, QObject, Signal
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget
from shiboken6 import isValid

from bpa_desktop import paths
from bpa_desktop.domain.entry import EntryRefused
from bpa_desktop.domain.record import Problem, Value, all_problems, fields_of
from bpa_desktop.i18n import _
from bpa_desktop.views.alone import Alone
from bpa_desktop.views.editors import EntryMissing, editor_for, parse_for
from bpa_desktop.views.form_dress import dress
from bpa_desktop.views.note import Note
from bpa_desktop.views.nudges import nudged, nudges_of
from bpa_desktop.views.rows_editor import RowsEditor
from bpa_desktop.views.value_words import worded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bpa_desktop.domain.record import Field
    from bpa_desktop.views.editors import Editor, Known

W = TypeVar("W", bound=QObject)
_PATH = re.compile(r"(?P<field>\w+)(?:\[(?P<row>\d+)\]\.(?P<rest>.+))?")


class FormIncomplete(LookupError):
    """A form is missing, or lacks an object that is asked for by name and kind."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What stands in a form: a value for every field that has a control, and what is wrong."""

    values: Mapping[str, Any]
    problems: tuple[Problem, ...]


def load(name: str, parent: QWidget | None = None) -> QWidget:
    """The form ``ui/<name>.ui``; its words follow a later switch of language.

    Raises:
        FormIncomplete: there is no such file.
        RuntimeError: the file is no form.
    """
    from PySide6.QtUiTools import QUiLoader  # noqa: PLC0415 - loaded when first needed: fast start

    source = paths.UI / f"{name}.ui"
    if not source.is_file():
        raise FormIncomplete(f"there is no form {name}")
    loader = QUiLoader()
    loader.setLanguageChangeEnabled(True)
    loader.setWorkingDirectory(QDir(str(paths.UI)))
    form = loader.load(str(source), parent)
    dress(form)
    return form


def child(form: QWidget, kind: type[W], name: str) -> W:
    """The object ``name`` of ``form``; raises ``FormIncomplete`` when there is none of ``kind``."""
    found = form.findChild(QObject, name)
    if not isinstance(found, kind):
        raise FormIncomplete(f"{form.objectName()} has no {kind.__name__} called {name}")
    return found


class Form(QObject):
    """Binds a loaded form to a record type, both ways.

    ``changed`` comes with every change a person makes. ``say`` announces a sentence. A wrong
    entry is told below its field when the field is left; the focus goes to the first one only
    in `finish`. While a row of a list is open, the list stands alone; ``turned`` comes when that
    begins and ends.
    """

    changed = Signal()
    turned = Signal()

    def __init__(
        self,
        widget: QWidget,
        record_type: type[Value],
        known: Known,
        say: Callable[[str], object],
    ) -> None:
        super().__init__(widget)
        self.widget = widget
        self._type = record_type
        self._known = known
        self._say = say
        self._editors: dict[str, Editor] = {}
        self._notes: dict[str, Note] = {}
        self._just_said = ""
        self._alone = Alone(widget)
        for field in fields_of(record_type):
            control = widget.findChild(QWidget, field.name)
            if control is not None:
                self._bind(field, control)
        self._lists = [one for one in self._editors.values() if isinstance(one, RowsEditor)]
        for one in self._lists:
            one.turned.connect(self._set_apart)
            if len(self._lists) > 1:
                one.tell_apart()
        self._overall = Note.at_end_of(widget)
        widget.installEventFilter(self)

    @property
    def has_open_row(self) -> bool:
        """Whether a row of a list is being changed."""
        return any(one.is_open for one in self._lists)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that have a control here."""
        return tuple(self._editors)

    def editor(self, name: str) -> Editor:
        """The editor of the field ``name``; raises ``KeyError`` where the form has none."""
        return self._editors[name]

    def fill(self, record: Value | None = None) -> None:
        """Show ``record``, or the values a new one begins with."""
        for name, editor in self._editors.items():
            editor.show(_first_value(self._type, name) if record is None else getattr(record, name))
        self.show_problems(())

    def draft(self) -> dict[str, Any]:
        """Everything that stands in the form, right or wrong, for `resume`."""
        return {name: editor.draft() for name, editor in self._editors.items()}

    def resume(self, draft: Mapping[str, Any]) -> None:
        """Show again what `draft` gave."""
        for name, value in draft.items():
            self._editors[name].resume(value)

    def set_read_only(self) -> None:
        """Let everything be read and nothing be changed."""
        for editor in self._editors.values():
            editor.set_read_only()
        for button in self.widget.findChildren(QPushButton):
            if any(button.objectName().startswith(f"{name}__") for name in self._editors):
                button.setEnabled(False)

    def read(self) -> Reading:
        """What stands in the form, without telling what is wrong with it."""
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, editor in self._editors.items():
            try:
                values[name] = editor.take()
            except EntryRefused as refusal:
                problems.append(_problem(name, refusal))
        return Reading(values=values, problems=tuple(problems))

    def made(
        self, base: Value | None = None, **given: object
    ) -> tuple[Value | None, tuple[Problem, ...]]:
        """The record as it stands in the form, or what is wrong with it, without telling.

        ``base`` and ``given`` supply the fields that have no control here.
        """
        reading = self.read()
        if reading.problems:
            return None, reading.problems
        values = {**given, **reading.values}
        made = self._type(**values) if base is None else dataclasses.replace(base, **values)
        problems = tuple(all_problems(made))
        return (None if problems else made), problems

    def finish(self, base: Value | None = None, **given: object) -> Value | None:
        """The record as it stands in the form; else go to the first problem and say it."""
        made, problems = self.made(base, **given)
        self.show_problems(())
        if problems:
            self.refuse(problems)
        return made

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Tell ``problems`` below their fields, go to the first of them and say it."""
        self.show_problems(problems)
        first = self._first(problems)
        place, found = self._place_of(first), _PATH.fullmatch(first.field)
        if place and found is not None and found["row"] is not None:
            inner = first._replace(field=found["rest"])
            self._editors[place].go_to(int(found["row"]), inner)
            return
        if place:
            self._editors[place].take_focus()
            self._notes[place].come_into_sight()
        text = _worded(first)
        # Leaving the field to press the button has said the same.
        if text != self._just_said:
            label = f"{_(self._editors[place].field.about.label)}: " if place else ""
            self._say(label + text)
        self._just_said = ""

    def _first(self, problems: Sequence[Problem]) -> Problem:
        """The first of ``problems`` in reading order, and its field in sight.

        What is wrong in a row that is open comes before all that is hidden meanwhile.
        """
        opened = [name for name, one in self._editors.items() if one in self._lists and one.is_open]
        order = [*opened, "", *self._editors]
        first = min(problems, key=lambda problem: order.index(self._place_of(problem)))
        for one in self._lists:
            if self._place_of(first) not in opened:
                one.put_away()
        return first

    def _set_apart(self) -> None:
        """Show a list alone while one of its rows is open."""
        opened = next((one for one in self._lists if one.is_open), None)
        if opened is not None:
            self._alone.leave(opened.control)
        else:
            self._alone.end()
            for note in (self._overall, *self._notes.values()):
                note.tell(note.problem)
        self.turned.emit()

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Tell each of ``problems`` below its field; forget the ones told before."""
        told: dict[str, str] = {}
        for problem in problems:
            told.setdefault(self._place_of(problem), _worded(problem))
        self._overall.tell(told.get("", ""))
        for name, note in self._notes.items():
            note.tell(told.get(name, ""))
        self._alone.hold()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Say everything in the language that is spoken now."""
        if event.type() == QEvent.Type.LanguageChange:
            for name, editor in self._editors.items():
                if _is_alive(editor):
                    editor.retranslate()
                    self._notes[name].retranslate()
            self._alone.hold()
        return False

    def _bind(self, field: Field, control: QWidget) -> None:
        editor = self._editor_for(field, control)
        self._editors[field.name] = editor
        self._notes[field.name] = Note.below(control, field.about.help)
        editor.edited.connect(self._edited)
        editor.left.connect(lambda: self._check(editor))
        for how in nudges_of(field.kind):
            button = self.widget.findChild(QAbstractButton, f"{field.name}__{how}")
            if button is not None:
                button.clicked.connect(lambda _on=False, how=how: self._nudge(editor, how))

    def _editor_for(self, field: Field, control: QWidget) -> Editor:
        if field.many and issubclass(field.kind, Value):
            return RowsEditor(control, field, self._form_of_row, self._say, self._known.names())
        parse = parse_for(field, self._known, lambda: self._anchor(field.name))
        editor = editor_for(control, field, self._known, parse)
        if editor is None:
            raise FormIncomplete(f"{field.name} has no control that takes its kind of answer")
        return editor

    def _form_of_row(self, kind: type[Value]) -> Form:
        name = re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
        return Form(load(name), kind, self._known, self._say)

    def _anchor(self, name: str) -> dt.date:
        """What a time alone means in the field ``name``: after the start, or on the same day."""
        start = self._editors.get(f"{name.removesuffix('_end')}_start")
        if name.endswith("_end") and start is not None:
            moment = _value_in(start)
            if isinstance(moment, dt.datetime):
                return moment
        shown = self._editors[name].shown
        return shown.date() if isinstance(shown, dt.datetime) else self._known.today

    def _edited(self) -> None:
        self._just_said = ""
        self.changed.emit()

    def _check(self, editor: Editor) -> None:
        """Tell what is wrong with an entry that was left, or show what was understood."""
        if not _is_alive(editor):
            return
        note = self._notes[editor.field.name]
        try:
            editor.show(editor.take())
        except EntryMissing:
            note.tell("")
        except EntryRefused as refusal:
            text = _worded(_problem(editor.field.name, refusal))
            if note.problem != text:
                note.tell(text)
                self._say(text)
                self._just_said = text
        else:
            note.tell("")

    def _nudge(self, editor: Editor, how: str) -> None:
        field = editor.field
        value = nudged(field.kind, how, _value_in(editor), self._known.now)
        editor.show(value)
        self._notes[field.name].tell("")
        self.changed.emit()
        self._say(f"{_(field.about.label)}: {worded(field, value)}")

    def _place_of(self, problem: Problem) -> str:
        """The field below which ``problem`` is told; "" for the whole record."""
        found = _PATH.fullmatch(problem.field)
        return found["field"] if found and found["field"] in self._notes else ""


def _first_value(record_type: type[Value], name: str) -> Any:
    """What a new record has in the field ``name``; nothing where it must be filled in."""
    item = {item.name: item for item in dataclasses.fields(record_type)}[name]
    if item.default_factory is not dataclasses.MISSING:
        return item.default_factory()
    return None if item.default is dataclasses.MISSING else item.default


def _is_alive(editor: Editor) -> bool:
    """False where the form waits to be deleted, which still gets events."""
    return isValid(editor) and isValid(editor.control)


def _value_in(editor: Editor) -> Any:
    try:
        return editor.take()
    except EntryRefused:
        return None


def _problem(name: str, refusal: EntryRefused) -> Problem:
    return Problem(field=name, reason=refusal.sentence, values=refusal.values)


def _worded(problem: Problem) -> str:
    return _(problem.reason).format(**problem.values)
