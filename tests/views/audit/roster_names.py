"""R7: a button in the roster says whose shift it is, on which day, from when to when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from tests.views.audit.found import breach
from tests.views.audit.tree import ROSTER, buttons, is_within, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from tests.views.audit.found import Finding, Setting

_WEEKDAY: Final = re.compile(
    r"\b(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b"
)
_DATE: Final = re.compile(
    r"\b\d{1,2}\.? (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober"
    r"|november|december|january|february|march|may|june|july|october)\b"
)
_TIME: Final = re.compile(r"\b\d{2}(?::\d{2})?\b")
_FROM_AND_TO: Final = 2


def roster_button_says_who_and_when(window: QWidget, setting: Setting) -> Iterator[Finding]:
    """R7; a day's absence has no times and says so with the property ``whole_day``."""
    for button in buttons(window):
        if is_within(button, ROSTER):
            for part in _missing(button, setting):
                yield breach("R7", setting, button, f"does not say {part}")


def _missing(button: QWidget, setting: Setting) -> Iterator[str]:
    name = name_of(button).casefold()
    if not any(person.casefold() in name for person in setting.people):
        yield "who"
    if not _WEEKDAY.search(name):
        yield "which weekday"
    if not _DATE.search(name):
        yield "which date"
    times = _TIME.findall(_DATE.sub("", name))
    if button.property("whole_day") is not True and len(times) < _FROM_AND_TO:
        yield "from when to when"
