"""The example's letters: an application and a complaint that are sent, and one that is begun."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.letter import Letter, LetterKind
from bpa_desktop.i18n import date_words, speaking

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
_COMPLAINT: Final = """\
Jeg klager over jeres afgørelse af {decided}. Jeg fik den {received}. Jeres sagsnummer er 26/14.

Det vil jeg have ændret:
– Jeg vil have 30 timer ekstra til en uge på Bornholm.

Jeg er ikke enig, fordi:
– Der er ingen lift i huset, så der skal være to hjælpere ved hver forflytning.
– Sidste år var der kun en hjælper om morgenen. Jeg kom først op klokken 11.
– Jeg har spurgt efter et hus med lift. Der var ikke et ledigt.

Se på afgørelsen igen. Ændrer I den ikke, så send min klage videre til Ankestyrelsen.

Skriv til mig, at I har fået min klage.

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
    """The application for last autumn's trip, the complaint, and a question of last week."""
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
    with speaking("da"):
        decided, received = (date_words(dates.days_ago(days)) for days in (28, 25))
    yield Letter(
        id="letter-complaint",
        kind=LetterKind.COMPLAINT,
        recipient=to,
        subject=f"Klage over afgørelse af {decided}",
        words=_COMPLAINT.format(name=name, decided=decided, received=received),
        written_on=dates.days_ago(12),
        sent_on=dates.days_ago(11),
        about_type="complaint",
        about_id="complaint-holiday",
    )
    yield Letter(
        id="letter-question",
        kind=LetterKind.QUESTION,
        recipient=to,
        subject="Spørgsmål om min BPA",
        words=_BEGUN.format(name=name),
        written_on=dates.days_ago(5),
    )
