"""A row of buttons that lead to further places, in the order they are named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bpa_desktop.views.desk import Desk


def doors(desk: Desk, keys: Iterable[str]) -> list[Button]:
    """A button for each place of ``keys`` that the window has."""
    known = {place.key: place for place in desk.places}
    return [
        Button(_(known[key].title), icon=known[key].icon, press=partial(desk.go, key))
        for key in keys
        if key in known
    ]
