"""What the parts of a shift's panel have in common: the shift, how it is shown, their buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.views.desk import Desk

GAP: Final = 8
_AIR: Final = 8


@dataclass(frozen=True, kw_only=True)
class PanelChoice:
    """How the panel is shown.

    ``offers_sick`` is false where the page itself has a button for it; ``take_focus`` moves the
    focus into the panel. ``more`` shows what is rarely needed, ``part`` names what is open in
    its place.
    """

    offers_sick: bool = True
    take_focus: bool = True
    show_all: bool = False
    more: bool = False
    part: str = ""


@dataclass
class Bench:
    """The shift that is shown, as it was saved last.

    ``show`` shows the panel in another way and puts the focus into the part of that name.
    ``is_quiet`` holds while something is saved that changes nothing else in the panel.
    """

    desk: Desk
    shift: Shift
    choice: PanelChoice
    show: Callable[[PanelChoice, str], object]
    is_quiet: bool = False

    def toggle(self, part: str, title: str) -> None:
        """Open the part of that name in its place, or close it when it is open, and say so."""
        is_open = self.choice.part == part
        choice = replace(self.choice, part="" if is_open else part)
        self.show(choice, opener(part) if is_open else part)
        told = _("{what} is closed.") if is_open else _("{what} is open.")
        self.desk.announcer.say(told.format(what=title))

    def close(self) -> None:
        """Let the part that is open be closed the next time the panel is shown."""
        self.choice = replace(self.choice, part="")

    def quietly(self, act: Callable[[Desk, Shift], Shift | None]) -> bool:
        """Save what was written in the panel while everything stays in its place."""
        self.is_quiet = True
        try:
            saved = act(self.desk, self.shift)
        finally:
            self.is_quiet = False
        if saved is not None:
            self.shift = saved
        return saved is not None

    def draft(self, name: str) -> Draft:
        """What was typed into the field ``name`` of this shift and not saved."""
        return Draft(self.desk, f"shift/{name}", self.shift.id)


def opener(part: str) -> str:
    """The object name of the button that opens ``part``."""
    return f"{part}/opener"


class Part(Stack):
    """A part of the panel; its buttons join ``group``, which is one Tab stop."""

    def __init__(self, bench: Bench, group: list[Button], name: str = "") -> None:
        super().__init__(GAP)
        self.bench = bench
        self.desk = bench.desk
        self.group = group
        self.setObjectName(name)

    @property
    def shift(self) -> Shift:
        """The shift as it was saved last."""
        return self.bench.shift

    def button(self, text: str, act: Callable[[Desk, Shift], object]) -> Button:
        """A button that does something to the shift."""
        button = Button(text, press=lambda: act(self.desk, self.shift))
        button.setEnabled(not self.desk.read_only)
        return button

    def opener(self, text: str, part: str) -> Button:
        """A button that opens ``part`` in its place, or closes it."""
        button = Button(text, press=lambda: self.bench.toggle(part, text))
        button.setObjectName(opener(part))
        button.setEnabled(not self.desk.read_only)
        if self.is_open(part):
            button.set_kind("chosen")
        return button

    def is_open(self, part: str) -> bool:
        """Whether ``part`` is shown."""
        return self.bench.choice.part == part

    def add_label(self, text: str) -> None:
        """Say what the next row is about."""
        words = Text(text, "label")
        words.setContentsMargins(0, _AIR if self.column.count() else 0, 0, 0)
        self.add(words)

    def add_row(self, buttons: Sequence[Button], label: str = "") -> None:
        """Place ``buttons`` side by side; ``label`` names the row for a screen reader."""
        row = Row()
        row.setAccessibleName(label)
        for button in buttons:
            row.add(button, stretch=button.face.leading)
        self.group += buttons
        self.add(row)
