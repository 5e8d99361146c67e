"""One helper: how to reach them, what can be done, and everything the file tells of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services.person_head import head_facts, standing
from bpa_desktop.services.person_timeline import sides, timeline
from bpa_desktop.services.reading import helper_signs, helpers
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.helper_doors import HELPER_DOORS
from bpa_desktop.views.life_part import MOST, Life, LifeChoice
from bpa_desktop.views.marks import HelperMark
from bpa_desktop.views.page import Page
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.person_timeline import Side
    from bpa_desktop.views.desk import Desk

_LABEL_CHARS: Final = 16
_VALUE_CHARS: Final = 24


class PersonPage(Page):
    """The helper that was chosen; as long as none was, the first there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._side: Side | None = None
        self._most = MOST
        back = Button(_("Back"), icon="arrow-left", press=desk.go_back)
        self.heading.add(back)
        desk.person_wanted.connect(self._begin_anew)

    def _begin_anew(self) -> None:
        self._side, self._most, self._stale = None, MOST, True
        if self.isVisible():
            self.catch_up()

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
        if self.desk.person:
            return next((one for one in people if one.id == self.desk.person), None)
        return next((one for one in people if one.erased_on is None), None)

    def _head(self, helper: Helper) -> Card:
        card = Card()
        mark = HelperMark(*helper_signs(self.desk.session)[helper.id])
        card.add(Row([mark, Text(_(helper.position.label), "strong")]))
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

    def _life(self, helper: Helper) -> Life:
        moments = timeline(self.desk.session, helper)
        there = sides(moments)
        side = self._side if self._side in there else None
        part = Life(self.desk, helper, moments, LifeChoice(side, self._most))
        part.side_wanted.connect(self._show)
        part.more_wanted.connect(self._show_more)
        return part

    def _show(self, side: Side | None) -> None:
        self._side, self._most = side, MOST
        self.refresh()
        text = _("Everything") if side is None else _(side.label)
        self.desk.say(_("Shown: {what}.").format(what=uncapitalised(text)))

    def _show_more(self) -> None:
        self._most += MOST
        self.refresh()
        self.desk.say(_("More is shown."))
