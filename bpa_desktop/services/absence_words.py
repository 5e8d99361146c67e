"""One short word for each kind of absence, as it stands in the roster."""

from __future__ import annotations

from typing import Final

from bpa_desktop.domain.absence import AbsenceKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _

_WORDS: Final = {
    AbsenceKind.SICKNESS: N_("sick"),
    AbsenceKind.CHILD_FIRST_SICK_DAY: N_("child sick"),
    AbsenceKind.CHILD_SECOND_SICK_DAY: N_("child sick"),
    AbsenceKind.CHILD_CARE_DAY: N_("care day"),
    AbsenceKind.HOLIDAY: N_("holiday"),
    AbsenceKind.MATERNITY_LEAVE: N_("leave"),
    AbsenceKind.PARENTAL_LEAVE: N_("leave"),
    AbsenceKind.AGREED_DAY_OFF: N_("day off"),
    AbsenceKind.OTHER: N_("away"),
}


def absence_word(kind: AbsenceKind) -> str:
    """The word, such as ``ferie`` or ``syg``."""
    return _(_WORDS[kind])
