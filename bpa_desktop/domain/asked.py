"""Facts on which pay depends and that only the user knows: which record lacks them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.money import Missing

if TYPE_CHECKING:
    import datetime as dt


class Fact(NamedTuple):
    """A field of a type of record that must be answered before an amount is known."""

    record: str
    field: str

    def missing(self, on: dt.date) -> Missing:
        """That it is not answered, and so an amount of the day ``on`` is missing."""
        return Missing(self.record, self.field, on)


BIRTH_DATE: Final = Fact("helper", "birth_date")
SICK_PAY: Final = Fact("scheme", "sick_pay")
AGREEMENT: Final = Fact("scheme", "agreement")
CHILD_BORN: Final = Fact("absence", "child_birth_date")
IN_FUND: Final = Fact("unemployment_day", "in_fund")
OWN_WISH: Final = Fact("unemployment_day", "own_wish")
