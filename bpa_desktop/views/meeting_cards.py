"""What other areas of work show in the place Meetings, such as the yearly talks (MUS)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.desk import Desk

CARDS: Final[tuple[Callable[[Desk], Sequence[QWidget]], ...]] = ()
"""Each gives the cards of an area, which stand below those of the meetings."""


def _talks(desk: Desk) -> Sequence[Button]:
    return [Button(_("Talks (MUS)"), icon="users", press=partial(desk.go, "talks"))]


ACTIONS: Final[tuple[Callable[[Desk], Sequence[Button]], ...]] = (_talks,)
"""Each gives buttons of an area, which stand beside *New meeting* and where there is none yet."""


def further_cards(desk: Desk) -> list[QWidget]:
    """The cards of all areas in order."""
    return [card for cards in CARDS for card in cards(desk)]


def further_actions(desk: Desk) -> list[Button]:
    """The buttons of all areas in order."""
    return [button for buttons in ACTIONS for button in buttons(desk)]
