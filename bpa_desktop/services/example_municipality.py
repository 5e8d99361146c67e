"""What the example's own decision says that the municipality's text does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.services.example_dates import Dates


def own_decisions(dates: Dates) -> Iterator[OwnMunicipalValue]:
    """Hours for a new helper to learn the work."""
    yield OwnMunicipalValue(
        id="own-training",
        key="hours.training_per_new_helper",
        value="20",
        reference="24/1234-19",
        valid_from=dates.start,
    )
