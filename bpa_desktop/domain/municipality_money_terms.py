"""The values of a profile about money: accounts, hours, pay, pension, expenses and insurance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.municipality_term import (
    Group,
    Kind,
    Term,
    Unit,
    counted,
    measured,
    words,
    yes_no,
)
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

_G = Group

ACCOUNTS: Final[Mapping[str, Term]] = {
    "accounts.money_yearly": yes_no(
        _G.ACCOUNTS,
        N_("Accounts in money once a year"),
        N_("Shall I send accounts in money once a year?"),
    ),
    "accounts.hours_yearly": yes_no(
        _G.ACCOUNTS,
        N_("Accounts of granted and used hours once a year"),
        N_("Shall I send accounts of hours once a year?"),
    ),
    "accounts.comparable_with_budget": yes_no(
        _G.ACCOUNTS,
        N_("Accounts that can be compared directly with the budget"),
        N_("Shall the accounts have the same lines as the budget?"),
    ),
    "accounts.deadline": words(
        _G.ACCOUNTS,
        N_("The accounts are sent at the latest"),
        N_("When must the accounts be sent at the latest?"),
    ),
    "accounts.covers": words(_G.ACCOUNTS, N_("What the accounts cover")),
    "accounts.made_by": words(_G.ACCOUNTS, N_("Who makes the accounts")),
    "accounts.municipality_makes": words(
        _G.ACCOUNTS, N_("When the municipality makes the accounts")
    ),
    "accounts.in_decision": words(_G.ACCOUNTS, N_("Where the demands stand")),
    "accounts.unused_paid_back": yes_no(
        _G.ACCOUNTS,
        N_("Money for unused hours is paid back as a rule"),
        N_("Shall money for unused hours be paid back?"),
    ),
    "accounts.carry_over": Term(
        _G.ACCOUNTS,
        Kind.CARRY,
        N_("Unused hours moved to the next year"),
        N_("Can unused hours be moved to the next year?"),
    ),
    "accounts.carry_over_for": words(_G.ACCOUNTS, N_("What moved hours may be used for")),
}
HOURS: Final[Mapping[str, Term]] = {
    "hours.placed": words(_G.HOURS, N_("When in the day the hours lie")),
    "hours.availability": words(
        _G.HOURS, N_("Availability hours"), N_("When do you grant availability hours?")
    ),
    "hours.staff_meeting_per_helper_year": measured(
        _G.HOURS,
        Unit.HOURS,
        N_("Staff meetings, for each helper in a year"),
        N_("How many hours do you grant for staff meetings?"),
    ),
    "hours.mus_per_permanent_helper_year": measured(
        _G.HOURS,
        Unit.HOURS,
        N_("Appraisal talks (MUS), for each permanent helper in a year"),
        N_("How many hours do you grant for appraisal talks (MUS)?"),
    ),
    "hours.training_per_new_helper": measured(
        _G.HOURS,
        Unit.HOURS,
        N_("Learning the work, for each new helper"),
        N_("How many hours do you grant for a new helper to learn the work?"),
    ),
}
COURSES: Final[Mapping[str, Term]] = {
    "special.course_answer_within_weeks": counted(
        _G.COURSES,
        Unit.WEEKS,
        N_("An application for a course is answered within"),
        N_("How soon do you answer an application for a course?"),
    ),
    "courses.relevant": words(_G.COURSES, N_("Which courses")),
    "courses.found_at": words(_G.COURSES, N_("Where courses are found")),
    "courses.moving_offered": yes_no(
        _G.COURSES,
        N_("Courses in moving and handling for new helpers"),
        N_("Do you offer new helpers a course in moving and handling?"),
    ),
    "special.makes_apv": yes_no(
        _G.COURSES,
        N_("The municipality makes the APV"),
        N_("Can you help with making the APV?"),
    ),
}
RATES: Final[Mapping[str, Term]] = {
    "special.paid_in_advance": yes_no(
        _G.RATES,
        N_("The grant is paid every month in advance"),
        N_("Is the grant paid every month in advance?"),
    ),
    "rates.paid_when": words(_G.RATES, N_("When the grant is paid")),
    "rates.paid_after_bill": words(_G.RATES, N_("What is paid against a bill")),
    "rates.fixed_yearly": words(_G.RATES, N_("How often the grant is set")),
    "rates.most": words(_G.RATES, N_("The most it can be")),
    "special.offers_to_run_payroll": yes_no(
        _G.RATES,
        N_("The municipality offers to pay the wages for you"),
        N_("Do you offer to pay the wages for me?"),
    ),
    "rates.employer_task_external_dkk_per_granted_hour": measured(
        _G.RATES,
        Unit.KRONER,
        N_("To a firm or association as employer, for each granted hour"),
        N_("What do you give for each granted hour when a firm is the employer?"),
    ),
    "rates.own_payroll_dkk": measured(
        _G.RATES,
        Unit.KRONER,
        N_("For paying the wages yourself"),
        N_("What do you give when I pay the wages myself?"),
    ),
    "rates.headroom_percent": measured(
        _G.RATES,
        Unit.PERCENT,
        N_("Added to the budget for pay supplements"),
        N_("How many per cent are added for pay supplements?"),
    ),
    "rates.agreement": words(
        _G.RATES, N_("What the pay follows"), N_("Which agreement do you measure the pay by?")
    ),
    "rates.basic_step": counted(_G.RATES, Unit.NONE, N_("Pay step of a new helper")),
    "rates.experienced_step": counted(_G.RATES, Unit.NONE, N_("Pay step of an experienced helper")),
    "rates.experienced_after_years": counted(
        _G.RATES, Unit.YEARS, N_("A helper is experienced after")
    ),
    "rates.step_supplement_dkk_year": measured(
        _G.RATES, Unit.KRONER, N_("On top of the step, in a year, in the level of 31 March 2000")
    ),
    "rates.administrative_grant": words(_G.RATES, N_("What the administrative grant can pay")),
    "rates.administrative_frame": words(
        _G.RATES,
        N_("How much the administrative grant is"),
        N_("How much do you give for administration, insurance and adverts?"),
    ),
}
PENSION: Final[Mapping[str, Term]] = {
    "pension.percent": measured(
        _G.PENSION, Unit.PERCENT, N_("Pension of the pay"), N_("What pension do you grant?")
    ),
    "pension.percent_of_evening_and_night": measured(
        _G.PENSION, Unit.PERCENT, N_("Of the evening and night supplement")
    ),
    "pension.percent_of_weekend": measured(
        _G.PENSION, Unit.PERCENT, N_("Of the weekend supplement")
    ),
    "pension.after_months": counted(
        _G.PENSION,
        Unit.MONTHS,
        N_("After being employed for"),
        N_("After how many months do you grant pension?"),
    ),
    "pension.from_years": counted(_G.PENSION, Unit.YEARS, N_("From the age of")),
    "pension.least_hours_per_week": counted(
        _G.PENSION, Unit.HOURS, N_("With work in a week, on average, of at least")
    ),
    "pension.permanent_only": yes_no(_G.PENSION, N_("Only for permanent helpers")),
}
SICKNESS: Final[Mapping[str, Term]] = {
    "sickness.who": words(
        _G.SICKNESS, N_("Pay during sickness"), N_("How do you pay for a helper who is sick?")
    ),
    "sickness.after_weeks": counted(_G.SICKNESS, Unit.WEEKS, N_("After being employed for")),
    "sickness.after_hours": counted(_G.SICKNESS, Unit.HOURS, N_("And having worked")),
    "sickness.child_days": counted(
        _G.SICKNESS, Unit.DAYS, N_("Leave with pay when a child is sick")
    ),
    "sickness.child_under_years": counted(_G.SICKNESS, Unit.YEARS, N_("The child is under")),
    "sickness.g_days": counted(_G.SICKNESS, Unit.DAYS, N_("G-days when a helper has left")),
    "sickness.after_bill": yes_no(
        _G.SICKNESS, N_("Sickness, children's sick days and G-days are paid against a bill")
    ),
}
EXPENSES: Final[Mapping[str, Term]] = {
    "expenses.amount_dkk_month": measured(
        _G.EXPENSES,
        Unit.KRONER,
        N_("The amount in a month"),
        N_("How much do you give in a month for soap, gloves and the like?"),
    ),
    "expenses.how_set": words(_G.EXPENSES, N_("How the amount is set")),
    "expenses.receipts": yes_no(
        _G.EXPENSES,
        N_("Receipts are sent to the municipality"),
        N_("Shall I send you receipts for these expenses?"),
    ),
    "expenses.estimate_at_start": yes_no(_G.EXPENSES, N_("You help with figures at the start")),
    "expenses.estimate_every_months": counted(
        _G.EXPENSES,
        Unit.MONTHS,
        N_("Time until you help with figures again"),
        N_("How often shall I estimate these expenses?"),
    ),
    "expenses.paid_to": words(_G.EXPENSES, N_("Whom the money is paid to")),
    "expenses.other": words(_G.EXPENSES, N_("Other expenses")),
}
INSURANCE: Final[Mapping[str, Term]] = {
    "insurance.required": words(
        _G.INSURANCE,
        N_("Insurance you must have"),
        N_("Which insurances must I have for my helpers?"),
    ),
    "insurance.frame_deal": words(
        _G.INSURANCE,
        N_("The municipality's own agreement"),
        N_("Have you an agreement on insurance that I can use?"),
    ),
    "insurance.own_choice": words(_G.INSURANCE, N_("If you choose another company")),
}
TERMS: Final[Mapping[str, Term]] = {
    **ACCOUNTS,
    **HOURS,
    **COURSES,
    **RATES,
    **PENSION,
    **SICKNESS,
    **EXPENSES,
    **INSURANCE,
}
"""Every value about money, by its key in a file."""
