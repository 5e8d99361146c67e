"""The example's aids, work procedures, instruction, introduction and courses; a few are missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from bpa_desktop import paths
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.instruction import Course, Instruction, IntroductionStep
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.procedure import Procedure, ProcedurePicture, ProcedureVersion, UsedAid
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services.example_people import ANNA, BO, CARLA, DINA, FREJA, GORM
from bpa_desktop.storage.contents import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.example_dates import Dates

_LEADER: Final = "Eksempel Eksempelsen"
_OLD_HANDS: Final = (ANNA, BO, CARLA, FREJA, GORM)
_HOIST, _CHAIR, _BREATHING = "aid-1-hoist", "aid-2-wheelchair", "aid-3-respirator"
_SUCTION, _TOILET = "aid-4-suction", "aid-5-toilet-chair"
_BED_TEXT: Final = """Sig, hvad du vil gøre, før du gør det. Jeg bestemmer tempoet.

- Sænk hovedgærdet, og læg sejlet under mig med mærket op.
- Før begge lårstropper ind under lårene, og kryds dem.
- Hæng de korte stropper ved skuldrene og de lange ved benene.
- Løft et par centimeter, og se efter, om alle fire stropper sidder.
- Hold en hånd på mine knæ, mens liften kører.

Sænk mig langsomt ned i stolen. Sid jeg skævt, løfter vi om."""
_BED_NEW: Final = f"{_BED_TEXT}\n\nNyt: Støt altid mit hoved, når liften begynder at løfte."
_MASK_TEXT: Final = """Vask hænder. Rens masken med en fugtig klud hver aften.

- Sæt masken på, og stram de nederste remme først.
- Lyt efter, om der suser luft ved øjnene.
- Tænd respiratoren, og bliv, til jeg nikker."""
_SUCTION_TEXT: Final = """Sug kun, når jeg beder om det med to blink.

- Skyl slangen, og sug højst ti sekunder ad gangen.
- Vent, til jeg har fået luft, før du suger igen."""


@cache
def sling() -> Content:
    """A drawing of somebody in a sling."""
    return Content("image/png", (paths.RESOURCES / "drawings" / "sling.png").read_bytes())


def teaching(dates: Dates) -> tuple[Record, ...]:
    """What is taught in the example and to whom, as of ``dates``."""
    learnt = (*_instructions(dates), *_introduction(dates), *_courses(dates))
    return (*_aids(dates), *_procedures(dates), *learnt)


def _aids(dates: Dates) -> Iterator[Aid]:
    yield Aid(
        id=_HOIST,
        name="Loftlift",
        used_for="Løft mellem seng, stol, bad og toilet",
        place="Soveværelse og badeværelse",
        since=dates.month(58),
        instructions="Manualen ligger i skuffen under nattelyset. Nødsænk: træk i den røde snor.",
        supplier="Hjælpemiddeldepotet, 12 34 56 70",
        inspected_on=dates.days_ago(344),
        inspection_on=dates.days_ago(-21),
    )
    yield Aid(
        id=_CHAIR,
        name="Elkørestol",
        used_for="Hele dagen, inde og ude",
        place="Stuen, lades om natten",
        since=dates.month(30),
        instructions="Frikobling sidder bag på begge sider.",
        inspected_on=dates.days_ago(100),
        inspection_on=dates.days_ago(-265),
    )
    yield Aid(
        id=_BREATHING,
        name="Respirator",
        used_for="Vejrtrækning om natten",
        place="Ved sengen",
        since=dates.month(40),
        instructions="Ved alarm: se på mig først, så på skærmen.",
        supplier="Respirationscenteret, døgnåbent",
        inspected_on=dates.days_ago(190),
        inspection_on=dates.days_ago(8),
    )
    yield Aid(id=_SUCTION, name="Sug", place="Tasken på kørestolen", since=dates.month(26))
    yield Aid(id=_TOILET, name="Toiletstol", place="Badeværelse", since=dates.month(50))


def _version(procedure: str, number: int, first: dt.date, words: str) -> ProcedureVersion:
    return ProcedureVersion(
        id=f"{procedure}-v{number}", procedure=procedure, valid_from=first, words=words
    )


def _procedures(dates: Dates) -> Iterator[Record]:
    bed, mask, suction = "procedure-1-bed", "procedure-2-mask", "procedure-3-suction"
    aids = (UsedAid(aid=_HOIST), UsedAid(aid=_CHAIR))
    yield Procedure(id=bed, title="Fra seng til kørestol", aids=aids)
    yield Procedure(id=mask, title="Maske og respirator", aids=(UsedAid(aid=_BREATHING),))
    yield Procedure(id=suction, title="Sugning", aids=(UsedAid(aid=_SUCTION),))
    yield _version(bed, 1, dates.month(20), _BED_TEXT)
    newest = _version(bed, 2, dates.monday(2), _BED_NEW)
    yield newest
    yield _version(mask, 1, dates.month(16), _MASK_TEXT)
    clearer = "Vask hænder. Rens masken med en fugtig klud hver aften og hver morgen."
    words = _MASK_TEXT.replace(_MASK_TEXT.splitlines()[0], clearer)
    yield ProcedureVersion(
        id=f"{mask}-v2",
        procedure=mask,
        valid_from=dates.month(5),
        words=words,
        asks_again=Answer.NO,
    )
    yield _version(suction, 1, dates.month(14), _SUCTION_TEXT)
    yield ProcedurePicture(
        id="picture-1-sling",
        version=newest.id,
        words="Sejlet set fra siden: de lange stropper går under lårene og krydser ved knæene.",
        attachment=sling().id,
    )


def _instructions(dates: Dates) -> Iterator[Instruction]:
    first = dates.month(13) + dt.timedelta(days=11)
    versions = ("procedure-1-bed-v1", "procedure-2-mask-v1", "procedure-3-suction-v1")
    for helper in _OLD_HANDS:
        for version in versions:
            yield _told(helper, first, version=version)
        for aid in (_HOIST, _CHAIR, _BREATHING, _SUCTION, _TOILET):
            yield _told(helper, first, aid=aid)
    for helper in (ANNA, CARLA):
        yield _told(helper, dates.monday(2), version="procedure-1-bed-v2")
    learnt = dates.began + dt.timedelta(days=6)
    yield _told(DINA, learnt, version="procedure-2-mask-v2")
    for aid in (_HOIST, _CHAIR, _BREATHING, _TOILET):
        yield _told(DINA, learnt, aid=aid)


def _told(helper: str, day: dt.date, **what: str) -> Instruction:
    (about,) = what.values()
    return Instruction(
        id=f"instruction-{helper}-{about}", helper=helper, given_on=day, given_by=_LEADER, **what
    )


def _introduction(dates: Dates) -> Iterator[IntroductionStep]:
    steps = (
        ("Rundvisning i hjemmet: nøgle, alarm, første hjælp, brandslukker", 0),
        ("Vagtplan, sygemelding og hvem der ringes til", 0),
        ("Følgevagt om natten", 4),
        ("Gennemgang af arbejdsgange og hjælpemidler", 6),
    )
    for number, (what, days) in enumerate(steps, start=1):
        day = dates.began + dt.timedelta(days=days)
        record_id = f"step-{number}"
        yield IntroductionStep(id=record_id, helper=DINA, what=what, planned_on=day, done_on=day)
    yield IntroductionStep(
        id="step-5",
        helper=DINA,
        what="Samtale: Hvordan går det, og hvad mangler du?",
        planned_on=dates.days_ago(-4),
    )


def _courses(dates: Dates) -> Iterator[Course]:
    hour = 60
    yield Course(
        id="course-1",
        helper=ANNA,
        title="Førstehjælp",
        held_on=dates.days_ago(2 * 365 - 20),
        valid_to=dates.days_ago(-20),
        minutes=6 * hour,
        consent=Consent.AGREED,
    )
    yield Course(
        id="course-2",
        helper=CARLA,
        title="Forebyggelse af tryksår",
        held_on=dates.days_ago(9),
        minutes=4 * hour,
        cost=Decimal(650),
        applied_on=dates.days_ago(60),
        consent=Consent.AGREED,
    )
    yield Course(
        id="course-3",
        helper=BO,
        title="Kommunikation med øjenstyring",
        held_on=dates.days_ago(-40),
        minutes=6 * hour,
        cost=Decimal(950),
    )
