"""The aids helpers use, for the municipality's visit: no helper is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.documents.model import Column, Document, Table, Text
from bpa_desktop.documents.phrases import NONE, footer
from bpa_desktop.i18n import _, date_words, language, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from bpa_desktop.documents.model import Block, Cell

KEY: Final = "aids_list"


class AidRow(NamedTuple):
    """An aid in use; ``instructed`` of ``helpers`` are instructed in it.

    ``procedures`` are the titles of the work procedures that use it.
    """

    name: str
    used_for: str
    place: str
    since: dt.date | None
    inspected_on: dt.date | None
    inspection_on: dt.date | None
    instructed: int
    helpers: int
    procedures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AidsList:
    """Every aid that is in use on ``made_on``."""

    case_number: str
    made_on: dt.date
    rows: tuple[AidRow, ...]


def aids_list(values: AidsList) -> Document:
    """The list as a document."""
    return Document(
        key=KEY,
        title=_("Aids"),
        subtitle=sentence_of(values),
        language=language(),
        footer_left=footer(values.case_number, _("Aids")),
        landscape=True,
        blocks=tuple(_blocks(values)),
    )


def sentence_of(values: AidsList) -> str:
    """How many there are, and how many of their inspections are late."""
    count = len(values.rows)
    text = ngettext("{n} aid is in use on {date}.", "{n} aids are in use on {date}.", count)
    said = [text.format(date=date_words(values.made_on))]
    late = sum(_is_late(one, values.made_on) for one in values.rows)
    if late:
        said.append(ngettext("{n} inspection is late.", "{n} inspections are late.", late))
    return " ".join(said)


def _is_late(one: AidRow, day: dt.date) -> bool:
    return one.inspection_on is not None and one.inspection_on < day


def _blocks(values: AidsList) -> Iterator[Block]:
    if not values.rows:
        yield Text(text=_("No aids are registered."))
        return
    yield Table(
        columns=(
            Column(title=_("Aid"), weight=3, is_row_header=True),
            Column(title=_("Where it is"), weight=2),
            Column(title=_("In use since"), weight=2),
            Column(title=_("Inspection"), weight=3),
            Column(title=_("Work procedures"), weight=3),
            Column(title=_("Helpers instructed"), weight=2),
        ),
        rows=tuple(_row(one, values.made_on) for one in values.rows),
        summary=_("Each aid, where it is, its inspection, and how many helpers are instructed."),
    )


def _row(one: AidRow, today: dt.date) -> tuple[Cell, ...]:
    told = _("{count} of {total}").format(count=one.instructed, total=one.helpers)
    name: Cell = (one.name, one.used_for) if one.used_for else one.name
    since = date_words(one.since) if one.since else NONE
    procedures = ", ".join(one.procedures) or NONE
    return name, one.place or NONE, since, _inspection(one, today), procedures, told


def _inspection(one: AidRow, today: dt.date) -> Cell:
    said = []
    if one.inspected_on:
        said.append(_("last {date}").format(date=date_words(one.inspected_on)))
    if one.inspection_on:
        late = _("late: {date}") if one.inspection_on < today else _("next {date}")
        said.append(late.format(date=date_words(one.inspection_on)))
    return tuple(said) or NONE
