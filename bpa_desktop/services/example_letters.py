"""The example's letters: one that is sent, and one that is begun."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.letter import Letter, LetterKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.scheme import Scheme
    from bpa_desktop.services.example_dates import Dates

_SENT: Final = """\
Jeg søger om hjælp til en ferie. Jeg skal til sommerhus ved Blokhus i en uge.

Jeg bruger mine faste timer på rejsen ligesom hjemme.

Jeg søger om 24 timer ekstra. Grunden er: Der er ingen lift i huset.

Svar skriftligt i god tid, før jeg rejser.

Venlig hilsen
{name}"""
_BEGUN: Final = """\
Jeg har et spørgsmål om min BPA:
– Kan timer, der er tilbage, bruges næste år?
– [Skriv her: hvad du vil vide]

Skriv til mig:
– hvad reglen er
– hvor den står

Venlig hilsen
{name}"""


def example_letters(dates: Dates, own: Scheme) -> Iterator[Letter]:
    """The application for last autumn's trip, and a question of last week."""
    sent_on = dates.monday(22) - dt.timedelta(weeks=7)
    name, to = own.citizen_name, f"{own.municipality} Kommune"
    yield Letter(
        id="letter-holiday",
        kind=LetterKind.HOLIDAY,
        recipient=to,
        subject="Ansøgning om ferie: Blokhus",
        words=_SENT.format(name=name),
        written_on=sent_on,
        sent_on=sent_on,
        about_type="trip",
        about_id="trip-past",
    )
    yield Letter(
        id="letter-question",
        kind=LetterKind.QUESTION,
        recipient=to,
        subject="Spørgsmål om min BPA",
        words=_BEGUN.format(name=name),
        written_on=dates.days_ago(5),
    )
