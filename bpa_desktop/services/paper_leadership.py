"""The values of the paper on what the leader did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.leadership import Counted, LeadershipPaper, leadership_paper
from bpa_desktop.i18n import _
from bpa_desktop.services.leadership import leadership
from bpa_desktop.services.own_profile import recipient_name

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Document
    from bpa_desktop.domain.period import Period
    from bpa_desktop.services.session import Session


def paper(session: Session, period: Period) -> Document:
    """What the leader did in ``period``, in the active language; the numbers only."""
    scheme = session.scheme()
    lines = tuple(
        Counted(what=_(line.deed.label), days=tuple(one.on for one in line.done))
        for line in leadership(session, period)
    )
    return leadership_paper(
        LeadershipPaper(
            citizen=scheme.citizen_name if scheme else "",
            recipient=recipient_name(session, session.today),
            case_number=scheme.case_number.strip() if scheme else "",
            made_on=session.today,
            period=period,
            lines=lines,
        )
    )
