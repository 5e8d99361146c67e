"""What is due around hospital, applications, insurances and the employer, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.i18n import _, date_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.deadlines import Due


def _hospital(one: Due) -> str:
    text = _("You are in hospital from {first}. The municipality is not told.")
    return text.format(first=date_words(one.on))


AWAY: Final[Mapping[DueCode, Callable[[Due], str]]] = {
    DueCode.HOSPITAL_TELL: _hospital,
}
"""The sentence of each thing that is due then."""
