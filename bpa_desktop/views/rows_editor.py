"""The rows of a list inside a record: one button each, opened in place to be changed."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Final, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bpa_desktop.domain.entry import EntryRefused
from bpa_desktop.errors import N_, NOTHING
from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.editors import Editor
from bpa_desktop.views.focus import focus_first
from bpa_desktop.views.reach import controls_in
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.value_words import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtCore import SignalInstance

    from bpa_desktop.domain.record import Field, Problem, Value


_MARGIN: Final = 8


class RowForm(Protocol):
    """What the rows need of the form in which one row is changed."""

    widget: QWidget
    changed: SignalInstance

    def fill(self, record: Value | None = None) -> None:
        """Show a row, or the values a new one begins with."""

    def draft(self) -> dict[str, Any]:
        """What stands in the form, right or wrong."""

    def resume(self, draft: Mapping[str, Any]) -> None:
        """Show again what `draft` gave."""

    def set_read_only(self) -> None:
        """Let everything be read and nothing be changed."""

    def made(self, base: Any = None) -> tuple[Value | None, Sequence[Problem]]:
        """The row as it stands in the form, or what is wrong with it, without telling."""

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Tell ``problems``, go to the first and say it."""


class RowOpen(EntryRefused):
    """A row is open and cannot be kept as it stands."""

    sentence = N_("Finish the open line first, or close it.")


class RowsEditor(Editor):
    """A list of rows; pressing one opens it in place, with *Done*, *Delete* and *Close*.

    ``turned`` comes when a row is opened and when it is put away, before the order of Tab is set.
    """

    turned = Signal()

    def __init__(
        self,
        control: QWidget,
        about: Field,
        form_for: Callable[[type[Value]], RowForm],
        say: Callable[[str], object],
        names: Mapping[str, str] = NOTHING,
    ) -> None:
        super().__init__(control, about)
        self._names = names
        self._form_for = form_for
        self._say = say
        self._rows: list[Value] = []
        self._open: OpenRow | None = None
        self._is_read_only = False
        self._has_neighbour = False
        self._group = Roving()
        self._column = QVBoxLayout(control)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lay_out()

    @property
    def is_open(self) -> bool:
        """Whether a row is being changed."""
        return self._open is not None

    def _show(self, value: Any) -> None:
        self._rows = list(value or ())
        self._lay_out()

    def draft(self) -> Any:
        """The rows, and the open one with what stands in it."""
        opened = self._open
        if opened is None:
            return tuple(self._rows), None
        place = None if opened.is_new else opened.place
        return tuple(self._rows), (place, opened.form.draft())

    def resume(self, draft: Any) -> None:
        """Show the rows again, and open the one that was open."""
        rows, opened = draft
        self._show(rows)
        if opened is not None:
            self._begin(opened[0]).form.resume(opened[1])

    def set_read_only(self) -> None:
        """A row can still be opened to be read."""
        self._is_read_only = True
        self._lay_out()

    def take(self) -> tuple[Value, ...]:
        """Every row, an open one as it stands. Raises ``RowOpen`` when it cannot be kept so."""
        rows, problems = self._with_open()
        if problems:
            raise RowOpen
        return tuple(rows)

    def retranslate(self) -> None:
        """Show every word in the active language."""
        self.control.setAccessibleName(_(self.field.about.label))
        for child in self._children():
            if isinstance(child, RowButton):
                child.set_label(self._label(child.place))
            elif isinstance(child, Button):
                child.set_label(self._add_text())
            elif isinstance(child, OpenRow):
                child.retranslate()

    def take_focus(self) -> None:
        """Put the focus into the open row, or on the first one."""
        focus_first(self._open.form.widget if self._open is not None else self.control)

    def go_to(self, row: int, problem: Problem) -> None:
        """Open ``row`` and tell its ``problem`` there."""
        if self._keep():
            self._begin(row).form.refuse([problem])

    def open(self, row: int | None) -> None:
        """Open ``row`` to be changed, or a new one; a row that is open is kept first."""
        if not self._keep():
            return
        opened = self._begin(row)
        focus_first(opened.form.widget)
        label = _("New line") if opened.is_new else self._label(opened.place)
        self._say(_("Open: {line}.").format(line=label))

    def _begin(self, row: int | None) -> OpenRow:
        """Show the form of ``row``, or of a new one."""
        place = len(self._rows) if row is None else row
        form = self._form_for(self.field.kind)
        form.fill(None if row is None else self._rows[row])
        form.changed.connect(self.edited)
        if self._is_read_only:
            form.set_read_only()
        opened = OpenRow(form, place, self, is_new=row is None, is_read_only=self._is_read_only)
        self._lay_out(opened)
        return opened

    def done(self) -> None:
        """Keep what stands in the open row, or tell what is wrong with it."""
        if self._open is not None and self._keep():
            place = self._open.place
            self._leave(place, _("Kept: {line}.").format(line=self._label(place)))

    def delete(self) -> None:
        """Take the open row out of the list."""
        if self._open is not None:
            place = self._open.place
            gone = self._label(place)
            del self._rows[place]
            self.edited.emit()
            self._leave(place, _("Deleted: {line}.").format(line=gone))

    def close(self) -> None:
        """Put the open row away as it was."""
        if self._open is not None:
            self._leave(self._open.place, _("The line is closed."))

    def put_away(self) -> None:
        """Keep the open row without a word; it must be right."""
        if self._open is not None and self._keep():
            self._lay_out()

    def _with_open(self) -> tuple[list[Value], Sequence[Problem]]:
        """The rows with the open one as it stands, and what is wrong with that one."""
        opened = self._open
        if opened is None:
            return self._rows, ()
        rows = list(self._rows)
        row, problems = opened.form.made(None if opened.is_new else rows[opened.place])
        if row is not None:
            rows[opened.place : opened.place + 1] = [row]
        return rows, problems

    def _keep(self) -> bool:
        """Take the open row over into the list, or tell what is wrong with it."""
        rows, problems = self._with_open()
        if problems and self._open is not None:
            self._open.form.refuse(problems)
            return False
        self._rows = rows
        return True

    def _leave(self, place: int, said: str) -> None:
        """Close the open row and put the focus where it was in the list."""
        self._lay_out()
        buttons = controls_in(self.control)
        buttons[min(place, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(said)

    def tell_apart(self) -> None:
        """Let the button for a new row name the list: the form has another."""
        self._has_neighbour = True
        self.retranslate()

    def _add_text(self) -> str:
        if not self._has_neighbour:
            return _("Add a line")
        label = _(self.field.about.label)
        return _("Add a line – {list}").format(list=label[:1].lower() + label[1:])

    def _label(self, place: int) -> str:
        return f"{place + 1}. {sentence(self._rows[place], self._names)}"

    def _lay_out(self, opened: OpenRow | None = None) -> None:
        """Build the list again, so that rows, Tab and screen readers agree on the order."""
        for child in self._children():
            self._column.removeWidget(child)
            child.hide()
            child.deleteLater()
        self._open = opened
        parts: list[QWidget] = [RowButton(place, self.open) for place in range(len(self._rows))]
        if opened is not None:
            parts[opened.place : opened.place + 1] = [opened]
        if not self._is_read_only:
            parts.append(Button("", icon="plus", press=lambda: self.open(None)))
        for part in parts:
            self._column.addWidget(part)
            part.show()
        self._group.set_buttons([button for part in parts for button in _buttons_of(part)])
        if opened is not None:
            self._group.point_to(opened.buttons[0])
        self.retranslate()
        self.turned.emit()
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab come from the control above, through the list, to the control below."""
        form = self.control.parentWidget()
        around = controls_in(form) if form is not None else []
        inside = controls_in(self.control)
        first = around.index(inside[0]) if inside and inside[0] in around else 0
        chain = [*around[max(first - 1, 0) : first], *inside]
        for one, following in itertools.pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _children(self) -> list[QWidget]:
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [child for child in (item.widget() for item in items if item) if child]


def _buttons_of(part: QWidget) -> list[Button]:
    """The buttons of a row or an open row: a list is one Tab stop beside its fields."""
    if isinstance(part, OpenRow):
        return part.buttons
    return [part] if isinstance(part, Button) else []


class RowButton(Button):
    """One row of the list, in words."""

    def __init__(self, place: int, press: Callable[[int], object]) -> None:
        super().__init__("", press=lambda: press(place))
        self.place = place
        self.set_leading()


class OpenRow(Card):
    """The form of one row and what can be done with it."""

    def __init__(
        self, form: RowForm, place: int, rows: RowsEditor, *, is_new: bool, is_read_only: bool
    ) -> None:
        super().__init__()
        self.form = form
        self.place = place
        self.is_new = is_new
        self._done = Button("", press=rows.done)
        self._delete = Button("", press=rows.delete)
        self._close = Button("", "quiet", press=rows.close)
        self.column.setContentsMargins(*[_MARGIN] * 4)
        self.add(form.widget)
        self.add(Row([self._done, self._delete, self._close]))
        self._done.setVisible(not is_read_only)
        self._delete.setVisible(not (is_new or is_read_only))
        self.retranslate()

    @property
    def buttons(self) -> list[Button]:
        """What can be done, in reading order."""
        return [self._done, self._delete, self._close]

    def retranslate(self) -> None:
        """Show every word in the active language."""
        self._done.set_label(_("Done with the line"))
        self._delete.set_label(_("Delete the line"))
        self._close.set_label(_("Close the line"))
