"""Words of file names; none of them tells a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import pgettext
from bpa_desktop.services.naming import numbers
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    from bpa_desktop.services.session import Session


def helper_word(session: Session, helper_id: str) -> str:
    """``hjaelper-2``: the number by which papers call the helper where names are left out."""
    number = numbers(helpers(session))[helper_id]
    return pgettext("file name", "helper-{number}").format(number=number)
