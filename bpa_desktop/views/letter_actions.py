"""What can be written from anywhere: by the command box, in loose words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import N_
from bpa_desktop.views.actions import Action
from bpa_desktop.views.letter_doors import open_letter

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk

_OFTEN: Final = (
    (
        "complaint",
        N_("Write a complaint"),
        N_("complain, appeal, disagree with a decision, Ankestyrelsen"),
    ),
    (
        "reasons",
        N_("Ask for the reasons for a decision"),
        N_("reasons, why, explain a decision"),
    ),
    ("access", N_("Ask to see your file"), N_("access to the file, see my case, case papers")),
    (
        "change",
        N_("Report a change"),
        N_("need has changed, more hours, less help, duty to report"),
    ),
    ("question", N_("Ask the municipality"), N_("question, unknown rule, what is the rule")),
)
"""The kind of each letter, its title, and other words for it."""


def letter_actions(desk: Desk) -> list[Action]:
    """The choice of all letters, and those that are looked for by their own name."""
    new = Action(
        key="new-letter",
        title=N_("New letter"),
        synonyms=N_("write to the municipality, write a letter, Digital Post"),
        run=partial(_choose, desk),
        icon="plus",
    )
    return [new, *(_action(desk, *one) for one in _OFTEN)]


def _action(desk: Desk, kind: str, title: str, synonyms: str) -> Action:
    return Action(
        key=f"letter-{kind}",
        title=title,
        synonyms=synonyms,
        run=partial(open_letter, desk, kind),
        icon="file-text",
    )


def _choose(desk: Desk) -> None:
    from bpa_desktop.views.letter_choice_panel import open_choice  # noqa: PLC0415 - fast start

    desk.place_needed.emit("letters")
    open_choice(desk)
