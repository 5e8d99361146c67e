"""Who could take an unfilled shift, the best first: book, ask, or keep that they said no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.i18n import _, clock, ngettext, span
from bpa_desktop.services import sick_news, spells
from bpa_desktop.services.candidates import candidates, how_many, summary
from bpa_desktop.services.rostering import find_shift, when, who
from bpa_desktop.services.shift_edits import middle
from bpa_desktop.services.substitution import is_open, others_open, sick_spell
from bpa_desktop.views import shift_actions, substitute_actions
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.marks import HelperMark, Pill
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.absence import Absence
    from bpa_desktop.domain.clock import Span
    from bpa_desktop.domain.roster import Shift
    from bpa_desktop.services.candidates import Candidate
    from bpa_desktop.services.spells import Length
    from bpa_desktop.views.desk import Desk

SHOWN_FIRST: Final = 4
_MARK_LETTERS: Final = 4
_NAME_LETTERS: Final = 14
_TOPICS: Final = frozenset({"declined"})


class Search(NamedTuple):
    """How the panel about one shift is shown.

    ``order`` is in which order the helpers stood for the shift at the times ``span``, so that
    nothing moves while somebody reads. ``then`` are the ids of shifts that are offered next.
    ``sick`` is who was reported sick just now, when that is not whom the shift was planned for.
    """

    show_all: bool = False
    order: tuple[str, ...] = ()
    span: Span = (0, 0)
    then: tuple[str, ...] = ()
    sick: str | None = None


_FRESH: Final = Search()


def report_sick(desk: Desk, shift: Shift) -> None:
    """Record that the shift's helper is sick, and show who could come instead."""
    if shift_actions.report_sick(desk, shift):
        find_substitute(desk, shift.id, Search(sick=shift.helper))


def find_substitute(desk: Desk, shift_id: str, search: Search = _FRESH) -> None:
    """Show who could take the shift; when it is unfilled no longer, go on to what is offered next.

    The panel is closed when nothing is.
    """
    shift = find_shift(desk.session, shift_id)
    if shift is None or not is_open(shift):
        offer_next(desk, (shift_id, *search.then))
        return
    desk.show_panel(SubstitutePanel(desk, shift, search), _("Find a substitute"))


def look_for(desk: Desk, shift_id: str, search: Search = _FRESH) -> None:
    """Show who could take the shift, and say what was opened."""
    find_substitute(desk, shift_id, search)
    shift = find_shift(desk.session, shift_id)
    if shift is not None and is_open(shift):
        free = summary(candidates(desk.session, shift))
        desk.announcer.say(f"{_('Find a substitute')}. {when(shift)}. {free}")


def offer_next(desk: Desk, ids: tuple[str, ...], *, show_all: bool = False) -> None:
    """Show which of the shifts are still unfilled; close the panel when none is."""
    waiting = spells.still(desk.session, ids, is_open_still=True)
    if waiting:
        panel = NextPanel(desk, waiting, ids, show_all=show_all)
        desk.show_panel(panel, _("Find a substitute"))
    else:
        desk.close_panel()


def first_of(found: Sequence[Candidate], *, show_all: bool) -> Sequence[Candidate]:
    """The best few; all when all are wanted, or when only one would be left out.

    Who said no is not counted: somebody else is shown as well.
    """
    asked = [at for at, one in enumerate(found) if one.declined is None]
    if show_all or len(asked) <= SHOWN_FIRST:
        return found
    shown = found[: asked[SHOWN_FIRST - 1] + 1]
    return found if len(found) == len(shown) + 1 else shown


class SubstitutePanel(LivePanel):
    """The shift, how many are free, the candidates, and what else can be done."""

    TOPICS = LivePanel.TOPICS | _TOPICS

    def __init__(self, desk: Desk, shift: Shift, search: Search) -> None:
        super().__init__(desk, lambda: find_substitute(desk, shift.id, self._search))
        self._shift = shift
        self._buttons: list[Button] = []
        found = _ordered(candidates(desk.session, shift), shift, search)
        others = tuple(one.id for one in others_open(desk.session, shift))
        self._search = search._replace(
            order=tuple(one.helper.id for one in found),
            span=shift.planned,
            then=tuple(dict.fromkeys([*others, *search.then])),
        )
        # A longer sentence would move what somebody is about to press.
        free = how_many(found) if search.span == shift.planned else summary(found)
        self._add_heading(free)
        shown = first_of(found, show_all=search.show_all)
        self._add_candidates(shown)
        if len(found) > len(shown):
            text = _("Show all helpers ({n})").format(n=len(found))
            self._add_row([Button(text, press=self._show_all)])
        self._add_length()
        self._add_rest()
        self._roving = Roving(self._buttons)

    def _show_all(self) -> None:
        find_substitute(self.desk, self._shift.id, self._search._replace(show_all=True))
        self.desk.announcer.say(_("All helpers are shown."))

    def _leave(self) -> None:
        self.desk.close_panel()
        self.desk.say(sick_news.stays_open(self.desk.session, self._shift))

    def _add_heading(self, free: str) -> None:
        self.add(Text(when(self._shift), "strong"))
        parts = (self._absent(), free, self._more())
        self.add(Text(" ".join(part for part in parts if part), tone="muted"))

    def _absent(self) -> str:
        absent = self._search.sick or self._shift.stands_in_for
        if absent is None:
            return ""
        return _("{who} cannot come.").format(who=who(self.desk.session, absent))

    def _more(self) -> str:
        count = len(spells.still(self.desk.session, self._search.then, is_open_still=True))
        return _more_words(count) if count else ""

    def _add_candidates(self, shown: Sequence[Candidate]) -> None:
        books = _labels(
            shown, lambda one: _("Book {who}") if one.is_free else _("Book {who} anyway")
        )
        copies = _labels(shown, lambda _one: _("Copy message to {who}"))
        refusals = _labels(shown, lambda _one: _("{who} said no"))
        nobody = not any(one.is_free for one in shown)
        for one, *labels in zip(shown, books, copies, refusals, strict=True):
            is_asked = nobody or one.is_free or one.declined is not None
            self.add(self._candidate(one, labels if is_asked else labels[:1]))

    def _candidate(self, one: Candidate, labels: Sequence[str]) -> Stack:
        card = Stack(8)
        card.column.setContentsMargins(0, 8, 0, 0)
        line = Row(gap=12)
        line.add(HelperMark(one.sign.letters, one.sign.number), chars=_MARK_LETTERS)
        line.add(_who(one), chars=_NAME_LETTERS, stretch=True, fold=True)
        card.add(line)
        card.add(self._row(self._choices(one, labels)))
        return card

    def _choices(self, one: Candidate, labels: Sequence[str]) -> list[Button]:
        """Book; and for who is asked, ask and keep a no: it keeps its place once it was said."""
        desk, shift, helper = self.desk, self._shift, one.helper
        presses = (
            lambda: shift_actions.give(desk, shift, helper.id),
            lambda: substitute_actions.copy_message(desk, shift, helper),
            lambda: substitute_actions.decline(desk, shift, helper),
        )
        found = [Button(label, press=press) for label, press in zip(labels, presses, strict=False)]
        if one.is_free and not any(each.face.kind == "primary" for each in self._buttons):
            found[0].set_kind("primary")
        found[0].setEnabled(not desk.read_only)
        for said_no in found[2:]:
            said_no.setEnabled(not desk.read_only and one.declined is None)
        return found

    def _add_length(self) -> None:
        """How long the sickness lasts, where the shift is unfilled because of one."""
        spell = sick_spell(self.desk.session, self._shift, self._search.sick)
        if spell is None:
            return
        absent = who(self.desk.session, spell.helper)
        self.add(Text(_("How long is {who} sick?").format(who=absent), "label", "muted"))
        current = spells.length_of(spell)

        def set_length(length: Length) -> Callable[[], None]:
            return lambda: substitute_actions.set_length(self.desk, spell, length)

        chips = []
        for length in spells.lengths(self.desk.session, self._shift):
            text = sick_news.length_words(length, self.desk.session.today)
            chips.append(Button(text, press=set_length(length)))
            if length == current:
                chips[-1].set_kind("chosen")
            chips[-1].setEnabled(not self.desk.read_only)
        self._add_row(chips)
        self._add_was_here(spell)

    def _add_was_here(self, spell: Absence) -> None:
        """One press when the helper came, and became ill during the shift."""
        until = spells.fell_ill_at(self.desk.session, self._shift)
        if until is None:
            return
        text = _("{who} was here until {time}")
        words = text.format(who=who(self.desk.session, spell.helper), time=clock(until))
        button = Button(words, press=lambda: self._was_here(spell, until))
        button.setEnabled(not self.desk.read_only)
        self._add_row([button])

    def _was_here(self, spell: Absence, until: dt.datetime) -> None:
        rest = substitute_actions.was_here(self.desk, self._shift, spell, until)
        if rest is not None:
            find_substitute(self.desk, rest.id, self._search._replace(span=(0, 0)))

    def _add_rest(self) -> None:
        row = []
        at = middle(self._shift)
        if at is not None:
            halves = span(self._shift.planned_start, at), span(at, self._shift.planned_end)
            row.append(Button(_("Split the shift in two"), press=self._split))
            row[0].set_spoken(_("{first} and {second}").format(first=halves[0], second=halves[1]))
            row[0].setEnabled(not self.desk.read_only)
        row.append(Button(_("Leave the shift unfilled"), press=self._leave))
        self._add_row(row)

    def _split(self) -> None:
        at = middle(self._shift)
        second = None if at is None else substitute_actions.split(self.desk, self._shift, at)
        if second is not None:
            search = Search(then=(second.id, *self._search.then), sick=self._search.sick)
            find_substitute(self.desk, self._shift.id, search)

    def _add_row(self, buttons: list[Button]) -> None:
        self.add(self._row(buttons))

    def _row(self, buttons: list[Button]) -> Row:
        self._buttons += buttons
        return Row(buttons)


class NextPanel(LivePanel):
    """The shifts that are still unfilled after one of them was booked, with a way to each."""

    def __init__(
        self, desk: Desk, waiting: Sequence[Shift], ids: tuple[str, ...], *, show_all: bool
    ) -> None:
        super().__init__(desk, lambda: offer_next(desk, ids, show_all=show_all))
        self.add(Text(_more_words(len(waiting)), tone="muted"))
        shown = waiting if show_all or len(waiting) <= SHOWN_FIRST + 1 else waiting[:SHOWN_FIRST]
        text = _("Find a substitute – {when}")
        labels = told_apart([(text.format(when=when(one)),) for one in shown])
        buttons = [
            Button(label, press=self._finder(one, ids))
            for one, label in zip(shown, labels, strict=True)
        ]
        buttons[0].set_kind("primary")
        if len(waiting) > len(shown):
            more = _("Show all shifts ({n})").format(n=len(waiting))
            buttons.append(Button(more, press=lambda: self._show_all(ids)))
        buttons.append(Button(_("Leave them unfilled"), press=self._leave))
        for button in buttons:
            self.add(Row([button]))
        self._roving = Roving(buttons)

    def _show_all(self, ids: tuple[str, ...]) -> None:
        offer_next(self.desk, ids, show_all=True)
        self.desk.announcer.say(_("All shifts are shown."))

    def _leave(self) -> None:
        self.desk.close_panel()
        self.desk.say(_("The shifts stay unfilled."))

    def _finder(self, shift: Shift, ids: tuple[str, ...]) -> Callable[[], None]:
        then = tuple(one for one in ids if one != shift.id)
        return lambda: look_for(self.desk, shift.id, Search(then=then))


def _more_words(count: int) -> str:
    return ngettext("{n} shift more is unfilled.", "{n} shifts more are unfilled.", count)


def _ordered(found: Sequence[Candidate], shift: Shift, search: Search) -> Sequence[Candidate]:
    """In the order in which they stood before; anew when the shift has other times."""
    if search.span != shift.planned:
        return found
    places = {helper: place for place, helper in enumerate(search.order)}
    return sorted(found, key=lambda one: places.get(one.helper.id, len(places)))


def _who(one: Candidate) -> Stack:
    """The name, what speaks against it, why they stand where they stand, and the phone number."""
    pill = Pill(one.words, "ok" if one.is_free else "warn")
    reasons = " · ".join(reason for reason in one.reasons if reason != one.words)
    lines: list[Text] = [Text(one.helper.name, "strong"), pill, Text(reasons, tone="muted")]
    if one.helper.phone:
        lines.append(Text(_("phone {number}").format(number=one.helper.phone)))
    return Stack(2, lines)


def _book(one: Candidate) -> str:
    return _("Book {who}") if one.is_free else _("Book {who} anyway")


def _labels(shown: Sequence[Candidate], text: Callable[[Candidate], str]) -> list[str]:
    """``text`` with the first name of each, or with the whole name where two are alike."""
    return told_apart(
        [
            tuple(text(one).format(who=name) for name in (one.helper.first_name, one.helper.name))
            for one in shown
        ]
    )
