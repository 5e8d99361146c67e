"""What can be opened from the page of one helper; each area of work adds its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.errors import N_
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.teaching_doors import open_learning

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk


class HelperDoor(NamedTuple):
    """The words of the button (a msgid), and what it opens for a helper.

    ``fits`` tells for whom it stands there; without it for everybody.
    """

    label: str
    open: Callable[[Desk, Helper], object]
    fits: Callable[[Session, Helper], bool] | None = None


def _contract(desk: Desk, helper: Helper) -> None:
    from bpa_desktop.views.contract_panel import open_contract  # noqa: PLC0415 - read when opened

    open_contract(desk, helper.id)


def _details(desk: Desk, helper: Helper) -> None:
    open_editor(desk, kind_named("helper"), helper)


def _talks(desk: Desk, _helper: Helper) -> None:
    desk.go("talks")


def _leaves(desk: Desk, helper: Helper) -> None:
    from bpa_desktop.views.leaving_panel import open_leaving  # noqa: PLC0415 - rarely needed

    open_leaving(desk, helper)


def _statement(desk: Desk, helper: Helper) -> None:
    from bpa_desktop.views.attest_panel import open_statement  # noqa: PLC0415 - rarely needed

    open_statement(desk, helper)


def _sent_home(desk: Desk, helper: Helper) -> None:
    from bpa_desktop.views.attest_panel import open_sent_home  # noqa: PLC0415 - rarely needed

    open_sent_home(desk, helper)


def _forget(desk: Desk, helper: Helper) -> None:
    from bpa_desktop.views.forget_panel import open_forget  # noqa: PLC0415 - rarely needed

    open_forget(desk, helper.id)


def _has_left(session: Session, helper: Helper) -> bool:
    from bpa_desktop.services.forgetting import is_employed_still  # noqa: PLC0415 - fast start

    return not is_employed_still(helper, session.today)


HELPER_DOORS: Final[tuple[HelperDoor, ...]] = (
    HelperDoor(N_("Edit details"), _details),
    HelperDoor(N_("Contract and papers"), _contract),
    HelperDoor(N_("Talks (MUS)"), _talks),
    HelperDoor(N_("Helper leaves"), _leaves),
    HelperDoor(N_("Statement of employment"), _statement),
    HelperDoor(N_("Certificate: sent home"), _sent_home),
    HelperDoor(N_("Delete what is kept"), _forget, _has_left),
    HelperDoor(N_("What they learn"), open_learning),
)
"""In the order in which they stand."""
