"""What can be done with the case from anywhere: by the command box, in loose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import N_
from bpa_desktop.views.actions import Action

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk


def case_actions(desk: Desk) -> list[Action]:
    """What the place Decisions and complaints is there for."""
    return [
        Action(
            key="register-decision",
            title=N_("Register a decision"),
            synonyms=N_("a letter has come, the municipality has decided, by when to complain"),
            run=lambda: _register(desk),
            icon="plus",
        )
    ]


def _register(desk: Desk) -> None:
    from bpa_desktop.views.case_page import register_decision  # noqa: PLC0415 - fast start

    register_decision(desk)
