"""Who leaves or has left, read for the list of what is due: the first page needs no more."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.leaving import Leaving
from bpa_desktop.domain.leaving_deadlines import Left
from bpa_desktop.domain.people import Helper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.services.session import Session


def all_left(session: Session) -> tuple[Left, ...]:
    """Everybody who leaves or has left, with their newest leaving and what was handed to them."""
    newest: dict[str, Leaving] = {}
    for one in sorted(session.records.all(Leaving), key=lambda one: (one.notice_on, one.id)):
        newest[one.helper] = one
    receipts: Mapping[str, list[KeyReceipt]] = defaultdict(list)
    for receipt in session.records.all(KeyReceipt) if newest else ():
        receipts[receipt.helper].append(receipt)
    people = {one.id: one for one in session.records.all(Helper)} if newest else {}
    return tuple(
        Left(people[helper], leaving, tuple(receipts[helper])) for helper, leaving in newest.items()
    )
