"""The values of a profile about hospital, leading, what lies outside, contact and experience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.municipality_term import Group, Unit, counted, words, yes_no
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bpa_desktop.domain.municipality_term import Term

_G = Group

HOSPITAL: Final[Mapping[str, Term]] = {
    "hospital.care": words(_G.HOSPITAL, N_("Who cares for you in hospital")),
    "hospital.decided_by": words(
        _G.HOSPITAL,
        N_("Who decides whether a helper comes along"),
        N_("May a helper come along to hospital, and who decides it?"),
    ),
    "hospital.paid_by": words(
        _G.HOSPITAL, N_("Who pays"), N_("Who pays for a helper in hospital?")
    ),
    "hospital.sent_home": words(
        _G.HOSPITAL,
        N_("Helpers who are sent home"),
        N_("What shall I do about helpers who are sent home meanwhile?"),
    ),
    "hospital.attest": words(_G.HOSPITAL, N_("Statement for helpers sent home")),
    "hospital.respirator": words(_G.HOSPITAL, N_("With a respirator")),
}
LEADING: Final[Mapping[str, Term]] = {
    "leading.leader_tasks": words(_G.LEADING, N_("What you do as leader")),
    "leading.employer_tasks": words(_G.LEADING, N_("What the employer does")),
    "leading.not_shifted": words(_G.LEADING, N_("You lead yourself")),
    "leading.employer_self": words(_G.LEADING, N_("If you want to be the employer")),
    "leading.employer_by_others": words(_G.LEADING, N_("Who else can be the employer")),
    "leading.handover_notice_months": counted(
        _G.LEADING, Unit.MONTHS, N_("Notice to the end of a month when the employer changes")
    ),
    "leading.help_offered": words(
        _G.LEADING,
        N_("Help with being a leader"),
        N_("What help do you offer me in leading my helpers?"),
    ),
    "leading.working_environment": words(_G.LEADING, N_("The working environment")),
    "leading.no_duty": words(_G.LEADING, N_("The municipality and your helpers")),
    "special.helper_minimum_age": counted(
        _G.LEADING, Unit.YEARS, N_("Helpers are at least"), N_("How old must a helper be?")
    ),
    "leading.helpers_take_courses": yes_no(_G.LEADING, N_("Helpers must take relevant courses")),
    "leading.helpers_use_aids": yes_no(_G.LEADING, N_("Helpers must use your aids")),
    "leading.helpers_training": words(_G.LEADING, N_("What helpers are trained in")),
    "special.nursing_delegated": yes_no(
        _G.LEADING,
        N_("Nursing tasks are delegated to helpers"),
        N_("May my helpers do nursing tasks?"),
    ),
    "leading.nursing_help": words(_G.LEADING, N_("Help from the municipality's nurses")),
    "leading.long_arm": words(_G.LEADING, N_("Helpers as your extended arm")),
}
OUTSIDE: Final[Mapping[str, Term]] = {
    "outside.treatment": words(_G.OUTSIDE, N_("Treatment by a hospital")),
    "outside.at_work": words(_G.OUTSIDE, N_("Help at work")),
    "outside.education": words(_G.OUTSIDE, N_("Help with studies")),
    "outside.bigger_tasks": words(_G.OUTSIDE, N_("Bigger tasks in the home")),
}
CONTACT: Final[Mapping[str, Term]] = {
    "contact.office": words(
        _G.CONTACT, N_("Office"), N_("Which office do I write to about my scheme?")
    ),
    "contact.address": words(_G.CONTACT, N_("Address")),
    "contact.phone": words(_G.CONTACT, N_("Telephone")),
    "contact.phone_hours": words(
        _G.CONTACT, N_("Telephone hours"), N_("When can I reach you by telephone?")
    ),
}
LESSONS: Final[Mapping[str, Term]] = {
    "lessons.detail": words(_G.LESSONS, N_("What the municipality learned")),
    "lessons.all_sides": words(_G.LESSONS, N_("What it will work on")),
    "lessons.subjects": words(_G.LESSONS, N_("What most complaints were about")),
    "lessons.returned": words(_G.LESSONS, N_("What was sent back most")),
    "lessons.outcomes": words(_G.LESSONS, N_("How the Board of Appeal decided")),
    "lessons.appeals_by_year": words(_G.LESSONS, N_("Cases at the Board of Appeal, 2019 to 2022")),
    "lessons.ending_outcomes": words(_G.LESSONS, N_("Cases on ended schemes and changed hours")),
    "lessons.training": words(_G.LESSONS, N_("What its caseworkers were taught")),
    "lessons.savings": words(_G.LESSONS, N_("What was saved on BPA")),
    "lessons.observation_decided": words(_G.LESSONS, N_("When the rules on observation were made")),
    "lessons.why_hours_change": words(_G.LESSONS, N_("Why hours are changed")),
    "lessons.code": words(_G.LESSONS, N_("A code for follow-up")),
    "lessons.aims": words(_G.LESSONS, N_("What the municipality aims at")),
    "lessons.followups": words(_G.LESSONS, N_("How many follow-ups were made")),
    "lessons.ended": words(_G.LESSONS, N_("Schemes that ended, 2022 and 2023")),
    "lessons.new_users": words(_G.LESSONS, N_("New citizens with BPA, 2018 to 2023")),
    "lessons.users": words(_G.LESSONS, N_("How many have BPA")),
}
TERMS: Final[Mapping[str, Term]] = {
    **HOSPITAL,
    **LEADING,
    **OUTSIDE,
    **CONTACT,
    **LESSONS,
}
"""Every value about leading and what lies around it, by its key in a file."""
