"""What the command box offers when a helper is named: their own page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.services.reading import helpers
from bpa_desktop.views.actions import Offer
from bpa_desktop.views.roster_actions import names

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk


def suggest_person(desk: Desk, query: str) -> list[Offer]:
    """``anna``: open the page of each helper of that name."""
    return [
        Offer(
            text=_("Open – {name}").format(name=one.name),
            run=partial(desk.show_person, one.id),
            icon="user-round-check",
        )
        for one in helpers(desk.session)
        if one.erased_on is None and names(query, one)
    ]
