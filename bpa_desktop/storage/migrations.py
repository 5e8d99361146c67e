"""How the file's tables came to be, step by step; a step that has shipped is never edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.storage.journal import SEALED
from bpa_desktop.storage.tables import add_columns, table

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

    from bpa_desktop.storage.connection import Connection

SCHEMA: Final = 6
"""The number of the newest step; kept in the file as ``user_version``."""

_TEXT, _WHOLE = str, int


class LooseEnds(Exception):
    """After a step a record points at one that is not there."""


def steps() -> Migrations:
    """Every step in order."""
    # Only needed here, and a file is seldom brought up to date.
    from sqlite_utils import Migrations  # noqa: PLC0415

    from bpa_desktop.storage.case import case  # noqa: PLC0415
    from bpa_desktop.storage.leading import leading  # noqa: PLC0415

    migrations = Migrations("bpa_desktop")
    migrations(name="001_first_tables")(_first_tables)
    migrations(name="002_planning")(_planning)
    migrations(name="003_rates")(_rates)
    migrations(name="004_money")(_money)
    migrations(name="005_leading")(leading)
    migrations(name="006_case")(case)
    return migrations


def schema_of(connection: Connection) -> int:
    """The number of the newest step that the file has seen; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(database: Database) -> None:
    """Apply every step that the file has not seen: all of them, or none when one fails.

    What was done before an upgrade can no longer be undone, since its records had another shape.
    """
    connection: Connection = database.conn
    seen = schema_of(connection)
    # A step may build a table anew while others point at it.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        with database.atomic():
            steps().apply(database)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise LooseEnds
            if seen:
                connection.execute("UPDATE journal SET state = ?", (SEALED,))
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _first_tables(database: Database) -> None:
    _people(database)
    _work(database)
    _needs(database)
    _journal(database)
    _journal_changes(database)


def _people(database: Database) -> None:
    words = "citizen_name citizen_cpr address phone email municipality case_number legal_basis"
    words += " employer employer_name payroll agreement start_date next_visit"
    table(
        database,
        "scheme",
        dict.fromkeys(words.split(), _TEXT),
        may_be_empty=("start_date", "next_visit"),
    )
    words = "first_name last_name initials phone email address cpr birth_date position"
    words += " seniority_date employments"
    table(
        database,
        "helper",
        dict.fromkeys(words.split(), _TEXT),
        may_be_empty=("birth_date", "seniority_date"),
    )


def _work(database: Database) -> None:
    times = ("planned_start", "planned_end", "worked_start", "worked_end")
    words = ("helper", "stands_in_for", "kind", "state", "deviation", "note")
    table(
        database,
        "shift",
        {**dict.fromkeys(times, _WHOLE), **dict.fromkeys(words, _TEXT)},
        may_be_empty=("worked_start", "worked_end", "helper", "stands_in_for"),
        refers=(("helper", "helper"), ("stands_in_for", "helper")),
    )
    for column in ("planned_start", "planned_end", "helper"):
        database["shift"].create_index([column])  # type: ignore[union-attr]
    days = ("helper", "kind", "first_day", "last_day", "from_time", "to_time", "child_birth_date")
    table(
        database,
        "absence",
        dict.fromkeys(days, _TEXT),
        may_be_empty=("last_day", "from_time", "to_time", "child_birth_date"),
        refers=(("helper", "helper"),),
    )


def _needs(database: Database) -> None:
    words = "valid_from valid_to decision_date received_date decision_reference year_length lines"
    table(
        database,
        "grant",
        dict.fromkeys(words.split(), _TEXT),
        may_be_empty=("valid_to", "decision_date", "received_date"),
    )
    words = "activity category area weekdays season from_time to_time day_part own_part"
    words += " helper_part occurrences_per_week second_helper_reason place predictability"
    words += " covered_by aid transfer_note example private_note"
    counts = "every_n_weeks minutes_per_occurrence helpers_needed covered_minutes_per_week"
    table(
        database,
        "activity_item",
        {**dict.fromkeys(words.split(), _TEXT), **dict.fromkeys(counts.split(), _WHOLE)},
        may_be_empty=("area", "from_time", "to_time"),
    )


def _journal(database: Database) -> None:
    operations: Any = database["journal"]
    operations.create(
        {"id": int, "at": str, "actor": str, "message": str, "texts": str, "state": str},
        pk="id",
        not_null={"at", "actor", "message", "texts", "state"},
        strict=True,
    )
    operations.create_index(["state"])


def _journal_changes(database: Database) -> None:
    changes: Any = database["journal_change"]
    changes.create(
        {
            "id": int,
            "operation": int,
            "record_type": str,
            "record_id": str,
            "before": str,
            "after": str,
        },
        pk="id",
        not_null={"operation", "record_type", "record_id"},
        foreign_keys=[("operation", "journal", "id")],
        strict=True,
    )
    changes.create_index(["operation"])
    changes.create_index(["record_type", "record_id"])


def _planning(database: Database) -> None:
    added = (
        ("scheme", "care_work", "'unknown'"),
        ("helper", "availability", "'[]'"),
        ("shift", "rests", "'[]'"),
        ("shift", "rolled_out", "'[]'"),
    )
    add_columns(
        database,
        [(name, column, f"TEXT NOT NULL DEFAULT {default}") for name, column, default in added],
    )
    words = "name starts_on ends_on weeks lines left_out"
    table(
        database, "roster_pattern", dict.fromkeys(words.split(), _TEXT), may_be_empty=("ends_on",)
    )
    _decisions(database)


def _decisions(database: Database) -> None:
    helper = (("helper", "helper"),)
    moments = dict.fromkeys(("shift_start", "shift_end"), _WHOLE)
    words = dict.fromkeys(("helper", "asked_on"), _TEXT)
    table(database, "declined", {**words, **moments}, refers=helper)
    moments = dict.fromkeys(("window_start", "window_end", "minutes_short"), _WHOLE)
    words = dict.fromkeys(("code", "helper", "reason", "kept_on"), _TEXT)
    table(database, "kept_finding", {**words, **moments}, may_be_empty=("helper",), refers=helper)
    month = ("month", "closed_on", "corrections")
    table(database, "closed_month", {**dict.fromkeys(month, _TEXT)})


def _rates(database: Database) -> None:
    words = ("name", "helper", "value", "valid_from", "valid_to", "source")
    table(
        database,
        "own_rate",
        {**dict.fromkeys(words, _TEXT)},
        may_be_empty=("helper", "valid_to"),
        refers=(("helper", "helper"),),
    )


def _money(database: Database) -> None:
    added = (
        ("scheme", "sick_pay", "TEXT NOT NULL DEFAULT 'unknown'"),
        ("scheme", "pay_area", "TEXT"),
        ("helper", "pension_date", "TEXT"),
        ("shift", "overtime_minutes", "INTEGER NOT NULL DEFAULT 0"),
        ("own_rate", "area", "TEXT"),
        ("closed_month", "pay", "TEXT NOT NULL DEFAULT '[]'"),
    )
    add_columns(database, added)
    _budgets(database)
    _flows(database)
    _paid(database)


def _budgets(database: Database) -> None:
    words = "name valid_from valid_to decision_reference explain_from"
    table(database, "budget", dict.fromkeys(words.split(), _TEXT), may_be_empty=("explain_from",))
    words = "budget words amount standard money_class formula source"
    table(
        database,
        "budget_line",
        {**dict.fromkeys(words.split(), _TEXT), "place": _WHOLE, "minutes": _WHOLE},
        may_be_empty=("minutes", "standard"),
        refers=(("budget", "budget"),),
    )
    words = "first_day last_day line words"
    table(
        database,
        "explanation",
        dict.fromkeys(words.split(), _TEXT),
        may_be_empty=("line",),
        refers=(("line", "budget_line"),),
    )


def _flows(database: Database) -> None:
    line = (("line", "budget_line"),)
    words = "received_on amount payer line first_day last_day note"
    table(
        database,
        "payment",
        dict.fromkeys(words.split(), _TEXT),
        may_be_empty=("line", "first_day", "last_day"),
        refers=line,
    )
    words = "day number what amount standard line state note attachment"
    table(
        database,
        "voucher",
        dict.fromkeys(words.split(), _TEXT),
        may_be_empty=("line",),
        refers=line,
    )
    words = "out_of purpose words consent decision_reference decided_on"
    table(
        database,
        "moved_hours",
        {**dict.fromkeys(words.split(), _TEXT), "minutes": _WHOLE},
        may_be_empty=("decided_on",),
    )
    _contents(database)


def _contents(database: Database) -> None:
    """Pictures and PDFs by a hash of what is in them; a record names the hash."""
    contents: Any = database["content"]
    contents.create(
        {"id": str, "media_type": str, "data": bytes},
        pk="id",
        not_null={"media_type", "data"},
        strict=True,
    )


def _paid(database: Database) -> None:
    helper = (("helper", "helper"),)
    words = "helper month amount lines explanation"
    table(database, "payslip", dict.fromkeys(words.split(), _TEXT), refers=helper)
    words = "helper day in_fund own_wish"
    table(
        database,
        "unemployment_day",
        {**dict.fromkeys(words.split(), _TEXT), "minutes": _WHOLE},
        refers=helper,
    )
