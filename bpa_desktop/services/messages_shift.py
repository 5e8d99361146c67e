"""Ready texts about one shift, to paste into whatever the user writes messages with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _
from bpa_desktop.services.rostering import when

if TYPE_CHECKING:
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.session import Session


def asking(session: Session, shift: Shift, helper: Helper) -> str:
    """Ask whether the helper can take the shift; never why somebody else cannot."""
    text = _("Hi {who}. Can you take the shift {when}? Please answer as soon as you can.").format(
        who=helper.first_name, when=when(shift)
    )
    scheme = session.scheme()
    if scheme is None or not scheme.citizen_name.strip():
        return text
    wishes = _("Best wishes, {name}").format(name=scheme.citizen_name)
    return f"{text} {wishes}"
