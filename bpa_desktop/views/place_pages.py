"""The page of each place, made on the first visit: only then is its code read.

An import at the top would make every start wait for pages that nobody opens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bpa_desktop.views.desk import Desk


def settings(desk: Desk) -> QWidget:
    """How the program looks."""
    from bpa_desktop.views.settings_page import SettingsPage  # noqa: PLC0415 - as said above

    return SettingsPage(desk)


def guide(desk: Desk) -> QWidget:
    """Help for every place."""
    from bpa_desktop.views.help_page import HelpPage  # noqa: PLC0415 - as said above

    return HelpPage(desk)


def today(desk: Desk) -> QWidget:
    """Who is here, and what is due."""
    from bpa_desktop.views.today_page import TodayPage  # noqa: PLC0415 - as said above

    return TodayPage(desk)


def roster(desk: Desk) -> QWidget:
    """The plan."""
    from bpa_desktop.views.roster_page import RosterPage  # noqa: PLC0415 - as said above

    return RosterPage(desk)


def helpers(desk: Desk) -> QWidget:
    """The helpers."""
    from bpa_desktop.views.helpers_page import HelpersPage  # noqa: PLC0415 - as said above

    return HelpersPage(desk)


def person(desk: Desk) -> QWidget:
    """One helper."""
    from bpa_desktop.views.person_page import PersonPage  # noqa: PLC0415 - as said above

    return PersonPage(desk)


def leadership(desk: Desk) -> QWidget:
    """What the leader did."""
    from bpa_desktop.views.leadership_page import LeadershipPage  # noqa: PLC0415 - as said above

    return LeadershipPage(desk)


def absence(desk: Desk) -> QWidget:
    """Who is away."""
    from bpa_desktop.views.absence_page import AbsencePage  # noqa: PLC0415 - as said above

    return AbsencePage(desk)


def hours(desk: Desk) -> QWidget:
    """Hours against the grant."""
    from bpa_desktop.views.hours_page import HoursPage  # noqa: PLC0415 - as said above

    return HoursPage(desk)


def meetings(desk: Desk) -> QWidget:
    """Staff meetings and talks."""
    from bpa_desktop.views.meetings_page import MeetingsPage  # noqa: PLC0415 - as said above

    return MeetingsPage(desk)


def minutes(desk: Desk) -> QWidget:
    """Agenda and minutes of one meeting."""
    from bpa_desktop.views.minutes_page import MinutesPage  # noqa: PLC0415 - as said above

    return MinutesPage(desk)


def review(desk: Desk) -> QWidget:
    """Minutes before they are shown."""
    from bpa_desktop.views.review_page import ReviewPage  # noqa: PLC0415 - as said above

    return ReviewPage(desk)


def safety(desk: Desk) -> QWidget:
    """The working environment."""
    from bpa_desktop.views.safety_page import SafetyPage  # noqa: PLC0415 - as said above

    return SafetyPage(desk)


def assessment(desk: Desk) -> QWidget:
    """The guided talk of the APV."""
    from bpa_desktop.views.assessment_page import AssessmentPage  # noqa: PLC0415 - as said above

    return AssessmentPage(desk)


def documents(desk: Desk) -> QWidget:
    """What leaves the house."""
    from bpa_desktop.views.documents_page import DocumentsPage  # noqa: PLC0415 - as said above

    return DocumentsPage(desk)


def package(desk: Desk) -> QWidget:
    """The package for a visit."""
    from bpa_desktop.views.package_page import PackagePage  # noqa: PLC0415 - as said above

    return PackagePage(desk)


def preview(desk: Desk) -> QWidget:
    """A paper before it is given out."""
    from bpa_desktop.views.preview_page import PreviewPage  # noqa: PLC0415 - as said above

    return PreviewPage(desk)


def hiring(desk: Desk) -> QWidget:
    """Applicants and the texts about the job."""
    from bpa_desktop.views.hiring_page import HiringPage  # noqa: PLC0415 - as said above

    return HiringPage(desk)


def grants(desk: Desk) -> QWidget:
    """What was granted."""
    from bpa_desktop.views.record_pages import GRANTS, RecordListPage  # noqa: PLC0415 - as said above

    return RecordListPage(desk, GRANTS)


def activities(desk: Desk) -> QWidget:
    """The activity schedule."""
    from bpa_desktop.views.record_pages import ACTIVITIES, RecordListPage  # noqa: PLC0415 - as said above

    return RecordListPage(desk, ACTIVITIES)


def patterns(desk: Desk) -> QWidget:
    """The roster patterns."""
    from bpa_desktop.views.record_pages import PATTERNS, RecordListPage  # noqa: PLC0415 - as said above

    return RecordListPage(desk, PATTERNS)


def pay(desk: Desk) -> QWidget:
    """The pay of a month."""
    from bpa_desktop.views.pay_page import PayPage  # noqa: PLC0415 - as said above

    return PayPage(desk)


def money(desk: Desk) -> QWidget:
    """Payments and vouchers."""
    from bpa_desktop.views.money_page import MoneyPage  # noqa: PLC0415 - as said above

    return MoneyPage(desk)


def accounts(desk: Desk) -> QWidget:
    """The accounts of a year."""
    from bpa_desktop.views.accounts_page import AccountsPage  # noqa: PLC0415 - as said above

    return AccountsPage(desk)


def economy(desk: Desk) -> QWidget:
    """Money against the budget."""
    from bpa_desktop.views.economy_page import EconomyPage  # noqa: PLC0415 - as said above

    return EconomyPage(desk)


def rates(desk: Desk) -> QWidget:
    """The rates."""
    from bpa_desktop.views.rates_page import RatesPage  # noqa: PLC0415 - as said above

    return RatesPage(desk)


def budget(desk: Desk) -> QWidget:
    """The budget."""
    from bpa_desktop.views.budget_page import BudgetPage  # noqa: PLC0415 - as said above

    return BudgetPage(desk)


def aids(desk: Desk) -> QWidget:
    """The register of aids."""
    from bpa_desktop.views.aids_page import AidsPage  # noqa: PLC0415 - as said above

    return AidsPage(desk)


def procedures(desk: Desk) -> QWidget:
    """The work procedures."""
    from bpa_desktop.views.procedures_page import ProceduresPage  # noqa: PLC0415 - as said above

    return ProceduresPage(desk)


def courses(desk: Desk) -> QWidget:
    """The courses."""
    from bpa_desktop.views.courses_page import CoursesPage  # noqa: PLC0415 - as said above

    return CoursesPage(desk)


def scheme(desk: Desk) -> QWidget:
    """The scheme."""
    from bpa_desktop.views.record_pages import SchemePage  # noqa: PLC0415 - as said above

    return SchemePage(desk)


def municipality(desk: Desk) -> QWidget:
    """The municipality's rules."""
    from bpa_desktop.views.municipality_page import MunicipalityPage  # noqa: PLC0415 - as said above

    return MunicipalityPage(desk)


def history(desk: Desk) -> QWidget:
    """What was done."""
    from bpa_desktop.views.history_page import HistoryPage  # noqa: PLC0415 - as said above

    return HistoryPage(desk)


def case(desk: Desk) -> QWidget:
    """Decisions, complaints and letters."""
    from bpa_desktop.views.case_page import CasePage  # noqa: PLC0415 - as said above

    return CasePage(desk)


def visits(desk: Desk) -> QWidget:
    """Visits and follow-ups."""
    from bpa_desktop.views.visits_page import VisitsPage  # noqa: PLC0415 - as said above

    return VisitsPage(desk)


def trips(desk: Desk) -> QWidget:
    """The citizen's trips."""
    from bpa_desktop.views.trips_page import TripsPage  # noqa: PLC0415 - as said above

    return TripsPage(desk)


def talks(desk: Desk) -> QWidget:
    """The yearly talks with helpers."""
    from bpa_desktop.views.talks_page import TalksPage  # noqa: PLC0415 - as said above

    return TalksPage(desk)


def letters(desk: Desk) -> QWidget:
    """The letters to the municipality."""
    from bpa_desktop.views.letters_page import LettersPage  # noqa: PLC0415 - as said above

    return LettersPage(desk)


def letter(desk: Desk) -> QWidget:
    """One letter."""
    from bpa_desktop.views.letter_page import LetterPage  # noqa: PLC0415 - as said above

    return LetterPage(desk)


def deadlines(desk: Desk) -> QWidget:
    """Everything that is due."""
    from bpa_desktop.views.deadlines_page import DeadlinesPage  # noqa: PLC0415 - as said above

    return DeadlinesPage(desk)


def given(desk: Desk) -> QWidget:
    """The archive of packages."""
    from bpa_desktop.views.given_page import GivenPage  # noqa: PLC0415 - as said above

    return GivenPage(desk)


def hospital(desk: Desk) -> QWidget:
    """A stay in hospital."""
    from bpa_desktop.views.hospital_page import HospitalPage  # noqa: PLC0415 - as said above

    return HospitalPage(desk)


def costs(desk: Desk) -> QWidget:
    """Helper-related expenses."""
    from bpa_desktop.views.costs_page import CostsPage  # noqa: PLC0415 - as said above

    return CostsPage(desk)


def applications(desk: Desk) -> QWidget:
    """What is applied for."""
    from bpa_desktop.views.applications_page import ApplicationsPage  # noqa: PLC0415 - as said above

    return ApplicationsPage(desk)


def insurance(desk: Desk) -> QWidget:
    """The insurances."""
    from bpa_desktop.views.insurance_page import InsurancePage  # noqa: PLC0415 - as said above

    return InsurancePage(desk)


def employer(desk: Desk) -> QWidget:
    """Who is the employer."""
    from bpa_desktop.views.employer_page import EmployerPage  # noqa: PLC0415 - as said above

    return EmployerPage(desk)
