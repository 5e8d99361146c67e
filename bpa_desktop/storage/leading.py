"""The step that brings what a leader keeps of helpers: hiring, safety, meetings and talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.storage.tables import add_columns, table

if TYPE_CHECKING:
    from sqlite_utils import Database

_TEXT, _WHOLE = str, int
_HELPER: Final = (("helper", "helper"),)
_BLANK: Final = "TEXT NOT NULL DEFAULT ''"


def leading(database: Database) -> None:
    """Add the tables and columns of the fifth schema."""
    add_columns(
        database,
        (
            ("helper", "next_of_kin", _BLANK),
            ("helper", "qualifications", _BLANK),
            ("helper", "criminal_record_on", "TEXT"),
            ("helper", "erased_on", "TEXT"),
            ("budget", "hour_price", "TEXT"),
        ),
    )
    _hiring(database)
    _instruction(database)
    _safety(database)
    _meetings(database)
    _away(database)


def _texts(words: str) -> dict[str, type]:
    return dict.fromkeys(words.split(), _TEXT)


def _hiring(database: Database) -> None:
    days = "interview_on answered_on consent_to delete_on"
    words = f"name phone email applied_on stage {days} interview_notes keep_reason helper"
    blank = (*days.split(), "helper")
    table(database, "applicant", _texts(words), may_be_empty=blank, refers=_HELPER)
    words = "kind helper title words written_on used_on"
    blank = ("helper", "used_on")
    table(database, "own_text", _texts(words), may_be_empty=blank, refers=_HELPER)
    _contracts(database)
    words = "helper what handed_on returned_on"
    table(database, "key_receipt", _texts(words), may_be_empty=("returned_on",), refers=_HELPER)
    days = "last_day papers_given_on statement_given_on"
    words = f"helper reason notice_on {days} note"
    blank = tuple(days.split())
    table(database, "leaving", _texts(words), may_be_empty=blank, refers=_HELPER)


def _contracts(database: Database) -> None:
    days = "ends_on given_on rest_given_on asked_on confidentiality_on"
    words = "helper begins_on job_title tasks workplace probation pay payday hours overtime"
    words += " shift_changes is_unpredictable beyond_pay reference_times call_notice paid_leave"
    words += " training notice agreements social_security user_firm confidentiality special_notice"
    table(
        database,
        "contract",
        {**_texts(f"{words} {days}"), "guaranteed_minutes": _WHOLE},
        may_be_empty=(*days.split(), "guaranteed_minutes"),
        refers=_HELPER,
    )
    table(
        database,
        "addendum",
        _texts("contract takes_effect_on words given_on"),
        may_be_empty=("given_on",),
        refers=(("contract", "contract"),),
    )


def _instruction(database: Database) -> None:
    days = "since until inspected_on inspection_on"
    words = f"name used_for place {days} instructions supplier"
    table(database, "aid", _texts(words), may_be_empty=tuple(days.split()))
    table(database, "procedure", _texts("title aids ended_on"), may_be_empty=("ended_on",))
    refers = (("procedure", "procedure"),)
    words = "procedure valid_from words asks_again"
    table(database, "procedure_version", _texts(words), refers=refers)
    refers = (("version", "procedure_version"),)
    table(database, "procedure_picture", _texts("version words attachment"), refers=refers)
    table(
        database,
        "instruction",
        _texts("helper version aid given_on given_by"),
        may_be_empty=("version", "aid"),
        refers=(*_HELPER, *refers, ("aid", "aid")),
    )
    blank = ("planned_on", "done_on")
    words = "helper what planned_on done_on"
    table(database, "introduction_step", _texts(words), may_be_empty=blank, refers=_HELPER)
    table(
        database,
        "course",
        {**_texts("helper title held_on valid_to cost applied_on consent"), "minutes": _WHOLE},
        may_be_empty=("held_on", "valid_to", "cost", "applied_on"),
        refers=_HELPER,
    )


def _safety(database: Database) -> None:
    words = "begun_on finished_on taking_part is_anonymous absence_words answers gathered_on"
    blank_days = ("finished_on", "gathered_on")
    table(database, "assessment", _texts(words), may_be_empty=blank_days)
    assessment = (("assessment", "assessment"),)
    words = "assessment helper answers words"
    refers = (*assessment, *_HELPER)
    table(database, "helper_sheet", _texts(words), may_be_empty=("helper",), refers=refers)
    blank = "at_time helper away_from insurer_told_on authority_told_on aid"
    words = f"kind happened_on {blank} place words prevention may_claim asks_again"
    table(
        database,
        "workplace_event",
        {**_texts(words), "away_days": _WHOLE},
        may_be_empty=tuple(blank.split()),
        refers=(*_HELPER, ("aid", "aid")),
    )
    blank = "due_on done_on assessment event"
    words = "what topic severity extent cause solution responsible effect follow_up question"
    words = f"{words} {blank}"
    refers = (*assessment, ("event", "workplace_event"))
    table(database, "work_problem", _texts(words), may_be_empty=tuple(blank.split()), refers=refers)
    words = "held_on taking_part goals_met plan how goals knowledge"
    table(database, "yearly_discussion", _texts(words))


def _meetings(database: Database) -> None:
    times = dict.fromkeys(("starts_at", "ends_at"), _WHOLE)
    words = _texts("title place state participants others checked_on checked_as")
    table(database, "meeting", {**words, **times}, may_be_empty=("checked_on",))
    table(
        database,
        "meeting_point",
        {
            **_texts("meeting section heading words mark reason left_out_on checks"),
            "number": _WHOLE,
        },
        may_be_empty=("left_out_on",),
        refers=(("meeting", "meeting"),),
    )
    words = _texts(
        "helper state last_time tasks cooperation well_being balance wishes goals next_on"
    )
    table(database, "talk", {**words, **times}, may_be_empty=("next_on",), refers=_HELPER)
    blank = ("helper", "due_on", "done_on", "point", "talk")
    refers = (*_HELPER, ("point", "meeting_point"), ("talk", "talk"))
    table(
        database,
        "agreed_task",
        _texts(f"what {' '.join(blank)}"),
        may_be_empty=blank,
        refers=refers,
    )


def _away(database: Database) -> None:
    words = "place is_abroad first_day last_day purpose extra_reason second_helper cost cost_words"
    words += " applied_on consent decision_reference"
    table(
        database,
        "trip",
        {**_texts(words), "extra_minutes": _WHOLE},
        may_be_empty=("cost", "applied_on"),
    )
    table(database, "postponed", _texts("code subject until reason"))
    words = "helper into days why agreed_on"
    table(database, "brought_holiday", _texts(words), may_be_empty=("agreed_on",), refers=_HELPER)
