"""What the example's citizen does outside the home."""

from __future__ import annotations

import datetime as dt
from typing import Final

from bpa_desktop.domain.activity import ActivityItem, Category, DayPart, Place, Predictability
from bpa_desktop.domain.kinds import Area, Weekday

OUTINGS: Final = (
    ActivityItem(
        id="activity-12-physiotherapy",
        activity="Fysioterapi",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        weekdays=(Weekday.TUESDAY,),
        from_time=dt.time(13, 15),
        to_time=dt.time(15),
        day_part=DayPart.AFTERNOON,
        own_part="Jeg træner vejrtrækning og hænder.",
        helper_part="Kører bussen, løfter mig op på briksen og lærer øvelserne med hjem.",
        minutes_per_occurrence=105,
        place=Place.OUTSIDE,
        aid="Handicapbus med lift",
    ),
    ActivityItem(
        id="activity-13-swimming",
        activity="Svømning i varmtvandsbassin",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        weekdays=(Weekday.WEDNESDAY,),
        every_n_weeks=2,
        from_time=dt.time(11),
        to_time=dt.time(15),
        day_part=DayPart.AFTERNOON,
        own_part="I vandet kan jeg bevæge benene selv.",
        helper_part="Den ene er med i vandet og holder mig, den anden klæder om og passer liften.",
        minutes_per_occurrence=240,
        helpers_needed=2,
        second_helper_reason="Én skal holde mig i vandet, mens en anden betjener liften.",
        place=Place.OUTSIDE,
        aid="Bassinlift, svømmekrave",
        transfer_note="To ved løft i og op af vandet og ved omklædning.",
        example="Kun her bevæger jeg benene uden hjælp. Jeg glæder mig i to uger.",
    ),
    ActivityItem(
        id="activity-14-outing",
        activity="Tur ud af huset",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        weekdays=(Weekday.WEDNESDAY,),
        every_n_weeks=2,
        from_time=dt.time(11),
        to_time=dt.time(15),
        day_part=DayPart.AFTERNOON,
        own_part="Jeg vælger, hvor vi skal hen, og finder vejen.",
        helper_part="Den ene kører bussen, den anden sidder hos mig og ser, om jeg får luft.",
        minutes_per_occurrence=240,
        helpers_needed=2,
        second_helper_reason=(
            "Den, der kører, kan ikke hjælpe mig, hvis jeg får noget galt i halsen."
        ),
        place=Place.OUTSIDE,
        aid="Handicapbus med lift, sug",
        example="I foråret så vi Arken. Hjem kom vi med tre plakater og meget sand i hjulene.",
        private_note="Bussen er dyr i drift. Det er ikke noget, de behøver at vide her.",
    ),
    ActivityItem(
        id="activity-15-choir",
        activity="Kor",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        weekdays=(Weekday.MONDAY,),
        season="August til maj",
        from_time=dt.time(19),
        to_time=dt.time(21, 30),
        day_part=DayPart.EVENING,
        own_part="Jeg synger anden stemme.",
        helper_part="Vender noderne, giver mig vand og løfter mig frem i stolen i pausen.",
        minutes_per_occurrence=150,
        place=Place.OUTSIDE,
        example="Koret er mine venner. De venter med at begynde, til jeg sidder rigtigt.",
    ),
    ActivityItem(
        id="activity-16-family",
        activity="Besøg hos min søster",
        category=Category.ACCOMPANIMENT,
        area=Area.ACTIVITY,
        weekdays=(Weekday.SUNDAY,),
        every_n_weeks=2,
        day_part=DayPart.AFTERNOON,
        own_part="Jeg spiller kort med min nevø og vinder for det meste.",
        helper_part="Kører, løfter, mader mig og holder sig i baggrunden, når vi taler sammen.",
        minutes_per_occurrence=240,
        place=Place.OUTSIDE,
        predictability=Predictability.MOVABLE,
    ),
)
