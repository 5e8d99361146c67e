"""The last page of a package: how its numbers are reckoned, and when they were taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents import absence_overview, accounts, hours_account, roster_used
from bpa_desktop.documents.model import Bullets, Document, Heading, Note
from bpa_desktop.documents.phrases import footer
from bpa_desktop.i18n import _, clock, date_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.accounts import AccountsPaper
    from bpa_desktop.documents.hours_values import HoursAccount
    from bpa_desktop.documents.model import Block

KEY: Final = "method"
COUNTING: Final = frozenset(
    {absence_overview.KEY, accounts.KEY, hours_account.KEY, roster_used.KEY}
)
"""The papers whose numbers are explained here."""


@dataclass(frozen=True, kw_only=True)
class Method:
    """When the numbers were taken, on a Danish wall clock, and of which papers.

    ``keys`` are those enclosed. ``hours`` and ``money`` are the accounts where they are.
    """

    case_number: str
    taken_at: dt.datetime
    keys: frozenset[str]
    hours: HoursAccount | None = None
    money: AccountsPaper | None = None


def method(values: Method) -> Document:
    """The page as a document."""
    title = _("How the numbers are reckoned")
    return Document(
        key=KEY,
        title=title,
        language=language(),
        footer_left=footer(values.case_number, title),
        blocks=tuple(_blocks(values)),
    )


def _blocks(values: Method) -> Iterator[Block]:
    taken = values.taken_at
    text = _(
        "All numbers were taken on {date} at {time}. What was written later is not part of them."
    )
    yield Note(text=text.format(date=date_words(taken.date()), time=clock(taken)))
    if values.hours is not None:
        yield Heading(text=_("Hours"))
        yield Bullets(items=tuple(hours_account.method_lines(values.hours)))
    if roster_used.KEY in values.keys:
        yield Heading(text=_("Roster as used"))
        yield Bullets(items=tuple(_roster()))
    if absence_overview.KEY in values.keys:
        yield Heading(text=_("Absence"))
        yield Bullets(items=tuple(_absence()))
    if values.money is not None:
        yield Heading(text=_("Money"))
        yield Bullets(items=tuple(accounts.method_lines(values.money)))


def _roster() -> Iterator[str]:
    yield _("A shift that is worked stands with the times as it was worked, else as planned.")
    yield _("A shift stands on the day on which it begins. Deviations stand with their reason.")
    yield _("A shift that was called off stands among the deviations, and counts no hours.")


def _absence() -> Iterator[str]:
    yield _("Days: the calendar days of the absence that lie in the period.")
    yield _("Hours: the planned shifts of the helper in that time.")
    yield _("Covered by: whoever took the shift. What nobody took counts as unfilled.")
    yield _("Causes are never kept, so they cannot be shown.")
