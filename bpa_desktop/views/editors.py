"""One editor per kind of field: it shows a value in a control and reads it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
)
from shiboken6 import isValid

from bpa_desktop.domain import entry
from bpa_desktop.domain.clock import at, next_at
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.views.field import prime
from bpa_desktop.views.value_words import worded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.domain.record import Field, Problem

    Parse = Callable[[str], object]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What a form needs to know beyond its record.

    ``now`` is what a Danish wall clock shows. ``choices`` holds, by record type, the id and the
    name of every record that a field may refer to.
    """

    now: dt.datetime
    choices: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)

    @property
    def today(self) -> dt.date:
        """The day that entries such as "tomorrow" are told from."""
        return self.now.date()

    def names(self) -> Mapping[str, str]:
        """The name of every record that a field may refer to, by id."""
        return {key: name for known in self.choices.values() for key, name in known}


class EntryMissing(entry.EntryRefused):
    """A field that must say something is empty."""

    sentence = N_("This must be filled in.")


class Editor(QObject):
    """Shows one field's value and reads it back.

    ``edited`` comes with every change a person makes, ``left`` when an entry is complete.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, control: QWidget, about: Field) -> None:
        super().__init__(control)
        self.control = control
        self.field = about
        self.shown: Any = None

    def show(self, value: Any) -> None:
        """Put ``value`` into the control."""
        self.shown = value
        self._show(value)

    def _show(self, value: Any) -> None:
        raise NotImplementedError

    def take(self) -> Any:
        """The value that stands in the control; raises ``EntryRefused`` where there is none."""
        raise NotImplementedError

    def draft(self) -> Any:
        """What stands in the control, right or wrong, for `resume`."""
        return self.take()

    def resume(self, draft: Any) -> None:
        """Show what `draft` gave."""
        self._show(draft)

    def set_read_only(self) -> None:
        """Let the value be read, but not changed."""
        self.control.setEnabled(False)

    def go_to(self, _row: int, _problem: Problem) -> None:
        """Put the focus where a problem of one row is mended; here there is only the control."""
        self.take_focus()

    def take_focus(self) -> None:
        """Put the focus where the value is written."""
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Show every word of our own in the active language."""


class LineEditor(Editor):
    """One line of text, parsed for everything that is not plain text."""

    def __init__(self, control: QLineEdit, about: Field, parse: Parse | None = None) -> None:
        super().__init__(control, about)
        self._line = control
        self._parse = parse
        prime(control)
        control.textEdited.connect(lambda _text: self.edited.emit())
        control.editingFinished.connect(self.left)

    def _show(self, value: Any) -> None:
        self._line.setText(worded(self.field, value))
        prime(self._line)

    def draft(self) -> Any:
        """The text as it stands."""
        return self._line.text()

    def resume(self, draft: Any) -> None:
        """Show the text again."""
        self._line.setText(draft)
        prime(self._line)

    def set_read_only(self) -> None:
        """The text can still be walked through."""
        self._line.setReadOnly(True)

    def take(self) -> Any:
        """The value of the line; an empty line is no value."""
        text = self._line.text().strip()
        if self._parse is None:
            return text or (None if self.field.optional else "")
        if text:
            return self._parse(text)
        if not self.field.optional:
            raise EntryMissing
        return None


class SaidEditor(Editor):
    """A key in words, which can be read and is not changed in a form."""

    def __init__(self, control: QLabel, about: Field, words: Mapping[str, str]) -> None:
        super().__init__(control, about)
        self._label, self._words = control, words

    def _show(self, value: Any) -> None:
        self._label.setText(self._words.get(value, value or ""))

    def draft(self) -> Any:
        """The key itself."""
        return self.shown

    def set_read_only(self) -> None:
        """It never can be changed."""

    def take_focus(self) -> None:
        """Nothing is written here."""

    def take(self) -> Any:
        """The key that is shown."""
        if self.shown is None:
            raise EntryMissing
        return self.shown


class TextEditor(Editor):
    """Several lines of text; Tab leaves the field."""

    def __init__(self, control: QPlainTextEdit, about: Field) -> None:
        super().__init__(control, about)
        self._text = control
        control.setTabChangesFocus(True)
        control.textChanged.connect(self.edited)

    def _show(self, value: Any) -> None:
        self._text.setPlainText(value or "")

    def set_read_only(self) -> None:
        """The text can still be walked through."""
        self._text.setReadOnly(True)

    def take(self) -> Any:
        """The text without blank ends."""
        return self._text.toPlainText().strip() or (None if self.field.optional else "")


class CheckEditor(Editor):
    """Yes or no."""

    def __init__(self, control: QCheckBox, about: Field) -> None:
        super().__init__(control, about)
        self._box = control
        control.clicked.connect(lambda _on: self.edited.emit())

    def _show(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    def take(self) -> Any:
        """Whether the box is ticked."""
        return self._box.isChecked()


class ChoiceEditor(Editor):
    """One of a fixed set of values, or one record of another type."""

    def __init__(
        self, control: QComboBox, about: Field, options: Sequence[tuple[object, str]]
    ) -> None:
        super().__init__(control, about)
        self._combo = control
        self._options = list(options)
        if about.optional or about.required:
            self._options.insert(0, (None, N_("Not chosen")))
        control.setEditable(False)
        control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        control.addItems([text for _value, text in self._options])
        self._guard = WheelGuard(control)
        self._measure = Measure(control)
        control.activated.connect(lambda _index: self.edited.emit())
        control.activated.connect(lambda _index: self.left.emit())
        self.retranslate()

    def retranslate(self) -> None:
        """Show the options in the active language; names stay as they are."""
        for index, (value, text) in enumerate(self._options):
            is_ours = value is None or isinstance(value, Choice)
            self._combo.setItemText(index, _(text) if is_ours else text)

    def _show(self, value: Any) -> None:
        values = [option for option, _text in self._options]
        if value not in values:
            self._options.append((value, worded(self.field, value)))
            self._combo.addItem(worded(self.field, value))
            values.append(value)
        self._combo.setCurrentIndex(values.index(value))

    def draft(self) -> Any:
        """The chosen value, or nothing."""
        return self._options[self._combo.currentIndex()][0]

    def take(self) -> Any:
        """The chosen value."""
        value = self.draft()
        if value is None and not self.field.optional:
            raise EntryMissing
        return value


class ManyEditor(Editor):
    """Several of a fixed set of values: a tick box ``<field>__<value>`` for each of them."""

    def __init__(self, control: QWidget, about: Field, options: Sequence[Choice]) -> None:
        super().__init__(control, about)
        boxes = {
            option: control.findChild(QCheckBox, f"{about.name}__{option}") for option in options
        }
        self._boxes = {option: box for option, box in boxes.items() if box is not None}
        for box in self._boxes.values():
            box.clicked.connect(lambda _on: self.edited.emit())
        self.retranslate()

    def retranslate(self) -> None:
        """Say what the boxes are for; their own words come from the form."""
        self.control.setAccessibleName(_(self.field.about.label))

    def _show(self, value: Any) -> None:
        for option, box in self._boxes.items():
            box.setChecked(option in (value or ()))

    def take(self) -> Any:
        """The ticked options in their own order."""
        return tuple(option for option, box in self._boxes.items() if box.isChecked())

    def take_focus(self) -> None:
        """Put the focus on the first box."""
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.OtherFocusReason)


class WheelGuard(QObject):
    """Keeps a wheel that scrolls the page from changing a choice on its way."""

    def __init__(self, control: QWidget) -> None:
        super().__init__(control)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the page."""
        if event.type() != QEvent.Type.Wheel:
            return False
        event.ignore()
        return True


class Measure(QObject):
    """Has a choice box measured again when its letters change: Qt forgets only half of it."""

    def __init__(self, control: QComboBox) -> None:
        super().__init__(control)
        self._control = control
        control.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A new style makes it forget the rest."""
        if event.type() == QEvent.Type.FontChange and isValid(self._control):
            QApplication.sendEvent(self._control, QEvent(QEvent.Type.StyleChange))
        return False


def editor_for(control: QWidget, about: Field, known: Known, parse: Parse | None) -> Editor | None:
    """The editor that fits ``control`` and the kind of ``about``; nothing where they do not fit."""
    if about.many:
        boxes = control.findChildren(QCheckBox)
        return ManyEditor(control, about, _choices(about)) if boxes else None
    if isinstance(control, QComboBox):
        return ChoiceEditor(control, about, _options(about, known))
    if isinstance(control, QCheckBox):
        return CheckEditor(control, about)
    if isinstance(control, QLabel) and about.about.keys:
        return SaidEditor(control, about, dict(known.choices.get(about.about.keys, ())))
    if isinstance(control, QPlainTextEdit):
        return TextEditor(control, about)
    return LineEditor(control, about, parse) if isinstance(control, QLineEdit) else None


def _choices(about: Field) -> tuple[Choice, ...]:
    return tuple(about.kind) if issubclass(about.kind, Choice) else ()


def _options(about: Field, known: Known) -> Sequence[tuple[object, str]]:
    if about.about.refers_to is not None:
        return known.choices.get(about.about.refers_to, ())
    return [(option, option.label) for option in _choices(about)]


def parse_for(about: Field, known: Known, anchor: Callable[[], dt.date]) -> Parse | None:
    """How to read text for ``about``; nothing for plain text.

    ``anchor`` tells what a time alone means: on that day, or, given a moment, next after it.
    """
    if about.kind is int:
        return entry.parse_hours if about.about.in_hours else entry.parse_whole_number
    if about.kind is dt.datetime:
        return lambda text: _moment(text, known.today, anchor())
    if about.kind is dt.date:
        return lambda text: entry.parse_date(text, known.today)
    return _PLAIN_PARSERS.get(about.kind)


def _moment(text: str, today: dt.date, anchor: dt.date) -> dt.datetime:
    try:
        time = entry.parse_time(text)
    except entry.TimeUnclear:
        return entry.parse_moment(text, today)
    return next_at(anchor, time) if isinstance(anchor, dt.datetime) else at(anchor, time)


_PLAIN_PARSERS: Final[Mapping[type, Parse]] = {
    dt.time: entry.parse_time,
    Decimal: entry.parse_number,
}
