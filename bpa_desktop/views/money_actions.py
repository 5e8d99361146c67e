"""What can be done with money from anywhere: by the command box, in loose words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import N_
from bpa_desktop.views.actions import Action

if TYPE_CHECKING:
    from bpa_desktop.views.desk import Desk


def money_actions(desk: Desk) -> list[Action]:
    """What the place Money in and out is there for."""
    return [
        Action(
            key="new-voucher",
            title=N_("New voucher"),
            synonyms=N_("receipt, expense, I have bought something, write an expense"),
            run=lambda: _new_voucher(desk),
            icon="plus",
        ),
        Action(
            key="new-payment",
            title=N_("New payment"),
            synonyms=N_("money has come, received, the municipality has paid"),
            run=lambda: _new_payment(desk),
            icon="plus",
        ),
    ]


def _new_voucher(desk: Desk) -> None:
    from bpa_desktop.views.voucher_panel import new_voucher  # noqa: PLC0415 - fast start

    desk.go("money")
    new_voucher(desk, desk.session.today)


def _new_payment(desk: Desk) -> None:
    from bpa_desktop.services.catalogue import kind_named  # noqa: PLC0415 - fast start
    from bpa_desktop.views.record_editor import open_editor  # noqa: PLC0415 - fast start

    desk.go("money")
    open_editor(desk, kind_named("payment"), received_on=desk.session.today)
