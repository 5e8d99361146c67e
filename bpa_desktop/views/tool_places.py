"""The places that do not stand in the navigation, in the order of the help."""

from __future__ import annotations

from typing import Final

from bpa_desktop.i18n import N_
from bpa_desktop.views import (
    case_places,
    money_actions,
    person_actions,
    place_pages,
)
from bpa_desktop.views.place import Place

ASSESSMENT: Final = Place(
    key="assessment",
    title=N_("APV talk"),
    icon="list-checks",
    synonyms=N_("guided talk, questions of the APV, go on with the APV"),
    build=place_pages.assessment,
    help=N_("Here you answer one question at a time. You can stop and go on at any time."),
    tool=True,
    keeps_panel=True,
)
MINUTES: Final = Place(
    key="minutes",
    title=N_("Agenda and minutes"),
    icon="list-checks",
    synonyms=N_("write minutes, points, decisions, agenda of a meeting"),
    build=place_pages.minutes,
    help=N_("Here you write the agenda and the minutes of a meeting, point by point."),
    tool=True,
    keeps_panel=True,
)
REVIEW: Final = Place(
    key="review",
    title=N_("Look through minutes"),
    icon="eye",
    synonyms=N_("leave out, sensitive, redact, minutes to the municipality"),
    build=place_pages.review,
    help=N_(
        "Here you choose what of the minutes others may see. Nothing is covered: what is "
        "left out is not in the file."
    ),
    tool=True,
)
PACKAGE: Final = Place(
    key="package",
    title=N_("Package to the municipality"),
    icon="folder-output",
    synonyms=N_("make a package, save PDF, visit, caseworker, revisitation, complaint file"),
    build=place_pages.package,
    help=N_("Here you see what the municipality asks for, and save it as PDF."),
    tool=True,
)
PREVIEW: Final = Place(
    key="preview",
    title=N_("Preview"),
    icon="eye",
    synonyms=N_("look at a document, see PDF, read aloud"),
    build=place_pages.preview,
    help=N_("Here you see a document as the caseworker sees it, and as plain text."),
    tool=True,
)
HIRING: Final = Place(
    key="hiring",
    title=N_("Hiring"),
    icon="user-round-check",
    synonyms=N_("applicants, job interview, advert, job description, recruit, new helper wanted"),
    build=place_pages.hiring,
    help=N_("Here you find new helpers: the advert, who applied, and what becomes of them."),
    tool=True,
    keeps_panel=True,
)
GRANTS: Final = Place(
    key="grants",
    title=N_("Grants"),
    icon="file-text",
    synonyms=N_("decision, granted hours, grant, lines"),
    build=place_pages.grants,
    help=N_("Here you write what the municipality has decided."),
    tool=True,
    keeps_panel=True,
)
ACTIVITIES: Final = Place(
    key="activities",
    title=N_("Activity schedule"),
    icon="list-checks",
    synonyms=N_("activities, tasks, needs, week"),
    build=place_pages.activities,
    help=N_("Here you write what you need help with, task by task."),
    tool=True,
    keeps_panel=True,
)
PATTERNS: Final = Place(
    key="patterns",
    title=N_("Roster patterns"),
    icon="repeat",
    synonyms=N_("rolling plans, usual weeks, all patterns"),
    build=place_pages.patterns,
    help=N_("Here you see the weeks that come again, the patterns that have ended too."),
    tool=True,
    keeps_panel=True,
)
PAY: Final = Place(
    key="pay",
    title=N_("Pay"),
    icon="scale",
    synonyms=N_("wages, salary, pay of a month, what helpers are paid"),
    build=place_pages.pay,
    help=N_("Here you see what the shifts of a month are paid with, helper by helper."),
    tool=True,
    keeps_panel=True,
)
ECONOMY: Final = Place(
    key="economy",
    title=N_("Economy"),
    icon="scale",
    synonyms=N_("budget, kroner, money against the budget, costs, forecast"),
    build=place_pages.economy,
    help=N_("Here you see money against your budget. Every line shows what it is the sum of."),
    tool=True,
    keeps_panel=True,
)
RATES: Final = Place(
    key="rates",
    title=N_("Rates"),
    icon="file-text",
    synonyms=N_("pay, hourly pay, supplements, wages, per cent"),
    build=place_pages.rates,
    help=N_("Here you see which rates are known today, and write those that are missing."),
    tool=True,
    keeps_panel=True,
)
MONEY: Final = Place(
    key="money",
    title=N_("Money in and out"),
    icon="scale",
    synonyms=N_("vouchers, receipts, expenses, payments, received, bills, section 10"),
    build=place_pages.money,
    help=N_("Here you write what you receive and what you spend, and keep the receipts."),
    tool=True,
    keeps_panel=True,
    actions=money_actions.money_actions,
)
BUDGET: Final = Place(
    key="budget",
    title=N_("Budget"),
    icon="file-text",
    synonyms=N_("money granted, budget lines, kroner, build a budget, Excel budget"),
    build=place_pages.budget,
    help=N_("Here you keep the municipality's budget, line by line in its own words."),
    tool=True,
    keeps_panel=True,
)
ACCOUNTS: Final = Place(
    key="accounts",
    title=N_("Accounts"),
    icon="scale",
    synonyms=N_("budget against accounts, yearly accounts, pay back, spent, received"),
    build=place_pages.accounts,
    help=N_("Here you see what was granted, received and spent, line by line as in the budget."),
    tool=True,
    keeps_panel=True,
)
TALKS: Final = Place(
    key="talks",
    title=N_("Talks (MUS)"),
    icon="users",
    synonyms=N_("MUS, appraisal, yearly talk, plan MUS, development talk"),
    build=place_pages.talks,
    help=N_("Here you plan the yearly talk with each permanent helper, and keep what is agreed."),
    tool=True,
    keeps_panel=True,
)
PERSON: Final = Place(
    key="person",
    title=N_("One helper"),
    icon="user-round-check",
    synonyms=N_("helper page, timeline, helper leaves, resignation, delete helper"),
    build=place_pages.person,
    help=N_("Here you see everything about one helper, the newest first."),
    tool=True,
    keeps_panel=True,
    suggest=person_actions.suggest_person,
)
LEADERSHIP: Final = Place(
    key="leadership",
    title=N_("Leadership in numbers"),
    icon="list-checks",
    synonyms=N_("evidence, what I did as leader, leading, work leader, proof"),
    build=place_pages.leadership,
    help=N_("Here you see what you did as a leader in a period, and can save it as a document."),
    tool=True,
    keeps_panel=True,
)
AIDS: Final = Place(
    key="aids",
    title=N_("Aids"),
    icon="list-checks",
    synonyms=N_("hoist, wheelchair, inspection, equipment, register of aids"),
    build=place_pages.aids,
    help=N_("Here you keep the aids helpers use, their inspections, and who is instructed."),
    tool=True,
    keeps_panel=True,
)
PROCEDURES: Final = Place(
    key="procedures",
    title=N_("Work procedures"),
    icon="list-checks",
    synonyms=N_("instruction, how it is done, introduction, learning, versions"),
    build=place_pages.procedures,
    help=N_("Here you write how tasks are done, and note who is instructed in them."),
    tool=True,
    keeps_panel=True,
)
COURSES: Final = Place(
    key="courses",
    title=N_("Courses"),
    icon="calendar-days",
    synonyms=N_("training course, first aid, certificate, apply for a course"),
    build=place_pages.courses,
    help=N_("Here you keep the courses of your helpers: when, how long, and when they run out."),
    tool=True,
    keeps_panel=True,
)
SCHEME: Final = Place(
    key="scheme",
    title=N_("My scheme"),
    icon="user-round-check",
    synonyms=N_("citizen, municipality, case number, employer, roles"),
    build=place_pages.scheme,
    help=N_("Here you write who you are, your municipality, and who does what."),
    tool=True,
)
HISTORY: Final = Place(
    key="history",
    title=N_("History"),
    icon="history",
    synonyms=N_("log, who did what, changes, undo"),
    build=place_pages.history,
    help=N_("Here you see everything that was done, and can undo it."),
    tool=True,
)
SETTINGS: Final = Place(
    key="settings",
    title=N_("Settings"),
    icon="settings",
    synonyms=N_("preferences, options, language, text size, colours, dark"),
    build=place_pages.settings,
    help=N_("Here you choose language, sizes and colours. Everything works at once."),
    tool=True,
    without_file=True,
)
HELP: Final = Place(
    key="help",
    title=N_("Help"),
    icon="circle-question-mark",
    synonyms=N_("guide, shortcuts, how do I, manual"),
    build=place_pages.guide,
    help=N_("Here you find help for every place and all the keyboard shortcuts."),
    tool=True,
    without_file=True,
)
TOOLS: Final = (
    ASSESSMENT,
    MINUTES,
    REVIEW,
    case_places.DEADLINES,
    PACKAGE,
    case_places.GIVEN,
    PREVIEW,
    case_places.LETTERS,
    case_places.LETTER,
    HIRING,
    GRANTS,
    ACTIVITIES,
    PATTERNS,
    PAY,
    ECONOMY,
    RATES,
    MONEY,
    BUDGET,
    ACCOUNTS,
    TALKS,
    case_places.TRIPS,
    case_places.CASE,
    case_places.VISITS,
    PERSON,
    LEADERSHIP,
    AIDS,
    PROCEDURES,
    COURSES,
    case_places.HOSPITAL,
    case_places.COSTS,
    case_places.APPLICATIONS,
    case_places.INSURANCE,
    case_places.EMPLOYER,
    SCHEME,
    case_places.MUNICIPALITY,
    HISTORY,
    SETTINGS,
    HELP,
)
