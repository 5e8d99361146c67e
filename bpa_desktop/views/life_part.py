"""What has happened with one helper: a button for each thing, by year, the newest first."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal

from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.i18n import _, date_words, day_month, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.person_timeline import sides
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Section
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.person_timeline import Moment, Side
    from bpa_desktop.views.desk import Desk

_GAP: Final = 8
MOST: Final = 30
"""So many lines stand at once; a press shows as many more."""
_FEW: Final = 8
"""With no more lines than this there is nothing to choose between."""
_ATTESTS: Final = frozenset({TextKind.STATEMENT, TextKind.SENT_HOME})


class LifeChoice(NamedTuple):
    """Which side is shown, or all of them; and how many lines at most."""

    side: Side | None
    most: int


class Life(Stack):
    """The lines and what chooses between them; each of both is one Tab stop.

    ``side_wanted`` carries a side, or none for everything.
    """

    side_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(
        self, desk: Desk, helper: Helper, moments: Sequence[Moment], choice: LifeChoice
    ) -> None:
        super().__init__(_GAP * 2)
        self._desk = desk
        self.add(Text(_("What has happened"), "section"))
        if not moments:
            text = _("What you write about {who} comes here, day by day.")
            self.add(Notice(text.format(who=helper.first_name)))
        if len(moments) > _FEW:
            self._add_chips(sides(moments), choice.side)
        shown = [one for one in moments if choice.side in {None, one.side}]
        self._add_lines(shown, choice.most)

    def _add_chips(self, there: Sequence[Side], chosen: Side | None) -> None:
        chips = []
        for side in (None, *there):
            text = _("Everything") if side is None else _(side.label)
            chip = Button(text, press=partial(self.side_wanted.emit, side))
            chip.set_kind("chosen" if side is chosen else "plain")
            chip.setObjectName(f"side/{side or ''}")
            chips.append(chip)
        row = Row(chips)
        row.setAccessibleName(_("Show"))
        self.add(row)
        Roving(chips)

    def _add_lines(self, shown: Sequence[Moment], most: int) -> None:
        buttons = [self._button(*pair) for pair in _labelled(shown[:most])]
        for title, group in groupby(zip(shown, buttons, strict=False), key=_year):
            year = Section(title)
            year.add(Stack(_GAP, [button for _moment, button in group]))
            self.add(year)
        rest = len(shown) - len(buttons)
        if rest > 0:
            text = ngettext("Show {n} older", "Show {n} older", min(rest, MOST))
            buttons.append(Button(text, press=self.more_wanted.emit))
            buttons[-1].setObjectName("older")
            self.add(Row([buttons[-1]]))
        Roving(buttons)

    def _button(self, moment: Moment, label: str) -> Button:
        button = Button(label, press=partial(_open, self._desk, moment))
        button.set_leading()
        return button


def _open(desk: Desk, moment: Moment) -> None:
    """Show the record, or the roster of the month."""
    if moment.record is None:
        if moment.week is not None:
            desk.show_week(moment.week)
        return
    kind = kind_named(moment.record[0])
    for record in desk.session.records.with_ids(kind.record, [moment.record[1]]):
        if isinstance(record, OwnText) and record.kind in _ATTESTS:
            from bpa_desktop.views.attest_panel import open_text  # noqa: PLC0415 - rarely needed

            open_text(desk, record)
        else:
            open_editor(desk, kind, record)


def _year(pair: tuple[Moment, Button]) -> str:
    on = pair[0].on
    return _("Without a day") if on is None else str(on.year)


def _labelled(moments: Sequence[Moment]) -> list[tuple[Moment, str]]:
    """Each line with its day, no two alike."""
    labels = told_apart([(_brief(one), _whole(one)) for one in moments])
    return list(zip(moments, labels, strict=True))


def _brief(one: Moment) -> str:
    return one.words if one.on is None else f"{_when(one, day_month)}: {one.words}"


def _whole(one: Moment) -> str:
    return one.words if one.on is None else f"{_when(one, date_words)}: {one.words}"


def _when(one: Moment, words: Callable[..., str]) -> str:
    """The day; of a sum of shifts the month."""
    on = one.on
    if on is None:
        return ""
    if one.week is None:
        return words(on)
    month = day_month(on).partition(" ")[2] if words is day_month else words(on).partition(" ")[2]
    return month[:1].upper() + month[1:]
