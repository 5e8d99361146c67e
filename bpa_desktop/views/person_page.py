"""One helper: how to reach them, what can be done, and everything the file tells of them."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _, date_words, day_month, ngettext, uncapitalised
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.person_head import head_facts, standing
from bpa_desktop.services.person_timeline import sides, timeline
from bpa_desktop.services.reading import helper_signs, helpers
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row, Section
from bpa_desktop.views.helper_doors import HELPER_DOORS
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.page import Page
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
_LINE_GAP: Final = 4
_LABEL_CHARS: Final = 16
_VALUE_CHARS: Final = 24
MOST: Final = 30
"""So many lines stand at once; a press shows as many more."""
_FEW: Final = 8
"""With no more lines than this there is nothing to choose between."""


class PersonPage(Page):
    """The helper that lies on the desk; without one, the first there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._side: Side | None = None
        self._most = MOST
        back = Button(_("Back"), icon="arrow-left", press=desk.go_back)
        self.heading.add(back)
        desk.person_wanted.connect(self._begin_anew)

    def _begin_anew(self) -> None:
        self._side, self._most, self._stale = None, MOST, True

    def refresh(self) -> None:
        """Read everything about the helper again."""
        helper = self._helper()
        content = self.stack()
        if helper is None:
            self.heading.say(_("Helper"), _("Choose a helper under Helpers to see them here."))
            self.fill(content)
            return
        session = self.desk.session
        self.heading.say(helper.name, standing(helper, session.today))
        content.add(self._head(helper))
        if helper.erased_on is None:
            content.add(self._doors(helper))
            content.add(self._life(helper))
        self.fill(content)

    def _helper(self) -> Helper | None:
        people = helpers(self.desk.session)
        chosen = (one for one in people if one.id == self.desk.person)
        return next(chosen, next(iter(people), None))

    def _head(self, helper: Helper) -> Card:
        card = Card()
        card.add(HelperMark(*helper_signs(self.desk.session)[helper.id]))
        for label, value in head_facts(helper):
            row = Row()
            row.add(Text(label, tone="muted"), chars=_LABEL_CHARS, fold=True)
            row.add(Text(value), chars=_VALUE_CHARS, stretch=True, fold=True)
            card.add(row)
        return card

    def _doors(self, helper: Helper) -> Row:
        session = self.desk.session
        doors = [one for one in HELPER_DOORS if one.fits is None or one.fits(session, helper)]
        buttons = []
        for door in doors:
            buttons.append(Button(_(door.label), press=partial(door.open, self.desk, helper)))
            buttons[-1].setObjectName(door.label)
        Roving(buttons)
        return Row(buttons)

    def _life(self, helper: Helper) -> Stack:
        moments = timeline(self.desk.session, helper)
        there = sides(moments)
        side = self._side if self._side in there else None
        shown = [one for one in moments if side is None or one.side is side]
        part = Stack(_GAP * 2)
        part.add(Text(_("What has happened"), "section"))
        if not moments:
            part.add(
                Notice(
                    _("What you write about {who} comes here, day by day.").format(
                        who=helper.first_name
                    )
                )
            )
        chips = self._chips(there, side) if len(moments) > _FEW and len(there) > 1 else []
        if chips:
            row = Row(chips)
            row.setAccessibleName(_("Show"))
            part.add(row)
        buttons = [self._button(*pair) for pair in _labelled(shown[: self._most])]
        for title, group in groupby(zip(shown, buttons, strict=False), key=_year):
            year = Section(title)
            year.add(Stack(_LINE_GAP, [button for _moment, button in group]))
            part.add(year)
        rest = len(shown) - len(buttons)
        if rest > 0:
            buttons.append(self._more(rest))
            part.add(Row([buttons[-1]]))
        Roving(chips)
        Roving(buttons)
        return part

    def _chips(self, there: Sequence[Side], chosen: Side | None) -> list[Button]:
        found = []
        for side in (None, *there):
            text = _("Everything") if side is None else _(side.label)
            button = Button(text, press=partial(self._show, side))
            button.set_kind("chosen" if side is chosen else "plain")
            button.setObjectName(f"side/{side or ''}")
            found.append(button)
        return found

    def _show(self, side: Side | None) -> None:
        self._side, self._most = side, MOST
        self.refresh()
        text = _("Everything") if side is None else _(side.label)
        self.desk.say(_("Shown: {what}.").format(what=uncapitalised(text)))

    def _button(self, moment: Moment, label: str) -> Button:
        button = Button(label, press=partial(self._open, moment))
        button.set_leading()
        return button

    def _more(self, rest: int) -> Button:
        text = ngettext("Show {n} older", "Show {n} older", min(rest, MOST))
        button = Button(text, press=self._show_more)
        button.setObjectName("older")
        return button

    def _show_more(self) -> None:
        self._most += MOST
        self.refresh()
        self.desk.say(_("More is shown."))

    def _open(self, moment: Moment) -> None:
        if moment.record is None:
            if moment.week is not None:
                self.desk.show_week(moment.week)
            return
        kind = kind_named(moment.record[0])
        found = self.desk.session.records.with_ids(kind.record, [moment.record[1]])
        for record in found:
            open_editor(self.desk, kind, record)


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
