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


def paper(session: Session, period: Period, case_number: str | None = None) -> Document:
    """What the leader did in ``period``, in the active language; the numbers only.

    ``case_number`` stands in the place of the one that is written in the scheme.
    """
    scheme = session.scheme()
    written = scheme.case_number.strip() if scheme else ""
    lines = tuple(
        Counted(what=_(line.deed.label), days=tuple(one.on for one in line.done))
        for line in leadership(session, period)
    )
    return leadership_paper(
        LeadershipPaper(
            citizen=scheme.citizen_name if scheme else "",
            recipient=recipient_name(session, session.today),
            case_number=written if case_number is None else case_number,
            made_on=session.today,
            period=period,
            lines=lines,
        )
    )
