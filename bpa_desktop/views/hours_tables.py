"""The tables of the place Hours: the year part by part, by kind, and as the chart shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from bpa_desktop.i18n import _
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.forecast_words import figure_heads, figures, month_name
from bpa_desktop.services.year import difference_text, whole
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from bpa_desktop.domain.forecast import Forecast
    from bpa_desktop.services.year import KindLine, YearHours
    from bpa_desktop.services.year_parts import PartLine
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.text import Look

_GAP: Final = 16
_MONTH_CHARS: Final = 10
_NUMBER_CHARS: Final = 7
_DIFFERENCE_CHARS: Final = 16
_KIND_CHARS: Final = 19
_WIDE_NUMBER_CHARS: Final = 12
_FIGURE_CHARS: Final = 10
_WORDS_CHARS: Final = 18
_NOTHING: Final = "–"
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PartsTable(Rows):
    """A line for each part of the time with what can be done about it, and the year so far."""

    def __init__(
        self,
        desk: Desk,
        found: YearHours,
        lines: Sequence[PartLine],
        see: Callable[[PartLine], None],
    ) -> None:
        super().__init__(_("Granted, planned and used, in hours"))
        self._desk = desk
        self._today = found.today
        self._see = see
        self.buttons: list[Button] = []
        heads = (_("Granted"), _("Planned"), _("Used"))
        self.add(_part_row(_("Time"), heads, _("Difference"), "label"))
        for line in lines:
            self.add(self._row(line))
        self.add(_total(found))

    def _row(self, line: PartLine) -> Row:
        row = _part_row(line.name, _numbers(line, self._today), _difference(line, self._today))
        if line.explanation is not None:
            row.add(Text(line.explanation.words, tone="muted"), chars=_WORDS_CHARS, stretch=True)
        see = Button(_("See {month}").format(month=line.name), press=partial(self._see, line))
        see.set_spoken(_spoken(line, self._today))
        buttons = [see, *self._explain(line)]
        for button in buttons:
            row.add(button)
        self.buttons += buttons
        return row

    def _explain(self, line: PartLine) -> Iterator[Button]:
        """Where a part differs much, the way to say why; where it was said, to change it."""
        if line.explanation is not None:
            text = _("Change the explanation – {month}")
        elif line.asks(self._today):
            text = _("Write an explanation – {month}")
        else:
            return
        press = partial(self._write, line)
        yield Button(text.format(month=line.name), press=press)

    def _write(self, line: PartLine) -> None:
        kind = kind_named("explanation")
        if line.explanation is not None:
            open_editor(self._desk, kind, line.explanation)
            return
        open_editor(self._desk, kind, first_day=line.first, last_day=line.last)


def _total(found: YearHours) -> Row:
    sums = (whole(found.granted), whole(found.planned))
    difference = difference_text(found.difference)
    name = _("Total {year}").format(year=found.year)
    return _part_row(name, (*sums, whole(found.used)), difference, "strong")


def _numbers(line: PartLine, today: dt.date) -> tuple[str, str, str]:
    if line.first <= today:
        return whole(line.granted), whole(line.planned), whole(line.used)
    return _NOTHING, whole(line.planned), _NOTHING


def _difference(line: PartLine, today: dt.date) -> str:
    if line.first <= today and (line.granted or line.used):
        return difference_text(line.difference)
    return _NOTHING


def _spoken(line: PartLine, today: dt.date) -> str:
    planned = _("planned {hours}").format(hours=whole(line.planned))
    if line.first > today:
        return planned
    granted = _("granted {hours}").format(hours=whole(line.granted))
    used = _("used {hours}").format(hours=whole(line.used))
    return f"{granted}, {planned}, {used}, {_difference(line, today)}"


def _part_row(name: str, numbers: Iterable[str], difference: str, look: Look = "body") -> Row:
    row = Row(gap=_GAP)
    row.add(Text(name, look), chars=_MONTH_CHARS, fold=True)
    _add_numbers(row, numbers, look, _NUMBER_CHARS)
    row.add(Text(difference, look), chars=_DIFFERENCE_CHARS, stretch=True)
    return row


def figures_table(found: Forecast) -> Rows:
    """The numbers that the chart of the year shows."""
    table = Rows(_("The figures of the chart, in hours"))
    table.add(_figure_row(_("Month"), figure_heads(), "label"))
    for month in found.months:
        table.add(_figure_row(month_name(month.first), figures(month)))
    return table


def _figure_row(name: str, numbers: Iterable[str], look: Look = "body") -> Row:
    row = Row(gap=_GAP)
    row.add(Text(name, look), chars=_MONTH_CHARS, stretch=True, fold=True)
    _add_numbers(row, numbers, look, _FIGURE_CHARS)
    return row


def kinds_table(found: YearHours, buttons: Sequence[Button]) -> Rows:
    """A line with its button for each kind of hours that was granted, planned or used."""
    table = Rows(_("By kind, in hours"))
    heads = (_("Granted this year"), _("Used so far"), _("Planned this year"))
    table.add(_kind_row(_("Kind"), heads, "label"))
    for line, button in zip(found.kinds, buttons, strict=True):
        row = _kind_row(_(line.kind.label), _kind_numbers(line))
        row.add(button)
        table.add(row)
    return table


def _kind_numbers(line: KindLine) -> tuple[str, str, str]:
    return whole(line.granted_year), whole(line.used), whole(line.planned_year)


def _kind_row(name: str, numbers: Iterable[str], look: Look = "body") -> Row:
    row = Row(gap=_GAP)
    row.add(Text(name, look), chars=_KIND_CHARS, stretch=True, fold=True)
    _add_numbers(row, numbers, look, _WIDE_NUMBER_CHARS)
    return row


def _add_numbers(row: Row, numbers: Iterable[str], look: Look, chars: int) -> None:
    for number in numbers:
        words = Text(number, look)
        words.setAlignment(_RIGHT)
        row.add(words, chars=chars, fold=True)
