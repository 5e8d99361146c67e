"""What was given to the municipality: when, to whom, and the very file."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.record import Choice, Problem, Record, Value, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class PackageKind(Choice):
    """What a package is for."""

    REVISITATION = "revisitation", N_("Reassessment (revisitation)")
    FIRST_FOLLOW_UP = "first_follow_up", N_("First follow-up")
    ACCOUNTS = "accounts", N_("Yearly accounts")
    HOLIDAY = "holiday", N_("Holiday application")
    COMPLAINT = "complaint", N_("Complaint file")
    HANDOVER = "handover", N_("Hand-over")


class Handing(Choice):
    """How it was given."""

    DIGITAL_POST = "digital_post", N_("Digital Post")
    PORTAL = "portal", N_("The municipality's portal")
    MAIL = "mail", N_("Secure e-mail")
    PAPER = "paper", N_("On paper")
    OTHER = "other", N_("Another way")


@record
class GivenPart(Value):
    """One paper of it: what it was called, how many pages, and a print of what it said.

    ``digest`` is the SHA-256 of the text, so that it can be told whether it has changed since.
    """

    key: str = about(N_("Paper"))
    words: str = about(N_("What it was called"))
    pages: int = about(N_("Pages"), default=0)
    digest: str = about(N_("Print of its text"), default="")


@record
class GivenPackage(Record):
    """A package as it was made. ``given_on`` is empty until it is said that it was sent.

    ``attachment`` names the exact file by its content, ``sha256`` is its print in hexadecimal.
    ``visit`` is the day it was planned for, ``names`` how helpers were called (a value of
    ``Names``), ``language`` the code of the language it speaks.
    """

    type_name: ClassVar[str] = "given_package"

    kind: PackageKind = about(N_("What for"), default=PackageKind.REVISITATION)
    made_on: dt.date = about(N_("Made on"))
    recipient: str = about(N_("To"))
    given_on: dt.date | None = about(N_("Given on"), default=None)
    handing: Handing = about(N_("How"), default=Handing.DIGITAL_POST)
    first_day: dt.date | None = about(N_("Period from"), default=None)
    last_day: dt.date | None = about(N_("Period to"), default=None)
    note: str = about(N_("Note"), default="", long=True)
    file_name: str = about(N_("File"), default="", inner=True)
    sha256: str = about(N_("Print"), default="", inner=True)
    pages: int = about(N_("Pages"), default=0, inner=True)
    parts: tuple[GivenPart, ...] = about(N_("Papers"), default=(), inner=True)
    visit: dt.date | None = about(N_("For the day"), default=None, inner=True)
    names: str = about(N_("Helpers as"), default="", inner=True)
    language: str = about(N_("Language"), default="", inner=True)
    attachment: str = about(N_("The file itself"), default="", inner=True, content=True)

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with it on its own."""
        if self.given_on is not None and self.given_on < self.made_on:
            yield Problem(field="given_on", reason=N_("It was given before it was made."))
