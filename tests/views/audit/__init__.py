"""The automatic accessibility audit: each rule as one function over what a screen shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.views.audit.colours import no_style_sheet
from tests.views.audit.found import Finding, Setting
from tests.views.audit.names import (
    control_has_name_and_role,
    input_has_label,
    name_starts_with_visible_text,
    no_label_or_name_twice,
)
from tests.views.audit.presses import button_can_be_pressed
from tests.views.audit.roster_names import roster_button_says_who_and_when
from tests.views.audit.shortcuts import no_accidental_shortcut
from tests.views.audit.sizes import target_is_large, targets_are_apart, text_may_grow
from tests.views.audit.structure import group_has_title, meter_speaks, screen_has_one_heading
from tests.views.audit.tab_order import tab_goes_round_in_reading_order
from tests.views.audit.text_fit import (
    nothing_lies_over_anything,
    nothing_scrolls_sideways,
    nothing_sticks_out,
    text_is_whole,
)
from tests.views.audit.tree import held

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtWidgets import QWidget

    Rule = Callable[[QWidget, Setting], Iterator[Finding]]

__all__ = ["FITTING", "RULES", "SIZED", "WORDED", "Finding", "Setting", "audit"]

WORDED: Final[tuple[Rule, ...]] = (
    control_has_name_and_role,
    input_has_label,
    name_starts_with_visible_text,
    no_label_or_name_twice,
    button_can_be_pressed,
    no_accidental_shortcut,
    roster_button_says_who_and_when,
    screen_has_one_heading,
    group_has_title,
    meter_speaks,
    no_style_sheet,
)
"""What holds of what is shown and how it is called, however large it is."""
FITTING: Final[tuple[Rule, ...]] = (
    text_is_whole,
    nothing_lies_over_anything,
    nothing_sticks_out,
)
"""What a small window may break."""
SIZED: Final[tuple[Rule, ...]] = (
    text_may_grow,
    target_is_large,
    targets_are_apart,
    *FITTING,
    nothing_scrolls_sideways,
)
"""What another size of targets or letters may break."""
RULES: Final[tuple[Rule, ...]] = (*WORDED, tab_goes_round_in_reading_order, *SIZED)
"""What holds for every screen in every setting; the rest is asked once where it belongs."""


def audit(window: QWidget, setting: Setting, rules: Iterable[Rule] = RULES) -> list[Finding]:
    """Every breach of ``rules`` in what ``window`` shows now."""
    with held(window):
        return [finding for rule in rules for finding in rule(window, setting)]
