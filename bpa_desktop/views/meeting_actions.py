"""What can be done with meetings from anywhere: by the command box, in loose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import N_
from bpa_desktop.views.actions import Action

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk


def meeting_actions(desk: Desk) -> list[Action]:
    """What the place Meetings is there for."""
    return [
        Action(
            key="new-meeting",
            title=N_("New meeting"),
            synonyms=N_("plan a staff meeting, call a meeting, staff meeting"),
            run=lambda: _new(desk),
            icon="plus",
        )
    ]


def _new(desk: Desk) -> None:
    from bpa_desktop.views.meeting_panel import open_new_meeting  # noqa: PLC0415 - fast start

    desk.go("meetings")
    open_new_meeting(desk)
