"""One application beside the list: sent, answered, its letter, and the decision it led to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.answers_expected import answer_time, asked_of
from bpa_desktop.domain.application import ApplicationKind
from bpa_desktop.domain.letter import LetterKind
from bpa_desktop.domain.moved_hours import Consent
from bpa_desktop.i18n import _, date_words, money
from bpa_desktop.services import requests as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.keeping import told
from bpa_desktop.services.own_profile import profile_of
from bpa_desktop.services.rules_asked import asked_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.letter_doors import ask_municipality, open_letter
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.application import Application
    from bpa_desktop.views.desk import Desk
    from bpa_desktop.views.moods import Mood

_LETTERS = {
    ApplicationKind.COURSE: LetterKind.COURSE,
    ApplicationKind.HOLIDAY: LetterKind.HOLIDAY,
}


def open_application(desk: Desk, application_id: str) -> None:
    """Show the application beside the page, and say which it is."""
    one = show_application(desk, application_id)
    if one is not None:
        desk.announcer.say(f"{told(desk.session, one)}.")


def show_application(desk: Desk, application_id: str) -> Application | None:
    """Show it without a word; the panel closes when it is gone."""
    one = acts.find_application(desk.session, application_id)
    if one is None:
        desk.close_panel()
    else:
        desk.show_panel(ApplicationPanel(desk, one), one.title)
    return one


class ApplicationPanel(ChoicePanel):
    """How far it has come, and one press for each thing that can come of it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"application", "decision", "trip", "scheme", "letter"}
    )

    def __init__(self, desk: Desk, one: Application) -> None:
        super().__init__(desk, partial(show_application, desk, one.id))
        self._one = one
        self.add(Text(_(one.kind.label), "strong"))
        for words in self._facts():
            self.add(Text(words))
        self._add_sending()
        self._add_answer()
        self._button(_("Change the application"), self._change)

    def _facts(self) -> list[str]:
        one, found = self._one, []
        if one.why.strip():
            found.append(one.why.strip())
        if one.minutes:
            found.append(_("Hours: {hours}.").format(hours=in_hours(one.minutes)))
        if one.cost is not None:
            found.append(_("Kroner: {amount}").format(amount=money(one.cost)))
        if one.needed_by is not None:
            found.append(_("Needed by {date}.").format(date=date_words(one.needed_by)))
        return found

    def _add_sending(self) -> None:
        session, one = self.desk.session, self._one
        if one.sent_on is None:
            self.add(Text(_("Not sent.")))
            self._button(_("Write the letter"), self._letter)
            self._doer(_("Sent today"), partial(acts.sent, session, one))
        else:
            self.add(Text(_("Sent on {date}.").format(date=date_words(one.sent_on))))
        time = answer_time(profile_of(session, one.sent_on or session.today), one.kind)
        self.add(Text(acts.time_words(time), tone="muted"))
        if time is None:
            self._add_question(asked_of(one.kind))

    def _add_question(self, key: str) -> None:
        """How long an answer takes is asked by letter, which leads back to the application."""
        asked = asked_words(self.desk.session, key)
        if asked:
            self.add(Text(asked))
        then = partial(show_application, self.desk, self._one.id)
        ask = partial(ask_municipality, self.desk, (key,), "applications", then)
        self._button(_("Ask how long it takes"), ask)

    def _add_answer(self) -> None:
        session, one = self.desk.session, self._one
        if one.consent is Consent.ASKED:
            for consent, text in (
                (Consent.AGREED, _("The municipality agreed")),
                (Consent.REFUSED, _("The municipality refused")),
            ):
                self._doer(text, partial(acts.answered, session, one, consent))
            return
        mood: Mood = "ok" if one.consent is Consent.AGREED else "warn"
        self.add(Notice(_("Answer: {answer}.").format(answer=_(one.consent.label).lower()), mood))
        found = acts.decisions(session, one)
        for decision in found:
            self.add(Text(told(session, decision)))
        if found:
            see = Button(_("See the decisions"), press=partial(self.desk.go, "case"))
            self.add_button(see)
        else:
            self._button(_("Write the decision"), self._decide)

    def _doer(self, text: str, act: Callable[[], str]) -> None:
        self._button(text, lambda: self.desk.attempt(act))

    def _button(self, text: str, press: Callable[[], object]) -> None:
        self.add_button(Button(text, press=press), writes=True)

    def _letter(self) -> None:
        kind = _LETTERS.get(self._one.kind, LetterKind.APPLICATION)
        open_letter(self.desk, kind, ("application", self._one.id), back="applications")

    def _decide(self) -> None:
        begun = acts.decision_begun(self.desk.session, self._one)
        then = partial(show_application, self.desk, self._one.id)
        open_editor(self.desk, kind_named("decision"), begun, then=then)

    def _change(self) -> None:
        then = partial(show_application, self.desk, self._one.id)
        open_editor(self.desk, kind_named("application"), self._one, then=then)
