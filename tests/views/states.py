"""Every state of the window that is looked at: each place, each form, and what lies above them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.applicant import Applicant, Stage
from bpa_desktop.domain.assessment import Verdict
from bpa_desktop.domain.authority_visit import AuthorityVisit
from bpa_desktop.domain.budget import Budget
from bpa_desktop.domain.complaint import Complaint
from bpa_desktop.domain.contract import Contract
from bpa_desktop.domain.deadlines import Due, DueCode
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.given_package import GivenPackage, GivenPart, PackageKind
from bpa_desktop.domain.handover import Handover
from bpa_desktop.domain.hospital_stay import Fate
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.leaving import LeavingReason
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.meeting import Meeting
from bpa_desktop.domain.money_flow import Voucher, VoucherState
from bpa_desktop.domain.municipality_term import Group
from bpa_desktop.domain.own_rate import OwnRate, RateName
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.people import Helper
from bpa_desktop.domain.procedure import Procedure
from bpa_desktop.domain.record import fields_of
from bpa_desktop.domain.roster import Shift, ShiftState
from bpa_desktop.domain.scheme import Party
from bpa_desktop.domain.slots import Slot
from bpa_desktop.domain.talk import Talk
from bpa_desktop.domain.trips import APPLY_WEEKS
from bpa_desktop.domain.what_if import TrialKind
from bpa_desktop.domain.work_problem import WorkProblem
from bpa_desktop.domain.workplace_event import EventKind, WorkplaceEvent
from bpa_desktop.i18n import _
from bpa_desktop.intake.budget_lines import guess
from bpa_desktop.intake.spreadsheet import Row, Sheet, Table
from bpa_desktop.services import hospital
from bpa_desktop.services.accounts import accounts_of, hours_sheet, year_of
from bpa_desktop.services.assessing import begin
from bpa_desktop.services.attachments import attach
from bpa_desktop.services.budget_import import BudgetFile, Reading
from bpa_desktop.services.catalogue import KINDS
from bpa_desktop.services.closed_months import month_of
from bpa_desktop.services.courses import courses
from bpa_desktop.services.example import example_records
from bpa_desktop.services.holiday_balance import holiday_balances
from bpa_desktop.services.laying import Laying, OpenSlot
from bpa_desktop.services.leadership import Deed, Span, leadership, period_of
from bpa_desktop.services.letter_about import about_rules
from bpa_desktop.services.letters import letter_for, send_today
from bpa_desktop.services.meetings import points_of
from bpa_desktop.services.minutes_pasting import points_in
from bpa_desktop.services.month_pay import month_pay
from bpa_desktop.services.paper_minutes import newest_waiting
from bpa_desktop.services.reading import employed
from bpa_desktop.services.rolling import patterns, rolled_out_words
from bpa_desktop.services.rules_asked import rules_asked
from bpa_desktop.services.spells import Back
from bpa_desktop.services.substitution import is_open
from bpa_desktop.services.week import roster
from bpa_desktop.services.year_parts import Length
from bpa_desktop.storage.contents import Content
from bpa_desktop.views.account_hours_panel import open_hours
from bpa_desktop.views.account_line_panel import open_line
from bpa_desktop.views.agenda_panel import open_agenda
from bpa_desktop.views.applicant_panel import HIRE, REJECT, open_applicant, show_applicant
from bpa_desktop.views.application_panel import open_application
from bpa_desktop.views.assessment_page import AssessmentPage, go_on_with_assessment
from bpa_desktop.views.attest_panel import open_sent_home, open_statement
from bpa_desktop.views.budget_building_panel import open_building
from bpa_desktop.views.budget_import_panel import open_reading
from bpa_desktop.views.budget_revision_panel import open_revision
from bpa_desktop.views.choice_panel import WEEK
from bpa_desktop.views.comparing_panel import open_comparison
from bpa_desktop.views.complaint_panel import open_complaint
from bpa_desktop.views.contract_panel import KEYS, ContractChoice, open_contract, show_contract
from bpa_desktop.views.copy_panel import open_copy
from bpa_desktop.views.course_panel import open_course
from bpa_desktop.views.decision_panel import open_decision
from bpa_desktop.views.due_doors import open_put_off
from bpa_desktop.views.finding_notice import FindingNotice
from bpa_desktop.views.fit_again_panel import open_back
from bpa_desktop.views.follow_panel import open_follow
from bpa_desktop.views.forget_panel import ForgetPanel
from bpa_desktop.views.give_out_options import GiveOutChoice, open_options
from bpa_desktop.views.give_out_panel import open_give_out
from bpa_desktop.views.given_panel import show_given
from bpa_desktop.views.handover_panel import open_handover
from bpa_desktop.views.holiday_panel import open_of_helper
from bpa_desktop.views.hours_page import HoursPage
from bpa_desktop.views.inquiry_panel import open_inquiry
from bpa_desktop.views.job_text_panel import open_text
from bpa_desktop.views.laid_panel import Laid, show_laid
from bpa_desktop.views.leadership_page import open_list
from bpa_desktop.views.learning_panel import open_learning
from bpa_desktop.views.leaving_panel import LeavingPanel, LeavingWish, open_steps
from bpa_desktop.views.letter_choice_panel import open_choice
from bpa_desktop.views.many_panel import open_many
from bpa_desktop.views.meeting_panel import open_new_meeting
from bpa_desktop.views.minutes_paste_panel import open_pasted
from bpa_desktop.views.month_grid import day_key
from bpa_desktop.views.month_panel import open_month
from bpa_desktop.views.move_hours_panel import open_move
from bpa_desktop.views.municipality_page import MunicipalityPage
from bpa_desktop.views.new_shift_panel import NewShift, open_new_shift
from bpa_desktop.views.package_page import PackagePage
from bpa_desktop.views.page import Page
from bpa_desktop.views.paste_panel import paste_shifts
from bpa_desktop.views.pattern_change import open_change
from bpa_desktop.views.pattern_panel import PatternWish, new_pattern, open_pattern
from bpa_desktop.views.pay_panel import open_pay
from bpa_desktop.views.pay_papers_panel import open_pay_papers
from bpa_desktop.views.places import PLACES
from bpa_desktop.views.point_panel import show_point
from bpa_desktop.views.procedure_panel import open_procedure
from bpa_desktop.views.rates_sharing import show_incoming
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.register_panel import RegisterWish, open_register
from bpa_desktop.views.roster_cells import Target
from bpa_desktop.views.roster_page import RosterPage
from bpa_desktop.views.roster_tools import TOOLS, open_more
from bpa_desktop.views.rows_editor import RowsEditor
from bpa_desktop.views.rule_panel import open_rule, write_decision
from bpa_desktop.views.sheet_panel import open_sheet
from bpa_desktop.views.sheets_panel import open_sheets
from bpa_desktop.views.shift_more import KINDS as KINDS_PART
from bpa_desktop.views.shift_moves import COPY, SPLIT, SWAP
from bpa_desktop.views.shift_panel import PanelChoice, ShiftPanel, open_shift
from bpa_desktop.views.shift_pay_part import PAY
from bpa_desktop.views.shift_times_part import REST
from bpa_desktop.views.statement_panel import open_statements
from bpa_desktop.views.stay_panel import open_stay_shift
from bpa_desktop.views.substitute_panel import find_substitute, offer_next, report_sick
from bpa_desktop.views.talk_panel import open_talk
from bpa_desktop.views.talk_planning_panel import PlanningPanel, open_planning
from bpa_desktop.views.unconfirmed_panel import open_unconfirmed
from bpa_desktop.views.visit_panel import open_visit
from bpa_desktop.views.voucher_panel import open_voucher
from bpa_desktop.views.weeks_panel import open_weeks
from bpa_desktop.views.what_if_panel import WhatIf, open_what_if
from tests.views.windows import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.app import Window
    from bpa_desktop.domain.hospital_stay import HospitalStay
    from bpa_desktop.services.catalogue import Kind


@dataclass(frozen=True)
class State:
    """A state, and how the window gets there from anywhere."""

    name: str
    enter: Callable[[Window], object]


def _place(key: str) -> State:
    return State(key, lambda window: window.frame.go(key))


_HOSTS: Final = {
    "helper": "helpers",
    "grant": "grants",
    "shift": "roster",
    "absence": "absence",
    "activity_item": "activities",
    "roster_pattern": "patterns",
    "declined": "roster",
    "kept_finding": "roster",
    "closed_month": "roster",
    "own_rate": "rates",
    "budget": "budget",
    "budget_line": "budget",
    "payment": "money",
    "voucher": "money",
    "payslip": "pay",
    "unemployment_day": "pay",
    "moved_hours": "accounts",
    "explanation": "accounts",
    "brought_holiday": "absence",
    "applicant": "hiring",
    "own_text": "hiring",
    "contract": "helpers",
    "addendum": "helpers",
    "key_receipt": "helpers",
    "leaving": "helpers",
    "aid": "aids",
    "procedure": "procedures",
    "procedure_version": "procedures",
    "procedure_picture": "procedures",
    "instruction": "helpers",
    "introduction_step": "helpers",
    "course": "courses",
    "assessment": "safety",
    "helper_sheet": "safety",
    "workplace_event": "safety",
    "work_problem": "safety",
    "yearly_discussion": "safety",
    "meeting": "meetings",
    "meeting_point": "meetings",
    "talk": "helpers",
    "agreed_task": "meetings",
    "trip": "trips",
    "postponed": "deadlines",
    "application": "applications",
    "decision": "case",
    "complaint": "case",
    "inquiry": "case",
    "authority_visit": "visits",
    "hospital_stay": "hospital",
    "stay_shift": "trips",
    "insurance": "insurance",
    "handover": "employer",
    "relocation": "municipality",
    "own_municipal_value": "municipality",
    "letter": "letters",
    "given_package": "given",
}
"""The place beside which the form of each record type is opened."""


def _new(kind: Kind) -> State:
    def enter(window: Window) -> None:
        window.frame.go(_HOSTS[kind.name])
        open_editor(window.desk, kind)

    return State(f"new {kind.name}", enter)


def _known(kind: Kind) -> State:
    def enter(window: Window) -> None:
        window.frame.go(_HOSTS[kind.name])
        open_editor(window.desk, kind, window.desk.session.records.all(kind.record)[0])

    return State(f"edit {kind.name}", enter)


def _row(kind: Kind, field: str) -> State:
    def enter(window: Window) -> None:
        records = window.desk.session.records.all(kind.record)
        window.frame.go(_HOSTS[kind.name])
        open_editor(window.desk, kind, next(one for one in records if getattr(one, field)))
        editor = window.frame.panel.content
        assert isinstance(editor, RecordEditor)
        rows = editor.form.editor(field)
        assert isinstance(rows, RowsEditor)
        rows.open(0)

    return State(f"edit {kind.name} {field}", enter)


def _put_off(window: Window) -> None:
    """A complaint that can be put off until a week before its day."""
    window.frame.go("deadlines")
    values = {"reference": "A-1"}
    on = TODAY + dt.timedelta(weeks=4)
    source = "Retssikkerhedsloven § 67"
    open_put_off(window.desk, Due(DueCode.COMPLAINT, on, ("grant", "g"), values, source))


def _search(window: Window) -> None:
    window.frame.go("today")
    window.frame.overlays.open_box()
    window.frame.overlays.box.field.setText("a")


def _shift(window: Window) -> None:
    window.frame.go("roster")
    open_shift(window.desk, _coming(window, filled=True).id)


def _unfilled(window: Window) -> None:
    window.frame.go("roster")
    open_shift(window.desk, _coming(window, filled=False).id)


def _substitute(window: Window) -> None:
    window.frame.go("roster")
    find_substitute(window.desk, _coming(window, filled=False).id)


def _late(window: Window) -> None:
    """In the evening some shifts of the day are over, and nobody has said how they went."""
    evening = dt.datetime.combine(TODAY, dt.time(23, 30))
    window.desk.session.now = lambda: evening  # type: ignore[method-assign]
    window.desk.changed.emit(frozenset({"shift"}))


def _unconfirmed(window: Window) -> None:
    _late(window)
    window.frame.go("today")
    open_unconfirmed(window.desk)


def _month_open(window: Window) -> None:
    _late(window)
    window.frame.go("roster")
    open_month(window.desk, TODAY)


def _month_closed(window: Window) -> None:
    window.frame.go("roster")
    open_month(window.desk, TODAY - dt.timedelta(days=31))


def _statements(window: Window) -> None:
    window.frame.go("roster")
    open_statements(window.desk, TODAY - dt.timedelta(days=31))


def _sick(window: Window) -> None:
    """A sick call that was taken back in the file, but still stands on the screen."""
    window.frame.go("roster")
    desk = window.desk
    report_sick(desk, _coming(window, filled=True))
    desk.session.records.undo()


def _next(window: Window) -> None:
    window.frame.go("roster")
    shifts = window.desk.session.records.all(Shift)
    offer_next(window.desk, tuple(one.id for one in shifts if is_open(one)))


def _back(window: Window) -> None:
    window.frame.go("absence")
    shifts = window.desk.session.records.all(Shift)
    waiting = tuple(one.id for one in shifts if is_open(one))
    taken = tuple(one.id for one in shifts if one.stands_in_for)
    open_back(window.desk, Back(str(_coming(window, filled=True).helper), waiting, taken))


def _new_shift(window: Window) -> None:
    window.frame.go("roster")
    open_new_shift(window.desk, NewShift(TODAY))


def _more_actions(window: Window) -> None:
    window.frame.go("roster")
    open_more(window.desk, lambda: (TODAY, TODAY + WEEK))


def _pattern(window: Window) -> None:
    window.frame.go("roster")
    open_pattern(window.desk, TODAY, TODAY + WEEK)


def _no_pattern(window: Window) -> None:
    window.frame.go("roster")
    new_pattern(window.desk, PatternWish(TODAY))


def _change(window: Window) -> None:
    window.frame.go("roster")
    open_change(window.desk, patterns(window.desk.session)[0])


def _copy(window: Window) -> None:
    window.frame.go("roster")
    open_copy(window.desk, TODAY, TODAY + WEEK)


def _paste(window: Window) -> None:
    """One line can be read, one collides and one cannot be read."""
    window.frame.go("roster")
    lines = [f"{TODAY:%d-%m-%Y}; 7-15; -", f"{TODAY:%d-%m-%Y}; 7-15; Anna", "i går og i dag"]
    QGuiApplication.clipboard().setText("\n".join(lines))
    paste_shifts(window.desk)


def _laid(window: Window) -> None:
    """Weeks were rolled out, and some of their shifts are open."""
    window.frame.go("roster")
    shifts = window.desk.session.records.all(Shift)
    opened = [
        OpenSlot(Slot(one.planned_start, one.planned_end), None, one.id)
        for one in shifts
        if one.helper is None and one.state is ShiftState.PLANNED
    ]
    laying = Laying(shifts, (), tuple(opened), len(shifts), 0, filled=3, kept=2)
    show_laid(window.desk, Laid(_("Roster pattern"), rolled_out_words(laying), laying, TODAY))


def _more(part: str) -> Callable[[Window], None]:
    """The panel of a coming shift with what is rarely needed, and ``part`` open in its place."""

    def enter(window: Window) -> None:
        window.frame.go("roster")
        choice = PanelChoice(more=True, part=part)
        open_shift(window.desk, _coming(window, filled=True).id, choice, part)

    return enter


def _roster(view: str) -> Callable[[Window], RosterPage]:
    """The roster in one of its views; `_as_it_comes` goes back to what a person meets first."""

    def enter(window: Window) -> RosterPage:
        window.desk.change_preferences(roster_view=view)
        window.frame.go("roster")
        page = window.frame.page
        assert isinstance(page, RosterPage)
        if page.choosing.is_on:
            page.stop_choosing()
        page.show_week(TODAY)
        return page

    return enter


def _found(window: Window) -> None:
    """A shift at which a rule found something, and the question why it stays."""
    window.frame.go("roster")
    found = roster(window.desk.session, TODAY).findings
    open_shift(window.desk, next(iter(found)))
    panel = window.frame.panel.content
    assert isinstance(panel, ShiftPanel)
    notice = panel.findChild(FindingNotice)
    assert notice is not None
    panel.bench.toggle(notice.part, notice.part)


def _changed(window: Window) -> None:
    """A shift that became other than planned."""
    window.frame.go("roster")
    shifts = window.desk.session.records.all(Shift)
    open_shift(window.desk, next(one.id for one in shifts if one.worked_end is not None))


def _day(window: Window) -> None:
    page = _roster("month")(window)
    page._press(Target("day", day_key(TODAY), None, TODAY))


def _choosing(view: str) -> Callable[[Window], None]:
    def enter(window: Window) -> None:
        page = _roster(view)(window)
        page.choose_several()
        page.choose_all()

    return enter


def _chosen(window: Window) -> None:
    _choosing("week")(window)
    open_many(window.desk, _shown_roster(window).choosing, take_focus=True)


def _shown_roster(window: Window) -> RosterPage:
    page = window.frame.page
    assert isinstance(page, RosterPage)
    return page


def _fairness(window: Window) -> None:
    page = _roster("month")(window)
    tool = next(tool for tool in TOOLS if tool.key == "fairness")
    tool.press(window.desk, *page.period())


def _as_it_comes(window: Window) -> None:
    _roster("")(window)


def _coming(window: Window, *, filled: bool) -> Shift:
    """The next planned shift that has a helper or has none."""
    shifts = sorted(window.desk.session.records.all(Shift), key=lambda one: one.planned_start)
    return next(
        one
        for one in shifts
        if one.state is ShiftState.PLANNED and (one.helper is not None) is filled
    )


def _is_of_a_key(kind: Kind) -> bool:
    """Whether it is about a key, which no form asks for: it comes from where it was written."""
    return any(field.about.keys for field in fields_of(kind.record))


_IN_THE_EXAMPLE: Final = {record.type_name for record in example_records(TODAY)}


def _pay(window: Window) -> None:
    window.frame.go("pay")
    month = month_of(TODAY)
    open_pay(window.desk, month_pay(window.desk.session, month)[0].helper.id, month)


def _pay_papers(window: Window) -> None:
    window.frame.go("pay")
    open_pay_papers(window.desk, month_of(TODAY))


def _voucher(window: Window) -> None:
    """A voucher that is not sent, with a picture of its receipt."""
    window.frame.go("money")
    session = window.desk.session
    waiting = [one for one in session.records.all(Voucher) if one.state is VoucherState.KEPT]
    found = next(one for one in waiting if not one.is_outside)
    attach(session, found, Content("image/png", b"dots"))
    open_voucher(window.desk, found.id)


def _holiday(window: Window) -> None:
    """The holiday of the helper of whom most is written."""
    window.frame.go("absence")
    session = window.desk.session
    found = holiday_balances(session, session.today)
    most = max(found, key=lambda one: sum(len(year.holidays) for year in found[one]))
    open_of_helper(window.desk, session.records.get(Helper, most))


def _talk(window: Window) -> None:
    """The helper with whom something was agreed at the last talk."""
    window.frame.go("talks")
    page = window.frame.page
    assert isinstance(page, Page)
    open_talk(page, window.desk.session.records.all(Talk)[0].helper)


def _talk_times(window: Window) -> None:
    window.frame.go("talks")
    open_planning(window.desk)
    panel = window.frame.panel.content
    assert isinstance(panel, PlanningPanel)
    panel.propose()


def _build(window: Window) -> None:
    window.frame.go("budget")
    open_building(window.desk)


def _budget_file(window: Window) -> None:
    """A budget from a file of which one row cannot be read and one looks like a sum."""
    window.frame.go("budget")
    cells = ("Post", "Timer", "Kr."), ("Grundløn", "8.760", "1.234.567,50")
    rest = ("Forsikringer", "", "efter regning"), ("I alt", "", "1.234.567,50")
    rows = tuple(Row(number, row) for number, row in enumerate((*cells, *rest), start=1))
    sheet = Sheet("Budget", rows)
    file = BudgetFile("Budget 2026", Table((sheet,), has_macro=True))
    days = dt.date(TODAY.year, 1, 1), dt.date(TODAY.year, 12, 31)
    open_reading(window.desk, Reading(file, 0, guess(sheet), file.name, *days))


def _revision(window: Window) -> None:
    window.frame.go("budget")
    open_revision(window.desk, window.desk.session.records.all(Budget)[0])


def _incoming_rates(window: Window) -> None:
    window.frame.go("rates")
    first = TODAY.replace(month=1, day=1)
    names = (RateName.EVENING, RateName.HOUR_11)
    show_incoming(
        window.desk, [OwnRate(name=one, value=Decimal(150), valid_from=first) for one in names]
    )


def _account_line(window: Window) -> None:
    year = year_of(window.desk.session, TODAY)
    accounts = accounts_of(window.desk.session, year)
    window.frame.go("accounts")
    open_line(window.desk, accounts, accounts.lines[0])


def _account_hours(window: Window) -> None:
    window.frame.go("accounts")
    open_hours(window.desk, year_of(window.desk.session, TODAY))


def _move_hours(window: Window) -> None:
    window.frame.go("accounts")
    page = window.frame.page
    assert isinstance(page, Page)
    session = window.desk.session
    open_move(page, hours_sheet(session, year_of(session, TODAY)))


def _figures(window: Window) -> None:
    """The year by quarter, with the figures of its chart."""
    window.frame.go("hours")
    page = window.frame.page
    assert isinstance(page, HoursPage)
    page.show_as(Length.QUARTER, figures=True)


def _what_if(window: Window) -> None:
    window.frame.go("economy")
    open_what_if(window.desk, WhatIf(kind=TrialKind.COURSE))


def _give_out(window: Window) -> None:
    window.frame.go("roster")
    open_give_out(window.desk, TODAY, TODAY + dt.timedelta(weeks=1))


def _give_one(window: Window) -> None:
    window.frame.go("roster")
    end = TODAY + dt.timedelta(weeks=1)
    first = employed(window.desk.session, TODAY, end)[0]
    open_give_out(window.desk, TODAY, end, GiveOutChoice(to=first.id))


def _applicant(window: Window) -> None:
    """Somebody who waits after the talk."""
    window.frame.go("hiring")
    waiting = window.desk.session.records.all(Applicant)
    open_applicant(window.desk, next(one.id for one in waiting if one.stage is Stage.INTERVIEWED))


def _rejecting(window: Window) -> None:
    """The question why an application is kept after a no."""
    window.frame.go("hiring")
    waiting = window.desk.session.records.all(Applicant)
    show_applicant(window.desk, waiting[0].id, REJECT)


def _hiring_one(window: Window) -> None:
    """The question when a new helper begins."""
    window.frame.go("hiring")
    show_applicant(window.desk, window.desk.session.records.all(Applicant)[0].id, HIRE)


def _advert(window: Window) -> None:
    window.frame.go("hiring")
    texts = window.desk.session.records.all(OwnText)
    open_text(window.desk, next(one.id for one in texts if one.kind is TextKind.ADVERT))


def _contract(window: Window) -> None:
    """A contract of which something is missing, with an addendum and keys."""
    window.frame.go("hiring")
    open_contract(window.desk, window.desk.session.records.all(Contract)[0].helper)


def _keys(window: Window) -> None:
    """What a helper has signed and been handed."""
    window.frame.go("hiring")
    helper = window.desk.session.records.all(Contract)[0].helper
    show_contract(window.desk, helper, ContractChoice(part=KEYS))


def _no_contract(window: Window) -> None:
    """A helper from before the act, of whom no contract is written."""
    window.frame.go("hiring")
    written = {one.helper for one in window.desk.session.records.all(Contract)}
    people = employed(window.desk.session, TODAY, TODAY + WEEK)
    open_contract(window.desk, next(one.id for one in people if one.id not in written))


def _new_letter(window: Window) -> None:
    window.frame.go("letters")
    open_choice(window.desk)


def _give_how(window: Window) -> None:
    window.frame.go("roster")
    open_options(window.desk, GiveOutChoice(), lambda _choice: None)


def _person(window: Window, name: str) -> Helper:
    """The page of the helper of that first name."""
    session = window.desk.session
    found = next(one for one in session.records.all(Helper) if one.first_name == name)
    window.desk.show_person(found.id)
    return found


def _leaving(window: Window) -> None:
    """Somebody leaves because the grant is changed, so that all that is known is told."""
    helper = _person(window, "Bo")
    wish = LeavingWish(
        helper=helper.id, reason=LeavingReason.GRANT_CHANGED, notice="16-03-2026", last_day=""
    )
    panel = LeavingPanel(window.desk, wish)
    window.desk.show_panel(panel, panel.title)


def _leaving_steps(window: Window) -> None:
    open_steps(window.desk, _person(window, "Elias").id)


def _forget(window: Window) -> None:
    """The last question before a deletion."""
    helper = _person(window, "Elias")
    panel = ForgetPanel(window.desk, helper.id, asked=True)
    window.desk.show_panel(panel, panel.title)


def _attest(window: Window) -> None:
    open_statement(window.desk, _person(window, "Elias"))


def _sent_home(window: Window) -> None:
    open_sent_home(window.desk, _person(window, "Anna"))


def _led(window: Window) -> None:
    """The list behind one number."""
    window.frame.go("leadership")
    session = window.desk.session
    lines = leadership(session, period_of(Span.TWELVE_MONTHS, session.today))
    open_list(window.desk, next(one for one in lines if one.deed is Deed.SUBSTITUTES))


def _procedure(window: Window) -> None:
    """A procedure with a picture, of which some know an earlier version."""
    window.frame.go("procedures")
    open_procedure(window.desk, window.desk.session.records.all(Procedure)[0].id)


def _newest_helper(window: Window) -> Helper:
    people = window.desk.session.records.all(Helper)
    return max(people, key=lambda one: one.employments[-1].first_day)


def _learning(window: Window) -> None:
    window.frame.go("helpers")
    open_learning(window.desk, _newest_helper(window))


def _follow(window: Window) -> None:
    window.frame.go("helpers")
    open_follow(window.desk, _newest_helper(window), back=lambda: None)


def _course(window: Window) -> None:
    """A course to come that is neither applied for, planned nor booked."""
    window.frame.go("courses")
    open_course(window.desk, courses(window.desk.session).coming[0].id)


def _new_meeting(window: Window) -> None:
    window.frame.go("meetings")
    open_new_meeting(window.desk)


def _held(window: Window) -> Meeting:
    """The held meeting that was not looked through, with its page in sight."""
    session = window.desk.session
    meeting = newest_waiting(session)
    assert meeting is not None
    window.desk.show_record("minutes", meeting.id, "meetings")
    return meeting


def _decided(window: Window) -> None:
    """Minutes that are looked through, in which every find can be decided again."""
    session = window.desk.session
    found = next(one for one in session.records.all(Meeting) if one.checked_on is not None)
    window.desk.show_record("review", found.id, "meetings")


def _agenda(window: Window) -> None:
    open_agenda(window.desk, _held(window))


def _point(window: Window) -> None:
    show_point(window.desk, points_of(window.desk.session, _held(window))[-1].id)


def _pasted_minutes(window: Window) -> None:
    text = "1. Lift\nOplæring torsdag.\nOm den enkelte\n2. Samtale\nLange ord. " * 2
    open_pasted(window.desk, _held(window), points_in(text))


def _question(window: Window) -> None:
    """A question of the APV, with last time's answer."""
    go_on_with_assessment(window.desk)


def _talk_problem(window: Window) -> None:
    _question(window)
    page = window.frame.page
    assert isinstance(page, AssessmentPage)
    page.answer(Verdict.PROBLEM)


def _talk_end(window: Window) -> None:
    _question(window)
    page = window.frame.page
    assert isinstance(page, AssessmentPage)
    page.show_end()


def _sheets(window: Window) -> None:
    window.frame.go("safety")
    open_sheets(window.desk, begin(window.desk.session).id)


def _sheet(window: Window) -> None:
    window.frame.go("safety")
    desk = window.desk
    open_sheet(desk, begin(desk.session), None, desk.close_panel)


def _much_to_ask(window: Window) -> None:
    """Everything the working environment can ask: a change, a deed whose effect is not known."""
    session = window.desk.session
    today = session.today
    aid = Aid(id="new-aid", name="Loftlift", since=today)
    deed = WorkProblem(id="deed", what="Dørtrin", done_on=today)
    fall = WorkplaceEvent(
        id="fall", kind=EventKind.ACCIDENT, happened_on=today, words="Et fald", away_days=1
    )
    with session.operation("fill in") as operation:
        operation.save_all((aid, deed, fall))
    window.frame.go("safety")


def _decision(window: Window) -> None:
    window.frame.go("case")
    open_decision(window.desk, window.desk.session.records.all(Decision)[0].id)


def _complaint(window: Window) -> None:
    window.frame.go("case")
    open_complaint(window.desk, window.desk.session.records.all(Complaint)[0].id)


def _register(window: Window) -> None:
    """Everything that can be asked, for a decision that gives less."""
    window.frame.go("case")
    open_register(window.desk, RegisterWish(effect=Effect.LESS, more=True))


def _fourteen_weeks(window: Window) -> None:
    """Less help, over which nobody has complained yet."""
    session, today = window.desk.session, window.desk.session.today
    less = Decision(
        id="less",
        received_on=today,
        decided_on=today - dt.timedelta(days=3),
        effect=Effect.LESS,
        reference="26/99",
    )
    if not session.records.with_ids(Decision, ["less"]):
        session.save(less, "fill in")
    window.frame.go("case")
    open_weeks(window.desk, "less")


def _visit(window: Window) -> None:
    window.frame.go("visits")
    visits = window.desk.session.records.all(AuthorityVisit)
    open_visit(window.desk, next(one.id for one in visits if one.agreed))


def _inquiry(window: Window) -> None:
    window.frame.go("case")
    open_inquiry(window.desk, window.desk.session.records.all(Inquiry)[0].id)


def _package(kind: PackageKind) -> Callable[[Window], None]:
    """The page of a package of another kind."""

    def enter(window: Window) -> None:
        window.frame.go("package")
        page = window.frame.page
        assert isinstance(page, PackagePage)
        page.choose_kind(kind)

    return enter


def _package_papers(window: Window) -> None:
    _package(PackageKind.REVISITATION)(window)
    page = window.frame.page
    assert isinstance(page, PackagePage)
    page.choose_papers()


def _given(window: Window) -> None:
    """A package in the archive, opened, with what has changed since."""
    window.frame.go("given")
    session = window.desk.session
    if not session.records.count(GivenPackage):
        part = GivenPart(key="activity_schedule", words="Aktivitetsskema", pages=2, digest="0")
        given = GivenPackage(
            id="given",
            made_on=TODAY,
            recipient="Ishøj Kommune",
            first_day=dt.date(2026, 2, 13),
            last_day=dt.date(2026, 5, 12),
            pages=3,
            parts=(part,),
        )
        session.save(given, "fill in the example")
    show_given(window.desk, "given", compare=True)


def _stay(window: Window) -> HospitalStay:
    """A stay that goes on: one helper sent home, nobody has said who pays, the rest waits."""
    session = window.desk.session
    begun = [one for one in hospital.stays(session) if one.last_day is None]
    stay = begun[0] if begun else hospital.begin(session)[0]
    if not hospital.sent_home(session, stay):
        hospital.decide(session, stay, hospital.lines(session, stay)[:1], Fate.SENT_HOME)
    window.frame.go("hospital")
    return stay


def _stay_shift(window: Window) -> None:
    stay = _stay(window)
    line = hospital.lines(window.desk.session, stay)[1]
    open_stay_shift(window.desk, stay.id, line.shift.id)


def _application(window: Window) -> None:
    """One that waits, of which it is known how long it takes."""
    window.frame.go("applications")
    open_application(window.desk, "application-hours")


def _handover(window: Window) -> None:
    """A company nobody knows to be approved, with all steps to do."""
    session = window.desk.session
    one = Handover(id="handover-new", to=Party.COMPANY, name="Eksempel Hjælp", agreed_on=TODAY)
    if not session.records.with_ids(Handover, [one.id]):
        with session.operation("fill in") as operation:
            operation.save(one)
    window.frame.go("employer")
    open_handover(window.desk, one.id)


PARTS: Final = (KINDS_PART, COPY, SPLIT, SWAP, REST, PAY)
"""What opens in its place in the panel of a shift."""
_NAMED: Final = {kind.name: kind for kind in KINDS}


def _rules(window: Window) -> None:
    """The group about trips, where most is unknown."""
    window.frame.go("municipality")
    page = window.frame.page
    assert isinstance(page, MunicipalityPage)
    page.show_group(Group.HOLIDAY)


def _comparing(window: Window) -> None:
    window.frame.go("municipality")
    open_comparison(window.desk)


def _deciding(window: Window) -> None:
    window.frame.go("municipality")
    write_decision(window.desk, "followup.revisit_every_months")


def _asked(window: Window) -> None:
    """A rule that the municipality was asked about by letter."""
    session = window.desk.session
    about = about_rules([APPLY_WEEKS])
    if APPLY_WEEKS not in rules_asked(session):
        send_today(session, letter_for(session, LetterKind.QUESTION, about))
    _rules(window)
    open_rule(window.desk, APPLY_WEEKS)


STATES: Final[tuple[State, ...]] = (
    *(_place(place.key) for place in PLACES),
    *(_new(kind) for kind in KINDS if not kind.single and not _is_of_a_key(kind)),
    *(_known(kind) for kind in KINDS if not kind.single and kind.name in _IN_THE_EXAMPLE),
    _row(_NAMED["helper"], "employments"),
    _row(_NAMED["helper"], "availability"),
    _row(_NAMED["grant"], "lines"),
    _row(_NAMED["roster_pattern"], "lines"),
    State("package for a holiday", _package(PackageKind.HOLIDAY)),
    State("package for a complaint", _package(PackageKind.COMPLAINT)),
    State("papers of a package", _package_papers),
    State("archive entry", _given),
    State("leaving", _leaving),
    State("leaving steps", _leaving_steps),
    State("forget", _forget),
    State("attest", _attest),
    State("sent home", _sent_home),
    State("leadership list", _led),
    State("plan a meeting", _new_meeting),
    State("suggested points", _agenda),
    State("point", _point),
    State("pasted minutes", _pasted_minutes),
    State("decided minutes", _decided),
    State("shift", _shift),
    State("unfilled shift", _unfilled),
    *(State(f"more about a shift {part}", _more(part)) for part in PARTS),
    State("shift found", _found),
    State("shift changed", _changed),
    State("substitute", _substitute),
    State("sick", _sick),
    State("next unfilled", _next),
    State("back", _back),
    State("plan shift", _new_shift),
    State("pay of a helper", _pay),
    State("pay papers", _pay_papers),
    State("holiday of a helper", _holiday),
    State("talk with a helper", _talk),
    State("times for talks", _talk_times),
    State("voucher", _voucher),
    State("build a budget", _build),
    State("budget from a file", _budget_file),
    State("rates that come in", _incoming_rates),
    State("account line", _account_line),
    State("account hours", _account_hours),
    State("move hours", _move_hours),
    State("figures of the year", _figures),
    State("what if", _what_if),
    State("give out", _give_out),
    State("give out to one", _give_one),
    State("choose a letter", _new_letter),
    State("how to give out", _give_how),
    State("applicant", _applicant),
    State("give a no", _rejecting),
    State("hire", _hiring_one),
    State("advert", _advert),
    State("contract and papers", _contract),
    State("keys of a helper", _keys),
    State("no contract yet", _no_contract),
    State("closed month", _month_closed),
    State("statements", _statements),
    State("more actions", _more_actions),
    State("pattern", _pattern),
    State("no pattern", _no_pattern),
    State("change pattern", _change),
    State("copy weeks", _copy),
    State("put in copied shifts", _paste),
    State("laid", _laid),
    State("roster week", _roster("week")),
    State("roster two weeks", _roster("two_weeks")),
    State("roster month", _roster("month")),
    State("roster list", _roster("list")),
    State("roster day", _day),
    State("choosing in the week", _choosing("week")),
    State("choosing in the month", _choosing("month")),
    State("chosen shifts", _chosen),
    State("fairness", _fairness),
    State("roster as it comes", _as_it_comes),
    State("search", _search),
    State("much to ask about the work", _much_to_ask),
    State("apv question", _question),
    State("apv problem", _talk_problem),
    State("apv sheets", _sheets),
    State("apv sheet", _sheet),
    State("apv end", _talk_end),
    State("put off", _put_off),
    State("unconfirmed", _unconfirmed),
    State("month", _month_open),
    State("revise a budget", _revision),
    State("work procedure", _procedure),
    State("what a helper learns", _learning),
    State("training shift", _follow),
    State("course", _course),
    State("decision", _decision),
    State("complaint", _complaint),
    State("register a decision", _register),
    State("fourteen weeks", _fourteen_weeks),
    State("visit of the municipality", _visit),
    State("letter to answer", _inquiry),
    State("a municipality's trips", _rules),
    State("rule that was asked about", _asked),
    State("compare municipalities", _comparing),
    State("what a decision says", _deciding),
    State("application", _application),
    State("change of employer", _handover),
    State("in hospital", _stay),
    State("shift in hospital", _stay_shift),
    State("welcome", lambda window: window.opening.welcome()),
)
