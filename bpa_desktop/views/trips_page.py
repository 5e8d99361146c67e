"""The page of trips: each with its days, its state, and what is to be thought of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.trips import finding_words, trip_lines, trip_title, trip_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.services.trips import TripLine
    from bpa_desktop.views.desk import Desk

_TITLE_CHARS: Final = 26


class TripsPage(Page):
    """A card for each trip: those to come first."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"trip", "scheme"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New trip"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        back = Button(_("Back"), icon="arrow-left", press=desk.go_back)
        self._above = [back, new]
        self._group = Roving(self._above)
        self._group.point_to(new)
        self.heading.add(Row(self._above))

    def refresh(self) -> None:
        """Read the trips again."""
        lines = trip_lines(self.desk.session)
        self.heading.say(_("Trips"), _summary(lines))
        content = self.stack()
        if not lines:
            content.add(Notice(_("Write a trip, and see when to apply and what to ask for.")))
        labels = told_apart(
            [
                tuple(_("Open – {name}").format(name=name) for name in (one.trip.place, title))
                for one, title in ((one, trip_title(one.trip)) for one in lines)
            ]
        )
        buttons = [
            Button(label, press=partial(self._open, one))
            for one, label in zip(lines, labels, strict=True)
        ]
        for one, button in zip(lines, buttons, strict=True):
            content.add(_card(one, button))
        self._group.set_buttons([*self._above, *buttons])
        self.fill(content)

    def _open(self, line: TripLine) -> None:
        open_editor(self.desk, kind_named("trip"), line.trip)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("trip"))


def _card(line: TripLine, button: Button) -> Card:
    card = Card()
    row = Row()
    row.add(Text(trip_title(line.trip), "strong"), chars=_TITLE_CHARS, stretch=True, fold=True)
    row.add(button)
    card.add(row)
    card.add(Text(trip_words(line.trip), tone="muted"))
    if not line.is_over:
        for one in line.findings:
            card.add(Notice(finding_words(one), "warn"))
    return card


def _summary(lines: Sequence[TripLine]) -> str:
    coming = sum(not one.is_over for one in lines)
    if not coming:
        return _("No trip is planned.")
    return ngettext("{n} trip to come.", "{n} trips to come.", coming)
