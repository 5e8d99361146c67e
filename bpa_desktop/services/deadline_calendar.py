"""What is due as a calendar file, which tells no more of anybody than was chosen."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.deadline_feed import DayEvent, DayFeed, deadlines_file
from bpa_desktop.domain.deadlines import DueCode
from bpa_desktop.domain.postponing import key_of
from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _
from bpa_desktop.services.due_words import due_source, due_text
from bpa_desktop.services.file_writing import write_all
from bpa_desktop.services.naming import without_names
from bpa_desktop.services.reading import helpers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bpa_desktop.domain.deadlines import Due
    from bpa_desktop.services.session import Session

_LETTERS: Final = 32


class Telling(Choice):
    """What the calendar tells of each deadline."""

    WHAT = "what", N_("Only what it is")
    SENTENCE = "sentence", N_("The whole sentence")
    NAMES = "names", N_("Names of helpers too")


TOLD: Final = frozenset(
    {
        DueCode.VISIT,
        DueCode.COMPLAINT,
        DueCode.GRANT_ENDS,
        DueCode.FIRST_FOLLOW_UP,
        DueCode.REVISITATION,
        DueCode.CLOSE_MONTH,
        DueCode.MUS,
        DueCode.LAST_PAPERS,
        DueCode.STATEMENT,
        DueCode.RULE_UNKNOWN,
        DueCode.CONTRACT_NONE,
        DueCode.CONTRACT_FIRST,
        DueCode.CONTRACT_REST,
        DueCode.ADDENDUM,
        DueCode.HOURS_OVER,
        DueCode.HOURS_UNDER,
        DueCode.MONEY_OVER,
        DueCode.MONEY_UNDER,
        DueCode.APV,
        DueCode.APV_RUNNING,
        DueCode.DISCUSSION,
    }
)
"""What may be told in a whole sentence: nothing in it can tell of health, of keys, or of others.

An aid, a course, a problem or an agreed task is called by the user's own words, so of those only
the kind is told, whatever was chosen; so it is of a new kind of deadline until it stands here.
"""


def deadline_feed(session: Session, found: Iterable[Due], telling: Telling) -> DayFeed:
    """Each of ``found`` on its real day, whether it is put off or not; why it is, is not told."""
    return DayFeed(
        name=_("Deadlines"),
        made_at=dt.datetime.now(dt.UTC),
        today=session.today,
        gone=_("No longer due"),
        events=tuple(_events(session, found, telling)),
    )


def _events(session: Session, found: Iterable[Due], telling: Telling) -> Iterator[DayEvent]:
    scheme = session.scheme()
    salt = scheme.id if scheme else ""
    seen: set[str] = set()
    for one in found:
        key = _key(salt, one, seen)
        seen.add(key)
        yield DayEvent(
            key=key, day=one.on, title=_(one.code.label), text=_text(session, one, telling)
        )


def _key(salt: str, one: Due, seen: set[str]) -> str:
    """The same in every file, and nobody's: the id of a record may hold a name."""
    number = 0
    while True:
        words = "\n".join((salt, *key_of(one), str(number)))
        key = sha256(words.encode("utf-8")).hexdigest()[:_LETTERS]
        if key not in seen:
            return key
        number += 1


def _text(session: Session, one: Due, telling: Telling) -> str:
    if telling is Telling.WHAT or one.code not in TOLD:
        return ""
    text = f"{due_text(one)} {due_source(one)}".rstrip()
    return text if telling is Telling.NAMES else without_names(text, helpers(session))


def save_calendar(feed: DayFeed, folder: Path) -> Path:
    """Write the calendar into ``folder``; what the one there told of and is gone is cancelled.

    Raises ``FolderUnwritable`` or ``NoRoom``; the earlier file stays then.
    """
    path = folder / f"{feed.name}.ics"
    earlier = path.read_bytes() if path.is_file() else b""
    return write_all({path.name: deadlines_file(feed, earlier)}, folder)[0]
