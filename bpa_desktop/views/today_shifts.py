"""The shifts of the moment on the first page: a card each, with what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.kinds import HourKind
from bpa_desktop.i18n import _
from bpa_desktop.services.reading import first_name
from bpa_desktop.services.substitution import sick_spell
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Row
from bpa_desktop.views.marks import HelperMark, Pill
from bpa_desktop.views.shift_doors import (
    change_shift,
    end_absence,
    find_substitute,
    report_sick,
)
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.today import ShiftCard
    from bpa_desktop.views.desk import Desk

_WHEN_LETTERS: Final = 8
_TIME_LETTERS: Final = 11
_GAP: Final = 12
CARD_GAP: Final = 10


class TodayShifts(Stack):
    """One card below the other; ``buttons`` are in reading order, ``first`` is the main one."""

    def __init__(self, desk: Desk, cards: Sequence[ShiftCard]) -> None:
        super().__init__(CARD_GAP)
        self._desk = desk
        self.buttons: list[Button] = []
        self.first: Button | None = None
        self._ended: set[str] = set()
        labels = told_apart([_labels(card) for card in cards])
        for card, label in zip(cards, labels, strict=True):
            self.add(self._card(card, label))
        self.column.addStretch(1)

    def _card(self, card: ShiftCard, label: str) -> Card:
        surface = Card()
        surface.setAccessibleName(f"{_(card.when)} {card.times}")
        row = Row(gap=_GAP)
        row.add(Text(_(card.when), "label", "accent"), chars=_WHEN_LETTERS)
        row.add(Text(card.times, "time"), chars=_TIME_LETTERS)
        if card.helper is not None and card.sign is not None:
            row.add(HelperMark(card.sign.letters, card.sign.number))
            row.add(_who(card.helper, _aside(card)), stretch=True)
        else:
            row.add(Pill(_("Unfilled"), "warn"))
            row.add_space()
        row.add(Row(self._buttons(card, label)))
        surface.add(row)
        return surface

    def _buttons(self, card: ShiftCard, label: str) -> list[Button]:
        found = []
        is_first = self.first is None
        if is_first and card.helper is not None:
            found.append(self._edit(card, label))
        act = Button(label, "primary" if is_first else "plain", press=lambda: self._act(card))
        act.setEnabled(not self._desk.read_only)
        found += [act, *self._fit_again(card)]
        if is_first:
            self.first = act
        self.buttons += found
        return found

    def _fit_again(self, card: ShiftCard) -> list[Button]:
        """A way back for who is sick, once, at the first shift that waits for somebody else."""
        spell = None if card.helper is not None else sick_spell(self._desk.session, card.shift)
        if spell is None or spell.id in self._ended:
            return []
        self._ended.add(spell.id)
        name = first_name(self._desk.session, spell.helper)
        button = Button(
            _("Fit again – {name}").format(name=name),
            press=lambda: end_absence(self._desk, spell),
        )
        button.setEnabled(not self._desk.read_only)
        return [button]

    def _edit(self, card: ShiftCard, label: str) -> Button:
        who = label.removeprefix(_("Report sick – {who}").format(who=""))
        return Button(
            _("Change shift – {who}").format(who=who),
            press=lambda: change_shift(self._desk, card.shift),
        )

    def _act(self, card: ShiftCard) -> None:
        if card.helper is None:
            find_substitute(self._desk, card.shift.id)
        else:
            report_sick(self._desk, card.shift)


def _who(helper: Helper, below: str) -> Stack:
    lines = [Text(helper.name, "strong")]
    if below:
        lines.append(Text(below, tone="muted"))
    return Stack(1, lines)


def _aside(card: ShiftCard) -> str:
    """The phone number, and the kind of hours when it is not the usual one."""
    phone = card.helper.phone if card.helper is not None else ""
    kind = _(card.shift.kind.label) if card.shift.kind is not HourKind.BASIS else ""
    return " · ".join(part for part in (phone, kind) if part)


def _labels(card: ShiftCard) -> tuple[str, ...]:
    """What the main button may be called, from short to long."""
    if card.helper is None:
        text = _("Find a substitute – {when}")
        when = _(card.when).lower()
        return text.format(when=when), text.format(when=f"{when} {card.times}")
    text = _("Report sick – {who}")
    names = (card.helper.first_name, card.helper.name, f"{card.helper.name} {card.times}")
    return tuple(text.format(who=name) for name in names)
