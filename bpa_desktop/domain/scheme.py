"""The scheme: who the citizen is, under which section, and who holds which role."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.domain.people import cpr_problems
from bpa_desktop.domain.record import Choice, Problem, Record, Sensitivity, about, record
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator


class LegalBasis(Choice):
    """The section of the Act on Social Services that the grant rests on."""

    SECTION_95_2 = "95_2", N_("Section 95(2): cash grant")
    SECTION_95_3 = "95_3", N_("Section 95(3): grant to a relative")
    SECTION_96 = "96", N_("Section 96: BPA")


class Party(Choice):
    """Who holds a role."""

    SELF = "self", N_("The citizen")
    RELATIVE = "relative", N_("A close relative")
    ASSOCIATION = "association", N_("An association")
    COMPANY = "company", N_("A company")
    MUNICIPALITY = "municipality", N_("The municipality")


class Agreement(Choice):
    """The collective agreement the employer has acceded to; normally none."""

    UNKNOWN = "unknown", N_("Not answered yet")
    NONE = "none", N_("None")
    DE_FOA = "de_foa", N_("Dansk Erhverv and FOA, acceded to")
    DI_FOA = "di_foa", N_("DI and FOA, acceded to")
    OTHER = "other", N_("Another agreement")


class Answer(Choice):
    """The answer to a question on which rules depend."""

    UNKNOWN = "unknown", N_("Not answered yet")
    YES = "yes", N_("Yes")
    NO = "no", N_("No")


class PayArea(Choice):
    """The area of municipalities by which the amount of a pay step differs."""

    AREA_0 = "0", N_("Area 0")
    AREA_1 = "1", N_("Area 1")
    AREA_2 = "2", N_("Area 2")
    AREA_3 = "3", N_("Area 3")
    AREA_4 = "4", N_("Area 4")


class PayRun(Choice):
    """How often pay is run."""

    UNKNOWN = "unknown", N_("Not answered yet")
    MONTH = "month", N_("Every month")
    FORTNIGHT = "fortnight", N_("Every 14 days")
    WEEK = "week", N_("Every week")


class SickPay(Choice):
    """What a helper gets from the employer while ill."""

    UNKNOWN = "unknown", N_("Not answered yet")
    FULL = "full", N_("Their usual pay")
    BENEFIT = "benefit", N_("Sickness benefit")


@record
class Scheme(Record):
    """One citizen's scheme. A file holds exactly one."""

    type_name: ClassVar[str] = "scheme"

    citizen_name: str = about(N_("Citizen's name"), sensitivity=Sensitivity.PERSONAL)
    citizen_cpr: str = about(
        N_("CPR number"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("Ten digits. Left out of every document unless you choose otherwise."),
    )
    address: str = about(N_("Address"), sensitivity=Sensitivity.PERSONAL, default="")
    phone: str = about(N_("Phone"), sensitivity=Sensitivity.PERSONAL, default="")
    email: str = about(N_("E-mail"), sensitivity=Sensitivity.PERSONAL, default="")
    municipality: str = about(N_("Municipality"), default="", help=N_("For example: Ishøj."))
    case_number: str = about(N_("The municipality's case number"), default="")
    legal_basis: LegalBasis = about(N_("Legal basis"), default=LegalBasis.SECTION_96)
    employer: Party = about(N_("Employer"), default=Party.SELF)
    employer_name: str = about(
        N_("Employer's name"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("When it is somebody other than the citizen."),
    )
    employer_address: str = about(
        N_("Employer's address"),
        sensitivity=Sensitivity.PERSONAL,
        default="",
        help=N_("When it is somebody other than the citizen."),
    )
    payroll: Party = about(N_("Payroll is run by"), default=Party.SELF)
    pay_run: PayRun = about(
        N_("Pay is run"),
        default=PayRun.UNKNOWN,
        help=N_("How often helpers get pay."),
        inner=True,
    )
    pay_period_start: dt.date | None = about(
        N_("A pay period begins on"),
        default=None,
        help=N_(
            "The first day of the first pay period by the week or 14 days. Before it pay is by the "
            "month."
        ),
        inner=True,
    )
    agreement: Agreement = about(
        N_("Collective agreement"),
        default=Agreement.UNKNOWN,
        help=N_("A citizen who employs helpers is normally not bound by an agreement."),
    )
    care_work: Answer = about(
        N_("The work includes care"),
        default=Answer.UNKNOWN,
        help=N_("For example baths with a lift, medicine or monitoring."),
    )
    sick_pay: SickPay = about(
        N_("During sickness helpers get"),
        default=SickPay.UNKNOWN,
        help=N_("As it stands in their contracts."),
        inner=True,
    )
    has_respirator: Answer = about(
        N_("The region pays a part, for help with a respirator"),
        default=Answer.UNKNOWN,
        help=N_("A respirator team goes along to the hospital."),
        inner=True,
    )
    pay_area: PayArea | None = about(
        N_("Pay area"),
        default=None,
        help=N_("The area of the municipality in the published pay tables."),
        inner=True,
    )
    start_date: dt.date | None = about(N_("Start of the scheme"), default=None)
    next_visit: dt.date | None = about(
        N_("The municipality's next visit"),
        default=None,
        help=N_("The date of the revisitation, when you know it."),
    )

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the scheme on its own."""
        if not self.citizen_name.strip():
            yield Problem(field="citizen_name", reason=N_("Write a name."))
        yield from cpr_problems("citizen_cpr", self.citizen_cpr)
