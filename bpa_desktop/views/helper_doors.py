"""What can be opened from the page of one helper; each area of work adds its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.errors import N_
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.record_editor import open_editor

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk


class HelperDoor(NamedTuple):
    """The words of the button (a msgid), and what it opens for a helper."""

    label: str
    open: Callable[[Desk, Helper], object]


def _contract(desk: Desk, helper: Helper) -> None:
    from bpa_desktop.views.contract_panel import open_contract  # noqa: PLC0415 - read when opened

    open_contract(desk, helper.id)


def _details(desk: Desk, helper: Helper) -> None:
    open_editor(desk, kind_named("helper"), helper)


def _talks(desk: Desk, _helper: Helper) -> None:
    desk.go("talks")


HELPER_DOORS: Final[tuple[HelperDoor, ...]] = (
    HelperDoor(N_("Edit details"), _details),
    HelperDoor(N_("Contract and papers"), _contract),
    HelperDoor(N_("Talks (MUS)"), _talks),
)
"""In the order in which they stand."""
