"""The answers to a question of the APV as large buttons."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.assessment import Verdict
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row

if TYPE_CHECKING:
    from collections.abc import Callable

_LETTERS: Final = 16
ANSWERS: Final = (
    (Verdict.FINE, N_("In order")),
    (Verdict.PROBLEM, N_("Problem")),
    (Verdict.ABSENT, N_("Does not apply")),
)
"""What can be answered, with the msgid of its button."""


class VerdictRow(Row):
    """One press answers; ``again`` repeats last time's answer where there is one."""

    def __init__(
        self,
        chosen: Verdict,
        choose: Callable[[Verdict], object],
        again: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self.buttons: list[Button] = []
        if again is not None:
            self._place(Button(_("As last time"), "primary", icon="repeat", press=again))
        for verdict, label in ANSWERS:
            button = Button(_(label), press=partial(choose, verdict))
            button.set_kind("chosen" if verdict is chosen else "plain")
            self._place(button)

    def _place(self, button: Button) -> None:
        self.buttons.append(button)
        self.add(button, chars=_LETTERS, stretch=True)


def verdict_word(verdict: Verdict) -> str:
    """The word on the button of ``verdict``."""
    return _(dict(ANSWERS)[verdict])
