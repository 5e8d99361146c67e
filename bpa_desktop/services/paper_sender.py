"""Who a paper is from, and how they are reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.cover import Contact

if TYPE_CHECKING:
    from bpa_desktop.services.session import Session


def sender(session: Session) -> Contact:
    """The citizen, as written in the scheme; nothing where there is none."""
    scheme = session.scheme()
    if scheme is None:
        return Contact(name="")
    return Contact(name=scheme.citizen_name, phone=scheme.phone, email=scheme.email)
