"""The page of holidays: each trip, what is to be thought of, the application and its answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.domain.trips import APPLY_WEEKS, FACTS, TripCode
from bpa_desktop.i18n import _, ngettext
from bpa_desktop.services import trip_acts as acts
from bpa_desktop.services.case_profile import own_profile, quoted, ruled, said
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.rulebook import rulebook
from bpa_desktop.services.rules_asked import asked_words
from bpa_desktop.services.trips import finding_words, trip_lines, trip_title, trip_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Card, Notice, Row
from bpa_desktop.views.letter_doors import ask_municipality, open_letter
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bpa_desktop.domain.trip import Trip
    from bpa_desktop.services.trips import TripLine
    from bpa_desktop.views.button_look import Kind
    from bpa_desktop.views.desk import Desk

_TITLE_CHARS: Final = 26
_SOURCES: Final = ("holiday.usual_help", "holiday.extra_reasons", "holiday.same_form")


class TripsPage(Page):
    """A card for each trip: those to come first. What is read is kept on one Tab stop."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"trip", "scheme", "application", "grant", "letter"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New trip"), icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self._apply = Button(_("Apply for a holiday"), "primary", press=self._apply_next)
        self.lead(new, self._apply, main=self._apply)

    def refresh(self) -> None:
        """Read the trips again."""
        session = self.desk.session
        lines = trip_lines(session)
        self.heading.say(_("Holiday"), _summary(lines))
        content = self.stack()
        if not lines:
            content.add(Notice(_("Write a trip, and see when to apply and what to ask for.")))
        else:
            text = acts.year_words(acts.year_of_trips(session, session.today.year))
            content.add(Text(text))
        names = _names(lines)
        buttons: list[Button] = []
        for line, name in zip(lines, names, strict=True):
            card, own = self._card(line, name)
            content.add(card)
            buttons += own
        content.add(self._rules())
        self.group.set_buttons([*self.above, *buttons])
        self.fill(content)

    def _card(self, line: TripLine, name: str) -> tuple[Card, list[Button]]:
        session, trip = self.desk.session, line.trip
        card = Card()
        card.add(Text(trip_title(trip), "strong"))
        card.add(Text(trip_words(trip), tone="muted"))
        if not line.is_over:
            for fact in acts.facts(session, trip):
                card.add(Text(fact))
            by = acts.apply_by_words(session, trip)
            if by:
                card.add(Text(by))
            for one in line.findings:
                card.add(Notice(finding_words(one), "warn"))
            asked = asked_words(session, APPLY_WEEKS) if _is_unknown(line) else ""
            if asked:
                card.add(Text(asked))
        if trip.consent is Consent.REFUSED:
            card.add(Notice(_("Refused. You may complain in time."), "warn"))
        buttons = [*self._buttons(line, name)]
        card.add(Row(buttons))
        return card, buttons

    def _buttons(self, line: TripLine, name: str) -> Iterator[Button]:
        """At most four: open, apply, note it, or the answer in one press."""
        session, trip = self.desk.session, line.trip
        yield Button(_("Open – {name}").format(name=name), press=partial(self._open, line))
        if trip.consent is Consent.REFUSED:
            text = _("See the decision – {name}").format(name=name)
            yield Button(text, press=partial(self.desk.go, "case"))
        if trip.consent is not Consent.ASKED or line.is_over:
            return
        if trip.applied_on is None:
            write = _("Write the application – {name}").format(name=name)
            yield self._doer(write, partial(self._letter, trip))
            if _is_unknown(line):
                ask = _("Ask the municipality – {name}").format(name=name)
                yield self._doer(ask, self._question)
            sent = _("Applied for today – {name}").format(name=name)
            yield self._doer(sent, self._act(partial(acts.applied, session, trip)))
        else:
            for consent, text in (
                (Consent.AGREED, _("Agreed – {name}")),
                (Consent.REFUSED, _("Refused – {name}")),
            ):
                act = self._act(partial(acts.answered, session, trip, consent))
                yield self._doer(text.format(name=name), act)

    def _act(self, act: Callable[[], str]) -> Callable[[], object]:
        return lambda: self.desk.attempt(act)

    def _doer(self, text: str, press: Callable[[], object], kind: Kind = "plain") -> Button:
        button = Button(text, kind, press=press)
        button.setEnabled(not self.desk.read_only)
        return button

    def _rules(self) -> Card:
        """What a good application holds, and what the municipality says of holidays."""
        session = self.desk.session
        card = Card(_("What the application must hold"))
        for text in (
            _("Where you go, and the days: from and to."),
            _("Why you need more help there than at home, task by task."),
            _("How many hours and helpers, and when in the day."),
            _("What else you tried: other aids, another place, help on the spot."),
            _("Costs for helpers, each with its amount."),
        ):
            card.add(Text(f"– {text}"))
        general = ruled(rulebook().find(FACTS, session.today))
        found = [said(own_profile(session), key) for key in _SOURCES]
        for one in filter(None, (general, *found)):
            card.add(Text(quoted(one), tone="muted"))
        return card

    def _letter(self, trip: Trip) -> None:
        open_letter(self.desk, LetterKind.HOLIDAY, ("trip", trip.id), back="trips")

    def _question(self) -> None:
        """How long before a trip to apply is a question with a letter of its own."""
        ask_municipality(self.desk, (APPLY_WEEKS,), "trips")

    def _apply_next(self) -> None:
        """The nearest trip that is not applied for; without one, a new trip."""
        waiting = [
            one.trip
            for one in trip_lines(self.desk.session)
            if not one.is_over and one.trip.applied_on is None and one.trip.consent is Consent.ASKED
        ]
        if waiting:
            self._letter(waiting[0])
        else:
            self._new()

    def _open(self, line: TripLine) -> None:
        open_editor(self.desk, kind_named("trip"), line.trip)

    def _new(self) -> None:
        open_editor(self.desk, kind_named("trip"))


def _names(lines: Sequence[TripLine]) -> list[str]:
    return told_apart([(one.trip.place, trip_title(one.trip)) for one in lines])


def _summary(lines: Sequence[TripLine]) -> str:
    coming = sum(not one.is_over for one in lines)
    if not coming:
        return _("No trip is planned.")
    return ngettext("{n} trip to come.", "{n} trips to come.", coming)


def _is_unknown(line: TripLine) -> bool:
    """Whether the municipality does not say how long before the trip to apply."""
    return any(one.code is TripCode.NO_LEAD_TIME for one in line.findings)
