"""The ways from the first page to the panels about shifts, which are loaded when first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.today import HoleCard, Unconfirmed
    from bpa_desktop.views.desk import Desk


def change_shift(desk: Desk, shift: Shift) -> None:
    """Show the shift beside a page that has its own button for a sick call."""
    from bpa_desktop.views.shift_panel import (  # noqa: PLC0415 - fast start
        PanelChoice,
        open_shift,
    )

    open_shift(desk, shift.id, PanelChoice(offers_sick=False))


def report_sick(desk: Desk, shift: Shift) -> None:
    """Record that the shift's helper is sick, and show who could come instead."""
    from bpa_desktop.views import substitute_panel  # noqa: PLC0415 - fast start

    substitute_panel.report_sick(desk, shift)


def find_substitute(desk: Desk, shift_id: str) -> None:
    """Show who could take the unfilled shift."""
    from bpa_desktop.views import substitute_panel  # noqa: PLC0415 - fast start

    substitute_panel.look_for(desk, shift_id)


def fill_hole(desk: Desk, card: HoleCard) -> None:
    """Show who could come in a hole; without an unfilled shift in it one is laid first."""
    from bpa_desktop.views import shift_actions, substitute_panel  # noqa: PLC0415 - fast start

    if card.shift is not None:
        find_substitute(desk, card.shift)
        return
    shift = shift_actions.fill_hole(desk, card.hole)
    if shift is not None:
        substitute_panel.find_substitute(desk, shift)


def confirm_all(desk: Desk, past: Unconfirmed) -> None:
    """Mark every past shift as worked as planned."""
    from bpa_desktop.views import shift_actions  # noqa: PLC0415 - fast start

    shift_actions.confirm_all(desk, past.first)


def tell_otherwise(desk: Desk) -> None:
    """Show the past shifts of which nobody has said how they went."""
    from bpa_desktop.views.unconfirmed_panel import (  # noqa: PLC0415 - fast start
        open_unconfirmed,
    )

    open_unconfirmed(desk)


def close_month(desk: Desk, month: dt.date) -> None:
    """Show what the month lacks before it can be closed."""
    from bpa_desktop.views.month_panel import open_month  # noqa: PLC0415 - fast start

    open_month(desk, month)


def end_absence(desk: Desk, absence: Absence) -> None:
    """End the absence, and show the shifts that can be given back."""
    from bpa_desktop.views import fit_again_panel  # noqa: PLC0415 - fast start

    fit_again_panel.end_absence(desk, absence)
