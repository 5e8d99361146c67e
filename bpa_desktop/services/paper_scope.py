"""What every paper is collected from: the file, the day, the case number, the names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bpa_desktop.documents.choices import Names
from bpa_desktop.services.naming import Naming
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    import datetime as dt

    from bpa_desktop.services.session import Session


@dataclass(frozen=True)
class Scope:
    """The file in use and how papers are made from it.

    ``recipient`` is the municipality they are made for, empty where it is the user's own.
    """

    session: Session
    naming: Naming
    case_number: str
    recipient: str = ""

    @property
    def today(self) -> dt.date:
        """The day the papers are made on."""
        return self.session.today


def scope(session: Session, names: Names = Names.INITIALS) -> Scope:
    """Everything the collecting of a paper begins with."""
    scheme = session.scheme()
    case_number = scheme.case_number.strip() if scheme else ""
    return Scope(session, Naming(helpers(session), names), case_number)
