"""A file with four plainly fictional helpers, to lay shifts in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.grant import Grant, GrantLine, Per
from bpa_desktop.domain.people import Employment, Helper, Position
from bpa_desktop.domain.roster import Shift
from bpa_desktop.domain.scheme import Scheme
from bpa_desktop.services.exchange import export_text
from bpa_desktop.services.session import make
from tests.domain.builders import moment
from tests.storage.samples import key

if TYPE_CHECKING:
    from pathlib import Path

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session

TODAY: Final = dt.date(2026, 3, 16)
"""A Monday."""
NOW: Final = dt.datetime.combine(TODAY, dt.time(9, 30))
_NAMES: Final = ("Anna Prøve", "Bo Prøve", "Carla Prøve", "Dina Prøve")


def open_empty(folder: Path, now: dt.datetime = NOW) -> Session:
    """A new file in which the clock stands at ``now``."""
    session = make(folder / "roster.bpa", key(), today=now.date())
    session.now = lambda: now  # type: ignore[method-assign]
    return session


def open_little(folder: Path, now: dt.datetime = NOW) -> Session:
    """The same with a scheme, and helpers whose ids are their first names."""
    session = open_empty(folder, now)
    lay(session, Scheme(id="scheme", citizen_name="Eksempel"), *(map(helper, _NAMES)))
    return session


def helper(name: str, **fields: Any) -> Helper:
    """A grown-up helper employed for years; the id is the first name in small letters."""
    first, last = name.split()
    employments = (Employment(first_day=dt.date(2020, 1, 1)),)
    given: dict[str, Any] = {
        "employments": employments,
        "phone": "00 00 00 00",
        "position": Position.PERMANENT,
        "birth_date": dt.date(1990, 1, 1),
    }
    return Helper(id=first.lower(), first_name=first, last_name=last, **{**given, **fields})


def lay(session: Session, *records: Record) -> None:
    """Save ``records`` as one action."""
    with session.operation("fill in") as operation:
        for record in records:
            operation.save(record)


def shift(start: str, end: str, who: str | None, **fields: Any) -> Shift:
    """A shift from ``03-16 07:00`` to ``03-16 15:00`` in 2026; its id tells who and when."""
    given = {"id": f"{who}-{start}".replace(" ", "-").replace(":", ""), **fields}
    return Shift(
        planned_start=moment(f"2026-{start}"),
        planned_end=moment(f"2026-{end}"),
        helper=who,
        **given,
    )


def days_and_evenings(who: str, first: str, days: int, start: str, end: str) -> list[Shift]:
    """A shift a day from the day ``first`` (``03-02``) on."""
    begin = dt.date.fromisoformat(f"2026-{first}")
    found = []
    for count in range(days):
        day = begin + dt.timedelta(days=count)
        last = day + dt.timedelta(days=end <= start)
        found.append(shift(f"{day:%m-%d} {start}", f"{last:%m-%d} {end}", who))
    return found


def round_the_clock(valid_from: dt.date = dt.date(2026, 1, 1)) -> Grant:
    """Somebody is granted at every hour."""
    line = GrantLine(minutes=24 * 60, per=Per.DAY, from_time=dt.time(0), to_time=dt.time(0))
    return Grant(id="grant", valid_from=valid_from, lines=(line,))


def everything(session: Session) -> str:
    """All that the file holds, as it would be written out."""
    return export_text(session)
