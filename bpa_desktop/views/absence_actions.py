"""What can be done with absences from anywhere: by the command box, in loose words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import N_, _
from bpa_desktop.services.reading import helpers
from bpa_desktop.views.actions import Action, Offer
from bpa_desktop.views.roster_actions import asks, names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk

_BACK: Final = N_("fit, well again, back, back at work")
"""Words that ask for it; a name may stand beside them."""


def absence_actions(desk: Desk) -> list[Action]:
    """What the place Absence is there for."""
    return [
        Action(
            key="fit-again",
            title=N_("Fit again"),
            synonyms=N_("well again, back at work, end sickness"),
            run=lambda: _end_first(desk),
            icon="calendar-off",
        ),
        Action(
            key="holiday-left",
            title=N_("Holiday left"),
            synonyms=N_("days of holiday, holiday balance, holiday earned, holiday taken"),
            run=lambda: _show_holiday(desk),
            icon="calendar-off",
        ),
    ]


def suggest_back(desk: Desk, query: str) -> list[Offer]:
    """``raskmeld anna``: end the absence that goes on."""
    if not asks(query, _BACK):
        return []
    found = list(_away(desk))
    named = [(one, helper) for one, helper in found if names(query, helper)]
    return [_offer(desk, one, helper) for one, helper in named or found]


def _show_holiday(desk: Desk) -> None:
    from bpa_desktop.views.holiday_panel import open_holiday  # noqa: PLC0415 - fast start

    desk.go("absence")
    open_holiday(desk)


def _going_on(desk: Desk) -> Sequence[Absence]:
    from bpa_desktop.services.spells import going_on  # noqa: PLC0415 - fast start

    return going_on(desk.session)


def _away(desk: Desk) -> Iterator[tuple[Absence, Helper]]:
    people = {helper.id: helper for helper in helpers(desk.session)}
    return ((one, people[one.helper]) for one in _going_on(desk))


def _offer(desk: Desk, absence: Absence, helper: Helper) -> Offer:
    from bpa_desktop.views.fit_again_panel import back_label  # noqa: PLC0415 - fast start

    text = back_label(absence, helper.name)
    return Offer(text=text, run=partial(_end, desk, absence), icon="calendar-off")


def _end(desk: Desk, absence: Absence) -> None:
    from bpa_desktop.views.fit_again_panel import end_absence  # noqa: PLC0415 - fast start

    desk.go("absence")
    end_absence(desk, absence)


def _end_first(desk: Desk) -> None:
    """End the one absence that goes on; with none or several, show the place."""
    found = _going_on(desk)
    if len(found) == 1:
        _end(desk, found[0])
    elif found:
        desk.go("absence")
    else:
        desk.say(_("Nobody is away now."), "warn")
