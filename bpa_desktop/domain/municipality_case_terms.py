"""The values of a profile about the case, the decision, the visit and the citizen's trips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.municipality_term import Group, Unit, counted, words, yes_no
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.municipality_term import Term

_G = Group

CASE: Final[Mapping[str, Term]] = {
    "case.start_within_weeks": counted(
        _G.CASE, Unit.WEEKS, N_("Work on a case begins within"), N_("How soon do you begin?")
    ),
    "case.decision_within_weeks": counted(
        _G.CASE,
        Unit.WEEKS,
        N_("A decision is made within"),
        N_("How long may it take before I have a decision?"),
        "case.decision_within_months",
    ),
    "case.decision_within_months": counted(
        _G.CASE,
        Unit.MONTHS,
        N_("A decision is made within"),
        instead="case.decision_within_weeks",
    ),
    "case.reasons_with_refusal": yes_no(
        _G.CASE, N_("A refusal comes with reasons and how to complain")
    ),
    "case.purpose": words(_G.CASE, N_("What the scheme is for")),
    "case.who": words(_G.CASE, N_("Who can have BPA")),
    "case.who_section_95": words(_G.CASE, N_("Who can have a grant under section 95")),
    "case.more_than_hours_per_week": counted(
        _G.CASE, Unit.HOURS, N_("Section 95 is for a need each week of more than")
    ),
    "case.help_not_offered": words(_G.CASE, N_("When the municipality has no help to offer")),
    "case.young": words(_G.CASE, N_("When you are young")),
    "case.must_master": words(_G.CASE, N_("What you must master")),
    "case.monitoring": words(_G.CASE, N_("What monitoring is")),
    "case.first_visit": words(_G.CASE, N_("The first visit")),
    "case.text_revised_every_months": counted(
        _G.CASE, Unit.MONTHS, N_("Time between revisions of the municipality's text")
    ),
    "case.judged_by": words(_G.CASE, N_("How your need is judged")),
    "case.measured_in": words(_G.CASE, N_("What the hours are measured in")),
    "case.measured_by": words(_G.CASE, N_("What the hours are measured by")),
    "case.two_helpers": words(_G.CASE, N_("Two helpers at a time")),
    "case.round_the_clock": words(_G.CASE, N_("Help round the clock")),
    "case.home_care": words(_G.CASE, N_("Help from home care beside BPA")),
    "case.set_off": words(_G.CASE, N_("Care or assistance supplement set off")),
    "case.may_ask_for": words(_G.CASE, N_("What you may be asked for")),
    "case.homes": words(_G.CASE, N_("Where you live")),
    "case.free_of_charge": yes_no(_G.CASE, N_("The scheme costs you nothing")),
    "special.no_decisions_before_days_off": yes_no(
        _G.CASE,
        N_("No decisions are sent on Fridays or before public holidays"),
        N_("Do you send decisions on Fridays and before public holidays?"),
    ),
    "special.section_96_3": yes_no(
        _G.CASE,
        N_("BPA is also given under section 96(3)"),
        N_("Do you also give BPA under section 96(3)?"),
    ),
}
COMPLAINT: Final[Mapping[str, Term]] = {
    "complaint.within_weeks": counted(
        _G.COMPLAINT,
        Unit.WEEKS,
        N_("Your complaint must be received within"),
        N_("How long do I have to complain?"),
    ),
    "complaint.reassessed_within_weeks": counted(
        _G.COMPLAINT,
        Unit.WEEKS,
        N_("The municipality looks at the decision again within"),
        N_("How soon do you look at a decision again?"),
    ),
    "complaint.new_decision_within_weeks": counted(
        _G.COMPLAINT, Unit.WEEKS, N_("If you are right, a new decision comes within")
    ),
    "complaint.partly_upheld_answer_weeks": counted(
        _G.COMPLAINT,
        Unit.WEEKS,
        N_("If you are partly right, you say whether the complaint stands within"),
        N_("If I am partly right, how long do I have to say that the complaint stands?"),
    ),
    "complaint.forwarded_within_days": counted(
        _G.COMPLAINT,
        Unit.DAYS,
        N_("A complaint that stands goes on to the Board of Appeal within"),
        N_("How soon do you send a complaint that stands on to the Board of Appeal?"),
    ),
    "complaint.forwarded_within_weeks": counted(
        _G.COMPLAINT,
        Unit.WEEKS,
        N_("If nothing is changed, the complaint goes on to the Board of Appeal within"),
        N_("How soon do you send the complaint on if you change nothing?"),
    ),
    "complaint.notice_weeks": counted(
        _G.COMPLAINT,
        Unit.WEEKS,
        N_("Help that is taken away or made less ends at the earliest after"),
    ),
    "complaint.notice_reassessed_within_weeks": counted(
        _G.COMPLAINT, Unit.WEEKS, N_("In such a case the municipality looks at it again within")
    ),
    "complaint.send_to": words(
        _G.COMPLAINT, N_("The complaint is sent to"), N_("Where do I send a complaint?")
    ),
}
FOLLOWUP: Final[Mapping[str, Term]] = {
    "followup.first_after_months": counted(
        _G.FOLLOWUP,
        Unit.MONTHS,
        N_("First follow-up after"),
        N_("When do you follow up for the first time?"),
    ),
    "followup.first_by_phone": yes_no(_G.FOLLOWUP, N_("The first follow-up may be by telephone")),
    "followup.revisit_every_months": counted(
        _G.FOLLOWUP,
        Unit.MONTHS,
        N_("Time between full reassessments"),
        N_("How often do you reassess my scheme?"),
    ),
    "followup.budget_every_months": counted(
        _G.FOLLOWUP,
        Unit.MONTHS,
        N_("Time between new budgets, with contact to you"),
        N_("How often do you make a new budget?"),
    ),
    "followup.budget_by_phone": yes_no(_G.FOLLOWUP, N_("The yearly follow-up may be by telephone")),
    "followup.ongoing": yes_no(
        _G.FOLLOWUP, N_("The scheme is followed all the time, without a fixed interval")
    ),
    "followup.looked_at": words(_G.FOLLOWUP, N_("What is looked at")),
    "followup.report_change": words(
        _G.FOLLOWUP,
        N_("When your need changes"),
        N_("Whom do I tell when my need for help changes?"),
    ),
    "followup.report_leading": words(_G.FOLLOWUP, N_("When your way of leading changes")),
}
VISIT: Final[Mapping[str, Term]] = {
    "visit.place": words(_G.VISIT, N_("Where the visit is")),
    "visit.letter_before": words(
        _G.VISIT, N_("Letter before the visit"), N_("Do you send a letter before a visit?")
    ),
    "visit.main_purpose": words(_G.VISIT, N_("What the visit is for")),
    "visit.ask": words(
        _G.VISIT,
        N_("What you are asked to send"),
        N_("Which papers shall I send before a visit, and for how many months?"),
    ),
    "visit.discuss": words(_G.VISIT, N_("What is talked about")),
    "visit.comparable": words(_G.VISIT, N_("How the accounts are made")),
    "visit.mus": words(_G.VISIT, N_("Appraisal talks (MUS)")),
    "visit.purpose": words(_G.VISIT, N_("What your papers are used for")),
    "visit.takes_part": words(_G.VISIT, N_("Who comes"), N_("Who comes along on a visit?")),
    "visit.aids_caseworker": words(_G.VISIT, N_("The caseworker for aids")),
    "visit.active": words(_G.VISIT, N_("You are seen working with a helper")),
    "visit.aids_reviewed": words(_G.VISIT, N_("Your aids are gone through")),
}
OBSERVATION: Final[Mapping[str, Term]] = {
    "special.observation_most_hours": counted(
        _G.OBSERVATION,
        Unit.HOURS,
        N_("Observation in a row, at most, unless you agree to more"),
        N_("For how many hours in a row may I be observed?"),
    ),
    "observation.carried_out_by": words(
        _G.OBSERVATION, N_("Who carries it out"), N_("Who carries out an observation?")
    ),
}
HOLIDAY: Final[Mapping[str, Term]] = {
    "holiday.usual_help": words(_G.HOLIDAY, N_("Your ordinary help on a trip")),
    "holiday.extra_reasons": words(_G.HOLIDAY, N_("When more help can be given")),
    "holiday.apply_weeks_before": counted(
        _G.HOLIDAY,
        Unit.WEEKS,
        N_("Apply in writing before the trip, at least"),
        N_("How long before a trip must I apply?"),
    ),
    "holiday.apply_to": words(_G.HOLIDAY, N_("The application is sent to")),
    "holiday.answer_within_months": counted(
        _G.HOLIDAY,
        Unit.MONTHS,
        N_("An answer takes up to"),
        N_("How long does an answer to an application for a trip take?"),
    ),
    "holiday.extra_hours_max_weeks_year": counted(
        _G.HOLIDAY,
        Unit.WEEKS,
        N_("Extra hours in a year, up to"),
        N_("For how many weeks a year do you give extra help on trips?"),
    ),
    "holiday.extra_help_trips_per_year": counted(
        _G.HOLIDAY,
        Unit.TIMES,
        N_("Trips with extra help in a year, at most"),
        N_("For how many trips a year do you give extra help?"),
    ),
    "holiday.extra_help_max_days": counted(
        _G.HOLIDAY,
        Unit.DAYS,
        N_("One trip with extra help lasts at most"),
        N_("How long may a trip with extra help last?"),
    ),
    "holiday.approval_over_months": counted(
        _G.HOLIDAY,
        Unit.MONTHS,
        N_("A stay abroad must be approved when it is longer than"),
        N_("When must a stay abroad be approved?"),
    ),
    "holiday.abroad": words(_G.HOLIDAY, N_("Going abroad")),
    "holiday.travel_costs_covered": yes_no(
        _G.HOLIDAY,
        N_("The helper's travel and board is paid as a rule"),
        N_("Do you pay the helpers' travel and board?"),
    ),
    "holiday.same_form": words(_G.HOLIDAY, N_("The form to apply with")),
}
TERMS: Final[Mapping[str, Term]] = {
    **CASE,
    **COMPLAINT,
    **FOLLOWUP,
    **VISIT,
    **OBSERVATION,
    **HOLIDAY,
}
"""Every value about the case, by its key in a file."""
