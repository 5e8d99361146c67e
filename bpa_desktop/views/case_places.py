"""The places of the case with the municipality, and of what comes to the scheme from outside."""

from __future__ import annotations

from typing import Final

from bpa_desktop.i18n import N_
from bpa_desktop.views import case_actions, letter_actions, place_pages
from bpa_desktop.views.place import Place

CASE: Final = Place(
    key="case",
    title=N_("Decisions and complaints"),
    icon="file-text",
    synonyms=N_("decision, complaint, appeal, Board of Appeal, deadline, hearing, letter, notice"),
    build=place_pages.case,
    help=N_("Here you register what the municipality decides, and see by when to complain."),
    tool=True,
    keeps_panel=True,
    actions=case_actions.case_actions,
)
VISITS: Final = Place(
    key="visits",
    title=N_("Visits and follow-up"),
    icon="calendar-days",
    synonyms=N_("visit, revisitation, follow-up, observation, report a change"),
    build=place_pages.visits,
    help=N_("Here you see when the municipality comes, and write what was agreed."),
    tool=True,
    keeps_panel=True,
)
LETTERS: Final = Place(
    key="letters",
    title=N_("Letters"),
    icon="file-text",
    synonyms=N_("write to the municipality, complaint, complain, access to the file, application"),
    build=place_pages.letters,
    help=N_("Here you write to the municipality. Each letter comes filled in, and you change it."),
    tool=True,
    keeps_panel=True,
    actions=letter_actions.letter_actions,
)
LETTER: Final = Place(
    key="letter",
    title=N_("One letter"),
    icon="file-text",
    synonyms=N_("go on with the letter, text of the letter"),
    build=place_pages.letter,
    help=N_("Here you change a letter, copy it or save it as PDF, and note that it is sent."),
    tool=True,
)
DEADLINES: Final = Place(
    key="deadlines",
    title=N_("Deadlines"),
    icon="list-checks",
    synonyms=N_("due, to do, put off, postpone, reminders, time limits, last day, calendar file"),
    build=place_pages.deadlines,
    help=N_("Here you see everything that is due, with its day, and can put it off with a reason."),
    tool=True,
    keeps_panel=True,
)
GIVEN: Final = Place(
    key="given",
    title=N_("Archive"),
    icon="history",
    synonyms=N_("what was sent, sent packages, earlier packages, what did we send last"),
    build=place_pages.given,
    help=N_("Here you see every package you made, when it was sent, and the exact file."),
    tool=True,
    keeps_panel=True,
)
MUNICIPALITY: Final = Place(
    key="municipality",
    title=N_("The municipality"),
    icon="file-text",
    synonyms=N_("rules of the municipality, Kommunen, quality standard, move, ask, what may I"),
    build=place_pages.municipality,
    help=N_("Here you see what your municipality asks for and gives, and where it stands."),
    tool=True,
    keeps_panel=True,
)
TRIPS: Final = Place(
    key="trips",
    title=N_("Trips"),
    icon="file-text",
    synonyms=N_("holiday, travel, abroad, extra help, apply for a holiday"),
    build=place_pages.trips,
    help=N_("Here you write your trips, and see when to apply and what to ask for."),
    tool=True,
    keeps_panel=True,
)
COSTS: Final = Place(
    key="costs",
    title=N_("Helper-related expenses"),
    icon="scale",
    synonyms=N_("section 10, gloves, soap, companion ticket, entrance, estimate of expenses"),
    build=place_pages.costs,
    help=N_("Here you see what helpers cost you apart from pay, and an estimate per month."),
    tool=True,
    keeps_panel=True,
)
APPLICATIONS: Final = Place(
    key="applications",
    title=N_("Applications"),
    icon="file-text",
    synonyms=N_("apply, processing time, answer is late, course application, more hours"),
    build=place_pages.applications,
    help=N_("Here you see what is applied for, and when the municipality must answer."),
    tool=True,
    keeps_panel=True,
)
HOSPITAL: Final = Place(
    key="hospital",
    title=N_("Stay in hospital"),
    icon="house",
    synonyms=N_("admitted, in hospital, sent home, helpers at the hospital, region pays"),
    build=place_pages.hospital,
    help=N_("Here you decide what becomes of each shift while you are in hospital."),
    tool=True,
    keeps_panel=True,
)
INSURANCE: Final = Place(
    key="insurance",
    title=N_("Insurances"),
    icon="list-checks",
    synonyms=N_("work injury, employer's liability, travel insurance, policy, renewal"),
    build=place_pages.insurance,
    help=N_("Here you see which insurances are needed, and when they are renewed."),
    tool=True,
    keeps_panel=True,
)
EMPLOYER: Final = Place(
    key="employer",
    title=N_("Employer"),
    icon="user-round-check",
    synonyms=N_("hand over the role of employer, take over, association, company, relative"),
    build=place_pages.employer,
    help=N_("Here you hand over the role of employer, or take it back, step by step."),
    tool=True,
    keeps_panel=True,
)
