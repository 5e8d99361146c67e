"""One find in minutes: what it is, the words that take its place, and the answers to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.meeting import CheckAnswer
from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services.meeting_words import point_name
from bpa_desktop.services.minutes_checks import answer, decide_again
from bpa_desktop.services.minutes_sharing import usual_words
from bpa_desktop.services.paper_scope import scope
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.services.minutes_checks import Check, PointReview
    from bpa_desktop.views.desk import Desk

_GAP: Final = 4
_LETTERS: Final = 22


class FindRow(Stack):
    """A find that waits: *Replace*, or Enter in the field, writes what stands in the field.

    ``what`` tells the find from others on the screen, in its buttons and above its field.
    """

    def __init__(self, desk: Desk, one: PointReview, check: Check, what: str) -> None:
        super().__init__(_GAP)
        self.check = check
        self._desk = desk
        self._one = one
        self._usual = usual_words(scope(desk.session), check.find)
        self.entry = self._field(what)
        keep = _("Keep – {what}").format(what=what)
        new = _("Replace – {what}").format(what=what)
        self.entry.add_button(keep, self._keep, stretch=False)
        self.entry.add_button(new, self.entry.read, stretch=False)
        self.add(Text(_told(check), tone="warn"))
        self.add(self.entry)

    def _field(self, what: str) -> EntryRow:
        return EntryRow(
            self._desk,
            _("Write instead – {what}").format(what=what),
            self._usual,
            self._replace,
            letters=_LETTERS,
            on_leave=False,
            draft=_draft(self._desk, self._one, self.check),
        )

    @property
    def buttons(self) -> list[Button]:
        """The answers, in the order of the screen."""
        return self.entry.buttons

    @property
    def words(self) -> str:
        """The person's own words, empty while the suggestion stands there."""
        words = self.entry.field.text().strip()
        return "" if words == self._usual else words

    def _keep(self) -> None:
        def write() -> str:
            answer(self._desk.session, self._one.point, self.check.find, CheckAnswer.KEEP)
            return _("{what} is kept.").format(what=self._kind)

        self._desk.attempt(write)

    def _replace(self, _text: str) -> None:
        words, find = self.words, self.check.find
        answer(self._desk.session, self._one.point, find, CheckAnswer.REPLACE, words)
        text = _("{what} is replaced by ”{words}”.") if words else _("{what} is replaced.")
        self._desk.say(text.format(what=self._kind, words=words))

    @property
    def _kind(self) -> str:
        return _(self.check.find.kind.label)


class SettledRow(Row):
    """A find that is decided, and the way to decide it again, with the words chosen before."""

    def __init__(self, desk: Desk, one: PointReview, check: Check, what: str) -> None:
        super().__init__()
        self._desk = desk
        self._one = one
        self._check = check
        text = _("Decide again – {what}").format(what=what)
        button = Button(text, press=self._again)
        self.buttons = [button]
        self.add(Text(_settled(check), tone="muted"), chars=_LETTERS, stretch=True, fold=True)
        self.add(button)

    def _again(self) -> None:
        settled = self._check.answer
        if settled is not None:
            _draft(self._desk, self._one, self._check).keep(settled.instead, "")

        def write() -> str:
            decide_again(self._desk.session, self._one.point, self._check.find)
            text = _("{what} waits for an answer again.")
            return text.format(what=_(self._check.find.kind.label))

        self._desk.attempt(write)


def _draft(desk: Desk, one: PointReview, check: Check) -> Draft:
    return Draft(desk, "find", f"{one.point.id} {_one_line(check.find.text)}")


def find_names(one: PointReview) -> list[str]:
    """What each find of a point is called on the screen, in the order of ``one.checks``."""
    point = point_name(one.point).lower()
    several = len(one.checks) > 1
    whats = [f"{point}, {_one_line(check.find.text)}" if several else point for check in one.checks]
    return told_apart([(what,) for what in whats])


def find_rows(desk: Desk, one: PointReview) -> Sequence[FindRow | SettledRow]:
    """A row for each find of a point, decided or not."""
    make = partial(_row, desk, one)
    return [make(check, what) for check, what in zip(one.checks, find_names(one), strict=True)]


def _row(desk: Desk, one: PointReview, check: Check, what: str) -> FindRow | SettledRow:
    kind = FindRow if check.answer is None else SettledRow
    return kind(desk, one, check, what)


def _told(check: Check) -> str:
    text = _("Check: {kind}, {found}.")
    told = text.format(
        kind=uncapitalised(_(check.find.kind.label)), found=_one_line(check.find.text)
    )
    return f"{told} {_(check.find.why)}" if check.find.why else told


def _settled(check: Check) -> str:
    found, settled = f"”{_one_line(check.find.text)}”", check.answer
    if settled is None or settled.answer is CheckAnswer.KEEP:
        return _("{found} is kept.").format(found=found)
    if settled.instead:
        text = _("{found} is replaced by ”{words}”.")
        return text.format(found=found, words=settled.instead)
    return _("{found} is replaced.").format(found=found)


def _one_line(text: str) -> str:
    return " ".join(text.split())
