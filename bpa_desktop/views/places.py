"""The places a person can go to: the eight of the navigation, and the tools behind them."""

from __future__ import annotations

from typing import Final

from bpa_desktop.i18n import N_
from bpa_desktop.views import absence_actions, meeting_actions, place_pages, roster_actions
from bpa_desktop.views.place import Place
from bpa_desktop.views.tool_places import TOOLS

TODAY: Final = Place(
    key="today",
    title=N_("Today"),
    icon="house",
    synonyms=N_("now, start, first page, who is here, home"),
    build=place_pages.today,
    help=N_("Here you see who is here, who is next, where the holes are, and what is due."),
    actions=roster_actions.today_actions,
    suggest=roster_actions.suggest_sick,
)
ROSTER: Final = Place(
    key="roster",
    title=N_("Roster"),
    icon="calendar-days",
    synonyms=N_("week, plan, shifts, schedule, who works when"),
    build=place_pages.roster,
    help=N_("Here you plan the week. Press an empty slot for a shift, or a shift to change it."),
    badge=roster_actions.holes,
    badge_words=roster_actions.hole_words,
    keeps_panel=True,
    actions=roster_actions.roster_actions,
    suggest=roster_actions.suggest_roster,
)
HELPERS: Final = Place(
    key="helpers",
    title=N_("Helpers"),
    icon="users",
    synonyms=N_("people, staff, phone number, substitutes, employment"),
    build=place_pages.helpers,
    help=N_("Here you see everybody who helps you, and how to reach them."),
    keeps_panel=True,
)
ABSENCE: Final = Place(
    key="absence",
    title=N_("Absence"),
    icon="calendar-off",
    synonyms=N_("sick, holiday, leave, away, back at work"),
    build=place_pages.absence,
    help=N_("Here you report who is away. Only the kind is kept, never why."),
    keeps_panel=True,
    actions=absence_actions.absence_actions,
    suggest=absence_actions.suggest_back,
)
HOURS: Final = Place(
    key="hours",
    title=N_("Hours"),
    icon="scale",
    synonyms=N_("grant, used, over, under, account of hours"),
    build=place_pages.hours,
    help=N_("Here you see hours against your grant. Every number shows what it is the sum of."),
    keeps_panel=True,
)
SAFETY: Final = Place(
    key="safety",
    title=N_("Work environment"),
    icon="circle-check",
    synonyms=N_("APV, workplace assessment, accident, near-miss, safety, action plan"),
    build=place_pages.safety,
    help=N_("Here you look after the work: the APV, what is to be solved, and accidents."),
    keeps_panel=True,
)
MEETINGS: Final = Place(
    key="meetings",
    title=N_("Meetings"),
    icon="list-checks",
    synonyms=N_("staff meeting, minutes, agenda, MUS, appraisal talk"),
    build=place_pages.meetings,
    help=N_("Here you plan staff meetings, write minutes, and see the hours of meetings."),
    keeps_panel=True,
    actions=meeting_actions.meeting_actions,
)
DOCUMENTS: Final = Place(
    key="documents",
    title=N_("Documents"),
    icon="folder-output",
    synonyms=N_("package, municipality, PDF, revisitation, papers"),
    build=place_pages.documents,
    help=N_("Here you make what the municipality asks for."),
)
PLACES: Final[tuple[Place, ...]] = (
    TODAY,
    ROSTER,
    HELPERS,
    ABSENCE,
    HOURS,
    SAFETY,
    MEETINGS,
    DOCUMENTS,
    *TOOLS,
)
