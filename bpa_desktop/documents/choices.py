"""What a user chooses for everything that leaves the house: how helpers are named."""

from __future__ import annotations

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_


class Names(Choice):
    """How helpers stand in papers; the same helper stands alike throughout a package."""

    INITIALS = "initials", N_("Initials")
    FULL = "names", N_("Names")
    NUMBERED = "numbers", N_("Helper 1, Helper 2 …")
