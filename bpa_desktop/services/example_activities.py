"""The example's activity schedule: a week of the citizen, in the citizen's own words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

from bpa_desktop.domain.activity import (
    ActivityItem,
    Category,
    DayPart,
    OtherHelp,
    Place,
    Predictability,
)
from bpa_desktop.domain.kinds import Area, Weekday
from bpa_desktop.services.example_outings import OUTINGS

_DAILY: Final = Decimal(7)
_TWICE: Final = Decimal(2)
_BATH_DAYS: Final = (Weekday.TUESDAY, Weekday.FRIDAY)
_OTHER_DAYS: Final = tuple(day for day in Weekday if day not in _BATH_DAYS)

_MORNING: Final = (
    ActivityItem(
        id="activity-01-waking",
        activity="Vågne, medicin og vejrtrækning",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        from_time=dt.time(7),
        to_time=dt.time(7, 30),
        day_part=DayPart.MORNING,
        own_part=(
            "Jeg ved selv, hvilken medicin jeg skal have, og hvornår. Jeg siger til og holder øje."
        ),
        helper_part=(
            "Tager masken af, løfter mig op at sidde og er min forlængede arm, når jeg tager "
            "medicinen. Minder mig om den, hvis jeg spørger."
        ),
        minutes_per_occurrence=30,
        occurrences_per_week=_DAILY,
        aid="Respirator om natten, elevationsseng",
        example=(
            "Masken skal af, før jeg kan tale tydeligt. Derfor skal den, der møder ind, kende "
            "mine tegn, inden den anden går."
        ),
    ),
    ActivityItem(
        id="activity-02-getting-up",
        activity="Stå op, toilet, vask og tøj",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        weekdays=_OTHER_DAYS,
        from_time=dt.time(7, 30),
        to_time=dt.time(9, 30),
        day_part=DayPart.MORNING,
        own_part="Jeg børster tænder, når børsten ligger i hånden, og vælger tøj.",
        helper_part="Løfter mig med loftliften, vasker mig, klæder mig på og sætter mig i stolen.",
        minutes_per_occurrence=120,
        occurrences_per_week=Decimal(5),
        aid="Loftlift, toiletstol, elkørestol",
        transfer_note="Sejlet lægges i sengen. Benene følges med hænderne hele vejen.",
        example=(
            "Sidder jeg skævt i stolen om morgenen, kan jeg ikke styre den resten af dagen. "
            "Vi bruger et kvarter på at få mig til at sidde godt."
        ),
    ),
    ActivityItem(
        id="activity-03-bath",
        activity="Bad og hårvask med to hjælpere",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        weekdays=_BATH_DAYS,
        from_time=dt.time(8),
        to_time=dt.time(11),
        day_part=DayPart.FORENOON,
        own_part="Jeg styrer bruseren, når min arm er støttet, og siger, hvordan jeg skal ligge.",
        helper_part=(
            "Den ene holder hoved og luftvej, den anden løfter, vasker og tørrer. Bagefter hud, "
            "hår og tøj."
        ),
        minutes_per_occurrence=180,
        occurrences_per_week=_TWICE,
        helpers_needed=2,
        second_helper_reason="Hovedet skal støttes hele tiden, mens jeg hænger i liften.",
        aid="Loftlift, badebriks",
        transfer_note="Altid to ved løft fra seng til briks og tilbage. Hovedet slippes aldrig.",
        example=(
            "Da vi prøvede med én, gled hovedet bagover, og jeg kunne ikke få luft. Siden har vi "
            "altid været to."
        ),
        private_note=(
            "Jeg bliver stadig flov, når en ny er med første gang. Det skal kommunen ikke læse."
        ),
    ),
    ActivityItem(
        id="activity-04-breakfast",
        activity="Morgenmad",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        day_part=DayPart.FORENOON,
        own_part="Jeg tygger og synker selv, når maden er skåret småt, og jeg får tid.",
        helper_part="Laver maden, skærer den ud, mader mig og bliver siddende, til jeg er færdig.",
        minutes_per_occurrence=45,
        occurrences_per_week=_DAILY,
        example="Jeg får let noget galt i halsen. Hjælperen kan ikke vaske op imens.",
    ),
)

_DAYTIME: Final = (
    ActivityItem(
        id="activity-05-positions",
        activity="Udspænding og ny stilling",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        day_part=DayPart.FORENOON,
        own_part="Jeg trækker vejret med og siger stop.",
        helper_part="Bøjer og strækker arme og ben efter fysioterapeutens anvisning.",
        minutes_per_occurrence=40,
        occurrences_per_week=_DAILY,
        predictability=Predictability.MOVABLE,
        example="Springer vi det over en dag, sover jeg dårligt, og stolen gør ondt dagen efter.",
    ),
    ActivityItem(
        id="activity-06-lunch",
        activity="Frokost",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        from_time=dt.time(12),
        to_time=dt.time(13),
        day_part=DayPart.AFTERNOON,
        own_part="Jeg bestemmer, hvad vi skal have, og drikker selv med sugerør.",
        helper_part="Laver frokost, mader mig og rydder op bagefter.",
        minutes_per_occurrence=60,
        occurrences_per_week=_DAILY,
        place=Place.BOTH,
    ),
    ActivityItem(
        id="activity-07-toilet",
        activity="Toilet i løbet af dagen",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        day_part=DayPart.VARIES,
        own_part="Jeg mærker det selv og siger til i god tid.",
        helper_part="Løfter mig over på toiletstolen og tilbage, og hjælper med tøj og hygiejne.",
        minutes_per_occurrence=30,
        occurrences_per_week=Decimal(21),
        place=Place.BOTH,
        predictability=Predictability.UNPREDICTABLE,
        aid="Loftlift, toiletstol",
        transfer_note="Sejlet bliver siddende i stolen om dagen, så løftet går hurtigere.",
        example="Det kan ikke vente til et fast klokkeslæt. Der skal altid være nogen hos mig.",
    ),
    ActivityItem(
        id="activity-08-home",
        activity="Rengøring, vasketøj og hjælpemidler",
        category=Category.PRACTICAL,
        area=Area.CARE,
        weekdays=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.THURSDAY, Weekday.SATURDAY),
        day_part=DayPart.FORENOON,
        own_part="Jeg lægger planen og siger, hvad der skal gøres først.",
        helper_part="Gør rent, vasker tøj, lader stolen op og holder lift og respirator rene.",
        minutes_per_occurrence=90,
        occurrences_per_week=Decimal(4),
        predictability=Predictability.MOVABLE,
    ),
    ActivityItem(
        id="activity-09-shopping",
        activity="Indkøb, post og apotek",
        category=Category.PRACTICAL,
        area=Area.CARE,
        weekdays=(Weekday.MONDAY, Weekday.THURSDAY),
        day_part=DayPart.AFTERNOON,
        own_part="Jeg kører med i stolen, vælger varerne og betaler med telefonen.",
        helper_part="Tager varerne ned, pakker, bærer hjem og åbner posten for mig.",
        minutes_per_occurrence=75,
        occurrences_per_week=_TWICE,
        place=Place.OUTSIDE,
        predictability=Predictability.MOVABLE,
        example="Jeg kan ikke nå hylderne, men jeg ved, hvad jeg vil have.",
    ),
    ActivityItem(
        id="activity-10-writing",
        activity="Skrive, telefon og computer",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        day_part=DayPart.AFTERNOON,
        own_part="Jeg skriver med øjnene og taler selv i telefon.",
        helper_part="Sætter skærmen til, retter hovedet og holder telefonen.",
        minutes_per_occurrence=60,
        occurrences_per_week=_DAILY,
        predictability=Predictability.MOVABLE,
        aid="Øjenstyret computer",
    ),
    ActivityItem(
        id="activity-11-nursing",
        activity="Hjemmesygeplejen kommer",
        category=Category.OTHER,
        area=Area.CARE,
        weekdays=(Weekday.MONDAY,),
        from_time=dt.time(10),
        to_time=dt.time(10, 30),
        day_part=DayPart.FORENOON,
        own_part="Jeg fortæller, hvordan ugen er gået.",
        helper_part="Hjælperen gør det ikke. Det er sygeplejerskens opgave.",
        minutes_per_occurrence=30,
        covered_by=OtherHelp.NURSING,
        covered_minutes_per_week=30,
    ),
)

_EVENING_AND_NIGHT: Final = (
    ActivityItem(
        id="activity-17-supper",
        activity="Lave mad og spise aftensmad",
        category=Category.PRACTICAL,
        area=Area.CARE,
        from_time=dt.time(17, 30),
        to_time=dt.time(19, 30),
        day_part=DayPart.EVENING,
        own_part="Jeg finder opskriften, smager til og bestemmer.",
        helper_part="Laver maden, som jeg siger, mader mig, minder mig om medicin og rydder op.",
        minutes_per_occurrence=120,
        occurrences_per_week=_DAILY,
        example="Jeg er den, der kan lave mad. Hjælperen er hænderne.",
    ),
    ActivityItem(
        id="activity-18-bedtime",
        activity="Aftenpleje og i seng",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        from_time=dt.time(21),
        to_time=dt.time(23),
        day_part=DayPart.EVENING,
        own_part="Jeg siger, hvornår jeg ligger rigtigt.",
        helper_part="Løfter mig i seng, vasker mig, ser huden efter og sætter masken på.",
        minutes_per_occurrence=120,
        occurrences_per_week=_DAILY,
        aid="Loftlift, respirator, lejringspuder",
        transfer_note="Seks puder, altid i samme rækkefølge. Tegningen hænger over sengen.",
        example="En pude, der ligger forkert, vækker mig fire gange.",
    ),
    ActivityItem(
        id="activity-19-turning",
        activity="Vende og lægge til rette om natten",
        category=Category.PERSONAL_CARE,
        area=Area.CARE,
        day_part=DayPart.NIGHT,
        own_part="Jeg kalder med et lille kontakttryk under fingeren.",
        helper_part="Vender mig, retter puder og maske og giver mig vand.",
        minutes_per_occurrence=20,
        occurrences_per_week=Decimal(28),
        predictability=Predictability.UNPREDICTABLE,
        aid="Kaldeanlæg, glidestykke",
        example="Nogle nætter er det to gange, andre nætter otte.",
    ),
    ActivityItem(
        id="activity-20-night-watch",
        activity="Overvågning om natten",
        category=Category.MONITORING,
        area=Area.CARE,
        from_time=dt.time(23),
        to_time=dt.time(7),
        day_part=DayPart.NIGHT,
        own_part="Jeg sover.",
        helper_part="Er vågen, lytter efter alarmen og hjælper straks, hvis masken slipper.",
        minutes_per_occurrence=400,
        occurrences_per_week=_DAILY,
        predictability=Predictability.UNPREDICTABLE,
        aid="Respirator med alarm",
        example="Masken gled af kl. 4. Alarmen lød, og hjælperen var der på få sekunder.",
        private_note="Den nat var jeg bange. Det har jeg kun sagt til Carla.",
    ),
    ActivityItem(
        id="activity-21-leading",
        activity="Lede mine hjælpere",
        category=Category.MEETING,
        area=Area.COHERENCE,
        weekdays=(Weekday.SUNDAY,),
        day_part=DayPart.FORENOON,
        own_part="Jeg lægger vagtplan, holder samtaler, oplærer nye og svarer kommunen.",
        helper_part="Er mine hænder ved computeren og henter papirer frem.",
        minutes_per_occurrence=120,
        predictability=Predictability.MOVABLE,
    ),
    ActivityItem(
        id="activity-22-between",
        activity="Hjælp mellem de faste opgaver",
        category=Category.MONITORING,
        area=Area.CARE,
        day_part=DayPart.VARIES,
        own_part="Jeg gør mig klar, tænker mig om og beder kun om hjælp, når jeg skal bruge den.",
        helper_part="Suger slim fra munden, retter hoved og hænder, giver mig vand og åbner døre.",
        minutes_per_occurrence=80,
        occurrences_per_week=_DAILY,
        place=Place.BOTH,
        predictability=Predictability.UNPREDICTABLE,
        aid="Sug",
        example="Falder hovedet forover, kan jeg hverken tale eller trække vejret frit.",
    ),
)


def activities() -> tuple[ActivityItem, ...]:
    """The activities of an ordinary week, from morning to night.

    Together they come to the need that the second grant places in a week: one helper round the
    clock, and a second one for the bath twice and the outing.
    """
    return (*_MORNING, *_DAYTIME, *OUTINGS, *_EVENING_AND_NIGHT)
