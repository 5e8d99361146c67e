"""What the user's own decision letter says instead of the municipality's general text."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.record import Problem, Record, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE: Final = "rule"
"""What ``key`` is a key of: the values of municipalities and the kinds of papers."""


@record
class OwnMunicipalValue(Record):
    """One value by its key, such as ``followup.revisit_every_months``; it always wins.

    ``value`` is written as in the municipality's file: a number, or ``true`` and ``false``.
    """

    type_name: ClassVar[str] = "own_municipal_value"

    key: str = about(N_("Rule"), keys=RULE)
    value: str = about(N_("What your decision says"))
    reference: str = about(
        N_("The decision's reference"), help=N_("For example: letter of 4 March 2026.")
    )
    valid_from: dt.date | None = about(N_("Valid from"), default=None)
    valid_to: dt.date | None = about(N_("Valid to"), default=None)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the value on its own."""
        if not self.value.strip():
            yield Problem(field="value", reason=N_("Write what your decision says."))
        if not self.reference.strip():
            yield Problem(field="reference", reason=N_("Write where it stands."))
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            yield Problem(field="valid_to", reason=N_("The end is before the start."))
