"""The example's applicants, texts about the job, one contract with an addendum, and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services.example_people import CARLA, DINA

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.example_dates import Dates

_ADVERT: Final = """\
Jeg har en BPA-ordning og søger en hjælper.

Dine opgaver er:
– personlig pleje
– praktisk hjælp i hjemmet
– at komme med, når jeg skal ud

Jobbet er mellem 34 og 36 timer om ugen, dag, aften og nat.

Skriv et par linjer om dig selv til [mail eller telefon] senest [dato]."""
_DESCRIPTION: Final = """\
Dine opgaver er:
– personlig pleje
– praktisk hjælp i hjemmet
– at komme med, når jeg skal ud

Jeg leder arbejdet: Jeg siger, hvad der skal gøres, hvornår og hvordan.

Du bliver vist hver opgave, før du gør den alene. Spørg, når du er i tvivl."""
_CONFIDENTIAL: Final = (
    "Hjælperen holder for sig selv, hvad hun får at vide om borgeren, familien og de andre "
    "hjælpere. Det gælder også efter ansættelsen."
)
_MONTHS_KEPT: Final = 6


def hiring(dates: Dates) -> Iterator[Record]:
    """Two who wait, one who got a no; two texts; the newest helper's contract and keys."""
    yield from _applicants(dates)
    yield from _texts(dates)
    yield _contract(dates)
    yield Addendum(
        id="addendum-dina",
        contract="contract-dina",
        takes_effect_on=dates.month(1),
        words="Den faste arbejdstid er 34 timer om ugen i stedet for 30 timer.",
        given_on=dates.month(1),
    )
    for helper, what, months in (
        (DINA, "Nøgle til hoveddøren", 3),
        (DINA, "Kode til alarmen", 3),
        (CARLA, "Nøgle til hoveddøren", 20),
    ):
        handed = dates.month(months)
        key = f"key-{helper}-{what[0].lower()}"
        yield KeyReceipt(id=key, helper=helper, what=what, handed_on=handed)


def _applicants(dates: Dates) -> Iterator[Applicant]:
    yield Applicant(
        id="applicant-1",
        name="Mikkel Prøvesen",
        phone="88 99 00 11",
        email="mikkel@example.com",
        applied_on=dates.days_ago(6),
    )
    yield Applicant(
        id="applicant-2",
        name="Sara Testrup",
        phone="99 00 11 22",
        applied_on=dates.days_ago(12),
        stage=Stage.INTERVIEWED,
        interview_on=dates.days_ago(2),
        interview_notes="Har kørekort. Kan begynde den første i måneden. Spørger godt ind.",
    )
    answered = dates.days_ago(30)
    yield Applicant(
        id="applicant-3",
        name="Niels Eksempel",
        applied_on=dates.days_ago(50),
        stage=Stage.REJECTED,
        answered_on=answered,
        delete_on=months_before(answered, -_MONTHS_KEPT),
        keep_reason="Hvis der kommer en klage over valget.",
    )


def _texts(dates: Dates) -> Iterator[OwnText]:
    yield OwnText(
        id="text-description",
        kind=TextKind.JOB_DESCRIPTION,
        title="Jobbeskrivelse for hjælpere",
        words=_DESCRIPTION,
        written_on=dates.month(5),
    )
    yield OwnText(
        id="text-advert",
        kind=TextKind.ADVERT,
        title="Hjælper søges",
        words=_ADVERT,
        written_on=dates.days_ago(20),
    )


def _contract(dates: Dates) -> Contract:
    begins: dt.date = dates.began
    return Contract(
        id="contract-dina",
        helper=DINA,
        begins_on=begins,
        job_title="BPA-hjælper",
        tasks="Personlig pleje, praktisk hjælp og ledsagelse.",
        workplace="Eksempelvej 1, 2635 Ishøj, og ude, hvor borgeren færdes.",
        probation="3 måneder",
        pay="160,00 kr. i timen.",
        payday="Den sidste hverdag i måneden",
        hours="30 timer om ugen i gennemsnit. Vagterne står i vagtplanen.",
        overtime="Overarbejde afspadseres time for time.",
        shift_changes="Vagtplanen gives fire uger før. Ændringer aftales.",
        is_unpredictable=Answer.NO,
        paid_leave="Ferie efter ferieloven.",
        notice="Opsigelse efter aftale: en måned fra begge sider.",
        agreements="Der er ingen overenskomst for jobbet.",
        social_security="Arbejdsgiveren betaler ATP og arbejdsskadeforsikring.",
        confidentiality=_CONFIDENTIAL,
        given_on=begins,
        rest_given_on=begins,
        confidentiality_on=begins,
    )
