"""Every value that a municipality's profile may hold: the schema of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain import (
    municipality_case_terms,
    municipality_leading_terms,
    municipality_money_terms,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.municipality_term import Term

TERMS: Final[Mapping[str, Term]] = {
    **municipality_case_terms.TERMS,
    **municipality_money_terms.TERMS,
    **municipality_leading_terms.TERMS,
}
"""By ``section.key``, as in a file: what the value is about, its kind, its unit and its words."""

SECTIONS: Final = frozenset(key.partition(".")[0] for key in TERMS)
"""The sections of values that a file may have."""
