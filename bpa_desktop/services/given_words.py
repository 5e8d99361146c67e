"""What the archive says about a package, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.documents.phrases import dates_words
from bpa_desktop.i18n import _, date_words, ngettext

if TYPE_CHECKING:
    from bpa_desktop.domain.given_package import GivenPackage


def kind_and_recipient(given: GivenPackage) -> str:
    """``Revisitation til Ishøj Kommune``."""
    text = _("{kind} to {recipient}")
    return text.format(kind=_(given.kind.label), recipient=given.recipient)


def sending_words(given: GivenPackage) -> str:
    """When it was made, and when and how it was sent."""
    made = _("Made {date}.").format(date=date_words(given.made_on))
    if given.given_on is None:
        waiting = _("Not noted as sent.")
        return f"{made} {waiting}"
    text = _("Sent {date}: {how}.")
    sent = text.format(date=date_words(given.given_on), how=_(given.handing.label))
    return f"{made} {sent}"


def contents_words(given: GivenPackage) -> str:
    """How many pages and papers it has, and which days it is about."""
    pages = ngettext("{n} page", "{n} pages", given.pages)
    papers = ngettext("{n} paper", "{n} papers", len(given.parts))
    if given.first_day is None or given.last_day is None:
        return f"{pages}, {papers}"
    return f"{pages}, {papers}, {dates_words(given.first_day, given.last_day)}"


def last_words(given: GivenPackage | None) -> str:
    """What was sent last, in a sentence."""
    if given is None or given.given_on is None:
        return _("Nothing of this kind is noted as sent.")
    text = _("Last sent {date} to {recipient}: {contents}.")
    return text.format(
        date=date_words(given.given_on),
        recipient=given.recipient,
        contents=contents_words(given),
    )
