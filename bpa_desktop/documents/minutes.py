"""Minutes of a staff meeting: the leader's own copy, and the one that may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.model import (
    Bullets,
    Column,
    Document,
    Facts,
    Heading,
    Note,
    Style,
    Table,
    Text,
)
from bpa_desktop.documents.phrases import footer, joined, period_words, sentence
from bpa_desktop.domain.meeting import Mark
from bpa_desktop.i18n import _, clock, date_words, day_words, language

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from bpa_desktop.documents.model import Block
    from bpa_desktop.domain.meeting import Section
    from bpa_desktop.domain.period import Period

KEY: Final = "staff_meeting_minutes"
OWN_KEY: Final = "own_minutes"
AGENDA_KEY: Final = "meeting_agenda"


@dataclass(frozen=True, kw_only=True)
class MeetingFacts:
    """What stands above the points: when, where, and who took part, named as the paper names."""

    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    place: str = ""
    helpers: tuple[str, ...] = ()
    others: str = ""


@dataclass(frozen=True, kw_only=True)
class ShownPoint:
    """A point that may be shown, as it may be shown; ``agreed`` are whole lines."""

    number: int
    heading: str
    words: str
    agreed: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ShownMinutes:
    """Everything the shown copy tells, and nothing else.

    Of a point that is left out there is its number alone.
    """

    key: str
    case_number: str
    meeting: MeetingFacts
    points: tuple[ShownPoint | int, ...]


@dataclass(frozen=True, kw_only=True)
class OwnPoint:
    """A point with everything that was written, its mark, and why it is left out."""

    number: int
    section: Section
    mark: Mark
    heading: str
    words: str
    agreed: tuple[str, ...] = ()
    reason: str = ""
    left_out_on: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class OwnMinutes:
    """The leader's own copy."""

    meeting: MeetingFacts
    points: tuple[OwnPoint, ...]


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """What will be talked about, for those who come."""

    meeting: MeetingFacts
    points: tuple[ShownPoint, ...]


def left_out_words(number: int) -> str:
    """What stands in place of a point that is left out."""
    return _("Point {number} is left out: sensitive personal details.").format(number=number)


def shown_minutes(values: ShownMinutes) -> Document:
    """The copy that may be shown, built from what may be shown and nothing else."""
    title = _("Minutes: {title} {date}").format(
        title=values.meeting.title, date=date_words(values.meeting.starts_at.date())
    )
    return Document(
        key=values.key,
        title=title,
        language=language(),
        footer_left=footer(values.case_number, _("Minutes of a staff meeting")),
        blocks=tuple(_shown_blocks(values)),
    )


def no_minutes(case_number: str, period: Period) -> Document:
    """What stands in their place while none may be shown."""
    text = _("{period}: no minutes are looked through yet, so none can be shown.")
    return Document(
        key=KEY,
        title=_("Minutes of staff meetings"),
        language=language(),
        footer_left=footer(case_number, _("Minutes of staff meetings")),
        blocks=(Text(text=sentence(text.format(period=period_words(period)))),),
    )


def _shown_blocks(values: ShownMinutes) -> Iterator[Block]:
    yield _facts(values.meeting)
    if any(isinstance(one, int) for one in values.points):
        yield Text(text=_("What is personal is left out. The numbers of the points stay."))
    for point in values.points:
        if isinstance(point, int):
            yield Note(text=left_out_words(point), left_out=point)
        else:
            yield from _point(point)


def _point(point: ShownPoint) -> Iterator[Block]:
    yield Heading(text=f"{point.number}. {point.heading or _('Point')}")
    yield from _paragraphs(point.words)
    if point.agreed:
        yield Text(text=_("Agreed"), style=Style.STRONG)
        yield Bullets(items=point.agreed)


def _paragraphs(words: str) -> Iterator[Block]:
    for part in words.split("\n\n"):
        if part.strip():
            yield Text(text=part.strip())


def _facts(meeting: MeetingFacts) -> Facts:
    when = _("{day} at {start}–{end}").format(
        day=f"{day_words(meeting.starts_at.date())} {meeting.starts_at.year}",
        start=clock(meeting.starts_at),
        end=clock(meeting.ends_at),
    )
    pairs = [(_("When"), sentence(when))]
    if meeting.place.strip():
        pairs.append((_("Place"), meeting.place.strip()))
    people = joined(meeting.helpers) if meeting.helpers else _("No helpers")
    pairs.append((_("Helpers who take part"), people))
    if meeting.others.strip():
        pairs.append((_("Others who take part"), meeting.others.strip()))
    return Facts(pairs=tuple(pairs))


def agenda(values: Agenda) -> Document:
    """The agenda, to be given to those who come."""
    title = _("Agenda: {title} {date}").format(
        title=values.meeting.title, date=date_words(values.meeting.starts_at.date())
    )
    return Document(
        key=AGENDA_KEY,
        title=title,
        language=language(),
        footer_left=_("Agenda"),
        blocks=tuple(_agenda_blocks(values)),
    )


def _agenda_blocks(values: Agenda) -> Iterator[Block]:
    yield _facts(values.meeting)
    if not values.points:
        yield Text(text=_("Nothing is on the agenda yet."))
    for point in values.points:
        yield from _point(point)


def own_minutes(values: OwnMinutes) -> Document:
    """Everything that was written, with its marks, and at the end what stays at home and why."""
    title = _("Own copy: {title} {date}").format(
        title=values.meeting.title, date=date_words(values.meeting.starts_at.date())
    )
    return Document(
        key=OWN_KEY,
        title=title,
        subtitle=_("Stays at home: it holds sensitive personal details."),
        language=language(),
        footer_left=_("Own copy, stays at home"),
        blocks=tuple(_own_blocks(values)),
    )


def _own_blocks(values: OwnMinutes) -> Iterator[Block]:
    yield _facts(values.meeting)
    section = None
    for point in values.points:
        if point.section is not section:
            section = point.section
            yield Heading(text=_(section.label))
        yield Heading(text=f"{point.number}. {point.heading or _('Point')}", level=3)
        yield Text(text=_(point.mark.label), style=Style.MUTED)
        yield from _paragraphs(point.words)
        if point.agreed:
            yield Text(text=_("Agreed"), style=Style.STRONG)
            yield Bullets(items=point.agreed)
    left_out = [one for one in values.points if one.mark is Mark.SENSITIVE]
    if left_out:
        yield Heading(text=_("Left out of the copy that is shown"))
        yield _left_out_table(left_out)


def _left_out_table(points: Sequence[OwnPoint]) -> Table:
    return Table(
        columns=(
            Column(title=_("Point"), weight=0, is_row_header=True),
            Column(title=_("Why")),
            Column(title=_("Left out on"), weight=0),
        ),
        rows=tuple(
            (
                str(one.number),
                one.reason.strip() or _("No reason is written."),
                date_words(one.left_out_on) if one.left_out_on else "–",
            )
            for one in points
        ),
        summary=_("Each point that stays at home, with the reason and the day."),
    )
