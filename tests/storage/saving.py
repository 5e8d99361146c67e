"""Short ways to save records in tests of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from bpa_desktop.domain.people import Helper
from bpa_desktop.storage.journal import Label
from tests.storage.samples import sample

if TYPE_CHECKING:
    from bpa_desktop.domain.record import Record
    from bpa_desktop.storage.records import Records

R = TypeVar("R", bound="Record")

LABEL: Final = Label("do something")


def save(records: Records, *saved: R) -> tuple[R, ...]:
    """Save them in one operation by Anna."""
    with records.operation(LABEL, "Anna") as operation:
        return operation.save_all(saved)


def anna(**fields: Any) -> Helper:
    """A helper."""
    return sample(Helper, {}, **fields)
