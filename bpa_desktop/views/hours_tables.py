"""The tables of the place Hours: the year month by month, and by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from bpa_desktop.i18n import _, month_words
from bpa_desktop.services.year import difference_text, whole
from bpa_desktop.views.card import Row, Rows
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from bpa_desktop.services.year import KindLine, MonthLine, YearHours
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.text import Look

_GAP: Final = 16
_MONTH_CHARS: Final = 10
_NUMBER_CHARS: Final = 7
_DIFFERENCE_CHARS: Final = 16
_KIND_CHARS: Final = 19
_WIDE_NUMBER_CHARS: Final = 12
_NOTHING: Final = "–"
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def month_name(first: dt.date) -> str:
    """``marts``: the year stands above the table."""
    return month_words(first).split(" ", maxsplit=1)[0]


def months_table(found: YearHours, buttons: Sequence[Button]) -> Rows:
    """A line for each month with its button, and the year so far."""
    table = Rows(_("Month by month, in hours"))
    heads = (_("Granted"), _("Planned"), _("Used"))
    table.add(_month_row(_("Month"), heads, _("Difference"), "label"))
    for line, button in zip(found.months, buttons, strict=True):
        row = _month_row(month_name(line.first), _numbers(found, line), _difference(found, line))
        row.add(button)
        button.set_spoken(_spoken(found, line))
        table.add(row)
    sums = (whole(found.granted), whole(sum(line.planned for line in found.months)))
    numbers = (*sums, whole(found.used))
    table.add(_month_row(_("Total"), numbers, difference_text(found.difference), "strong"))
    return table


def _has_begun(found: YearHours, line: MonthLine) -> bool:
    return line.first <= found.today


def _numbers(found: YearHours, line: MonthLine) -> tuple[str, str, str]:
    if _has_begun(found, line):
        return whole(line.granted), whole(line.planned), whole(line.used)
    return _NOTHING, whole(line.planned), _NOTHING


def _difference(found: YearHours, line: MonthLine) -> str:
    if _has_begun(found, line) and (line.granted or line.used):
        return difference_text(line.difference)
    return _NOTHING


def _spoken(found: YearHours, line: MonthLine) -> str:
    planned = _("planned {hours}").format(hours=whole(line.planned))
    if not _has_begun(found, line):
        return planned
    granted = _("granted {hours}").format(hours=whole(line.granted))
    used = _("used {hours}").format(hours=whole(line.used))
    return f"{granted}, {planned}, {used}, {_difference(found, line)}"


def _month_row(name: str, numbers: Iterable[str], difference: str, look: Look = "body") -> Row:
    row = Row(gap=_GAP)
    row.add(Text(name, look), chars=_MONTH_CHARS, fold=True)
    _add_numbers(row, numbers, look, _NUMBER_CHARS)
    row.add(Text(difference, look), chars=_DIFFERENCE_CHARS, stretch=True)
    return row


def kinds_table(found: YearHours) -> Rows:
    """A line for each kind of hours that was granted, planned or used."""
    table = Rows(_("By kind, in hours"))
    heads = (_("Granted this year"), _("Used so far"), _("Planned this year"))
    table.add(_kind_row(_("Kind"), heads, "label"))
    for line in found.kinds:
        table.add(_kind_row(_(line.kind.label), _kind_numbers(line)))
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
