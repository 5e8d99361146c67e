"""The step that brings the case: decisions, complaints, visits, letters, and what was given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.storage.tables import add_columns, table

if TYPE_CHECKING:
    from sqlite_utils import Database

_TEXT, _WHOLE = str, int
_BLANK: Final = "TEXT NOT NULL DEFAULT ''"
_UNKNOWN: Final = "TEXT NOT NULL DEFAULT 'unknown'"


def case(database: Database) -> None:
    """Add the tables and columns of the sixth schema."""
    _applying(database)
    _deciding(database)
    _following(database)
    _hospital(database)
    _roles(database)
    _giving(database)
    add_columns(
        database,
        (
            ("scheme", "employer_address", _BLANK),
            ("scheme", "pay_run", _UNKNOWN),
            ("scheme", "pay_period_start", "TEXT"),
            ("scheme", "has_respirator", _UNKNOWN),
            ("grant", "decision", 'TEXT REFERENCES "decision"("id")'),
        ),
    )


def _texts(words: str) -> dict[str, type]:
    return dict.fromkeys(words.split(), _TEXT)


def _applying(database: Database) -> None:
    blank = "cost needed_by sent_on trip answered_on"
    words = _texts(f"kind title why consent {blank}")
    table(
        database,
        "application",
        {**words, "minutes": _WHOLE},
        may_be_empty=tuple(blank.split()),
        refers=(("trip", "trip"),),
    )


def _deciding(database: Database) -> None:
    blank = "decided_on takes_effect_on application"
    words = f"received_on subject effect reference words attachment {blank}"
    table(
        database,
        "decision",
        _texts(words),
        may_be_empty=tuple(blank.split()),
        refers=(("application", "application"),),
    )
    blank = "sent_on reassessed_on new_decision stands_told_on forwarded_on decided_on"
    words = f"decision about_what reassessment suspends outcome outcome_words {blank}"
    table(
        database,
        "complaint",
        _texts(words),
        may_be_empty=tuple(blank.split()),
        refers=(("decision", "decision"), ("new_decision", "decision")),
    )
    blank = "answer_by answered_on"
    words = f"kind received_on words attachment {blank}"
    table(database, "inquiry", _texts(words), may_be_empty=tuple(blank.split()))


def _following(database: Database) -> None:
    blank = "at_time letter_received_on"
    words = f"kind day way participants agreed_longer carried_out_by is_held agreed {blank}"
    table(
        database,
        "authority_visit",
        {**_texts(words), "minutes": _WHOLE},
        may_be_empty=tuple(blank.split()),
    )


def _hospital(database: Database) -> None:
    blank = "last_day told_on"
    words = f"first_day place region_pays note {blank}"
    table(database, "hospital_stay", _texts(words), may_be_empty=tuple(blank.split()))
    times = dict.fromkeys(("shift_start", "shift_end"), _WHOLE)
    table(
        database,
        "stay_shift",
        {**_texts("stay helper fate payer attest_on"), **times},
        may_be_empty=("attest_on",),
        refers=(("stay", "hospital_stay"), ("helper", "helper")),
    )


def _roles(database: Database) -> None:
    blank = "since ended_on renews_on yearly_price"
    words = f"covers company policy paid_by phone attachment {blank}"
    table(database, "insurance", _texts(words), may_be_empty=tuple(blank.split()))
    days = "takes_effect_on told_on contract_sent_on helpers_told_on done_on"
    words = f"to name address company_number agreed_on is_approved {days}"
    table(database, "handover", _texts(words), may_be_empty=tuple(days.split()))
    blank = "old_told_on new_told_on"
    words = f"moves_on from_municipality to_municipality {blank}"
    table(database, "relocation", _texts(words), may_be_empty=tuple(blank.split()))
    blank = "valid_from valid_to"
    words = f"key value reference {blank}"
    table(database, "own_municipal_value", _texts(words), may_be_empty=tuple(blank.split()))


def _giving(database: Database) -> None:
    words = "kind recipient subject words written_on sent_on about_type about_id"
    table(database, "letter", _texts(words), may_be_empty=("sent_on",))
    blank = "given_on first_day last_day visit"
    words = "kind made_on recipient handing note file_name sha256 parts attachment names language"
    table(
        database,
        "given_package",
        {**_texts(f"{words} {blank}"), "pages": _WHOLE},
        may_be_empty=tuple(blank.split()),
    )
