"""A shift on another day too, in two halves, or with another helper for one of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.entry import parse_date, parse_time
from bpa_desktop.i18n import _, clock, day_words, span
from bpa_desktop.services.reading import helpers
from bpa_desktop.services.shift_edits import cut_at, middle
from bpa_desktop.services.swapping import swap_offers, swappable
from bpa_desktop.views import shift_edit_actions
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.shift_bench import Part
from bpa_desktop.views.substitute_panel import SHOWN_FIRST
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.services.swapping import Offer
    from bpa_desktop.views.button import Button
    from bpa_desktop.views.shift_bench import Bench

COPY: Final = "copy"
SPLIT: Final = "split"
SWAP: Final = "swap"
_DATE_LETTERS: Final = 14
_TIME_LETTERS: Final = 7
_TRIED_FIRST: Final = 40
"""So many shifts, the nearest, are tried against the rules until all are asked for."""


class CopyPart(Part):
    """A field for the day of the copy."""

    def __init__(self, bench: Bench, group: list[Button]) -> None:
        super().__init__(bench, group, COPY)
        row = EntryRow(
            self.desk,
            _("Copy to the day"),
            "",
            self._take,
            letters=_DATE_LETTERS,
            on_leave=False,
            draft=bench.draft(COPY),
        )
        group.append(row.add_button(_("Copy there"), row.read))
        self.add(row)

    def _take(self, text: str) -> bool:
        day = parse_date(text, self.desk.session.today)
        return shift_edit_actions.copy_to(self.desk, self.shift, day)


class SplitPart(Part):
    """A field for the time between the halves; ``open_shift`` shows the later one by its id."""

    def __init__(
        self, bench: Bench, group: list[Button], open_shift: Callable[[str], object]
    ) -> None:
        super().__init__(bench, group, SPLIT)
        self._open_shift = open_shift
        half = middle(self.shift)
        self._row = EntryRow(
            self.desk,
            _("Split at"),
            "" if half is None else clock(half),
            self._take,
            letters=_TIME_LETTERS,
            on_leave=False,
            draft=bench.draft(SPLIT),
        )
        self._keeps = False
        self.add(self._row)
        if self.shift.helper is None:
            self.add_row([self._cut(_("Split here"), keeps=False)])
        else:
            another = self._cut(_("Second half to another"), keeps=False)
            self.add_row([another, self._cut(_("Keep both halves"), keeps=True)])

    def _cut(self, text: str, *, keeps: bool) -> Button:
        def press() -> None:
            self._keeps = keeps
            self._row.read()

        return self.button(text, lambda _desk, _shift: press())

    def _take(self, text: str) -> bool:
        """Split, and show the half that somebody is to be found for."""
        cut = cut_at(self.shift, parse_time(text))
        keeps = self._keeps
        self.bench.close()
        second = shift_edit_actions.split(self.desk, self.shift, cut, keep_helper=keeps)
        if second is not None and not keeps:
            self._open_shift(second.id)
        return second is not None


class SwapPart(Part):
    """The shifts of others to swap with, each with what speaks against it."""

    def __init__(self, bench: Bench, group: list[Button]) -> None:
        super().__init__(bench, group, SWAP)
        others = swappable(self.desk.session, self.shift)
        if not others:
            self.add(Text(_("Nobody has a coming shift to swap within two weeks."), tone="muted"))
            return
        self.add_label(_("Swap with"))
        is_all = bench.choice.show_all or len(others) <= SHOWN_FIRST + 1
        near = others if is_all else others[:_TRIED_FIRST]
        shown = swap_offers(self.desk.session, self.shift, near)
        shown = shown if is_all else shown[:SHOWN_FIRST]
        self._people = {one.id: one for one in helpers(self.desk.session)}
        for one, label in zip(shown, told_apart([self._labels(one) for one in shown]), strict=True):
            self.add_row([self._offer(one, label)])
        if len(others) > len(shown):
            text = _("Show all shifts ({n})").format(n=len(others))
            self.add_row([self.button(text, lambda _desk, _shift: self._show_all())])

    def _show_all(self) -> None:
        self.bench.show(replace(self.bench.choice, show_all=True), SWAP)
        self.desk.announcer.say(_("All shifts are shown."))

    def _labels(self, one: Offer) -> tuple[str, str]:
        start, end = one.shift.used
        when = f"{day_words(start.date())} {span(start, end)}"
        text = _("Swap with {who} {when}") if one.is_free else _("Swap anyway with {who} {when}")
        who = self._people[str(one.shift.helper)]
        return text.format(who=who.first_name, when=when), text.format(who=who.name, when=when)

    def _offer(self, one: Offer, label: str) -> Button:
        button = self.button(label, lambda _desk, _shift: self._swap(one))
        button.set_note(one.words, "ok" if one.is_free else "muted")
        button.set_leading()
        return button

    def _swap(self, one: Offer) -> None:
        self.bench.close()
        shift_edit_actions.swap(self.desk, self.shift, one.shift)
