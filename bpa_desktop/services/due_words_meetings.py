"""What was agreed at meetings and talks, said as it stands in the due list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due


def _agreed(one: Due) -> str:
    """The task in the words that were agreed, so that it needs no other place to be read."""
    what = str(one.values.get("what", "")).strip().rstrip(".")
    who = str(one.values.get("who", ""))
    if who:
        return _("{who}: {what}, by {on}.").format(who=who, what=what, on=date_words(one.on))
    return _("{what}, by {on}.").format(what=what, on=date_words(one.on))


MEETING_WORDS: Final[Mapping[DueCode, Callable[[Due], str]]] = {DueCode.AGREED_TASK: _agreed}
