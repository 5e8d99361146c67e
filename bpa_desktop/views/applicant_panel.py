"""The side panel about one applicant: one press to the next stage, the talk, and the end of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain import entry
from bpa_desktop.domain.applicant import ENDED, Stage
from bpa_desktop.domain.applications import is_open, may_be_used_again
from bpa_desktop.domain.period import months_before
from bpa_desktop.i18n import N_, _, date_words
from bpa_desktop.services import hiring
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.views.button import Button
from bpa_desktop.views.choice_panel import ChoicePanel
from bpa_desktop.views.contract_panel import show_contract
from bpa_desktop.views.drafts import Draft
from bpa_desktop.views.entry_row import EntryRow
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.text import Text
from bpa_desktop.views.words_field import WordsField

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.domain.applicant import Applicant
    from bpa_desktop.views.desk import Desk

HIRE: Final = "hire"
REJECT: Final = "reject"
WITHDRAW: Final = "withdraw"
DELETE: Final = "delete"
_DATE_LETTERS: Final = 18
_NOTE_LINES: Final = (4, 10)
_REASONS: Final = (
    N_("In case of a complaint about the choice."),
    N_("In case the one who was chosen does not begin."),
)
"""Reasons that can be taken with one press, instead of writing one."""
_GONE: Final = N_("Name, phone, notes and everything else about the application go.")
_ENDING: Final = {REJECT: Stage.REJECTED, WITHDRAW: Stage.WITHDRAWN}


def open_applicant(desk: Desk, applicant_id: str) -> None:
    """Show the applicant beside the page and say who it is."""
    found = show_applicant(desk, applicant_id)
    if found is not None:
        words = hiring.state_words(found, desk.session.today)
        desk.announcer.say(f"{found.name}. {words}")


def show_applicant(desk: Desk, applicant_id: str, part: str = "") -> Applicant | None:
    """Show the applicant without a word, with ``part`` open; the panel closes when it is gone."""
    found = hiring.find(desk.session, applicant_id)
    if found is None:
        desk.close_panel()
    else:
        desk.show_panel(ApplicantPanel(desk, found, part), found.name)
    return found


class ApplicantPanel(ChoicePanel):
    """What is known, and one button for each thing that can come of it.

    ``part`` is what was asked for and needs an answer first: a reason, a day, or being sure.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset({"applicant"})

    def __init__(self, desk: Desk, applicant: Applicant, part: str = "") -> None:
        super().__init__(desk, lambda: show_applicant(desk, applicant.id))
        self._applicant = applicant
        self._draft = Draft(desk, "applicant_reason", applicant.id)
        self._day: EntryRow | None = None
        self._add_known()
        parts = {HIRE: self._add_hiring, DELETE: self._add_deletion}
        parts |= {one: partial(self._add_ending, stage) for one, stage in _ENDING.items()}
        if part in parts:
            parts[part]()
            self._press(_("Not now"), self._open("", f"{applicant.name}."))
        else:
            self._add_actions()

    def _add_known(self) -> None:
        one = self._applicant
        self.add(Text(hiring.state_words(one, self.desk.session.today), "strong"))
        reached = ", ".join(filter(None, [one.phone, one.email]))
        if reached:
            self.add(Text(reached))
        if one.stage in ENDED and one.keep_reason:
            self.add(Text(_("Kept because: {reason}").format(reason=one.keep_reason)))
        if one.consent_to is not None:
            text = _("May be used for later jobs until {date}.")
            self.add(Text(text.format(date=date_words(one.consent_to))))

    def _add_actions(self) -> None:
        one, why = self._applicant, _("Why is it kept for a while?")
        self._add_notes()
        if one.stage in hiring.STEP:
            self._write(_(hiring.STEP[one.stage]), self._act(hiring.move_on), primary=True)
        if is_open(one):
            is_last = one.stage is Stage.OFFERED
            self._write(
                _("Hire"), self._open(HIRE, _("When does the work begin?")), primary=is_last
            )
            self._write(_("Give a no"), self._open(REJECT, why))
            self._write(_("Has withdrawn"), self._open(WITHDRAW, why))
        elif one.stage in ENDED:
            if may_be_used_again(one, self.desk.session.today):
                self._write(_("Use for another job"), self._act(hiring.use_again))
            self._write(_("Delete the applicant"), self._open(DELETE, _(_GONE)))
            self.add(Text(hiring.retention_words(self.desk.session, one), tone="muted"))
        elif one.helper:
            self._press(_("Open the contract"), partial(show_contract, self.desk, one.helper))
        self._write(_("Change the application"), self._change)

    def _add_notes(self) -> None:
        one = self._applicant
        help_text = _("Write only what has to do with the job. The applicant may ask to see it.")
        field = WordsField(
            self.desk,
            _("Notes from the talk"),
            one.interview_notes,
            Draft(self.desk, "interview_notes", one.id),
            self._save_notes,
            help_text,
            _NOTE_LINES,
        )
        self.add(field)

    def _save_notes(self, words: str) -> bool:
        session = self.desk.session
        return self.desk.attempt(lambda: hiring.save_notes(session, self._applicant, words))

    def _add_ending(self, stage: Stage) -> None:
        date = hiring.suggested_day(self.desk.session)
        text = _("What you keep is to be deleted on {date}. Why is it kept until then?")
        self.add(Text(text.format(date=date_words(date))))
        for reason in _REASONS:
            self._write(_(reason), partial(self._end, stage, _(reason)))
        self._reason = WordsField(self.desk, _("Another reason"), "", self._draft)
        self.add(self._reason)
        self._write(_("Save with my reason"), lambda: self._end(stage, self._reason.text))
        self.add(Text(hiring.retention_words(self.desk.session, self._applicant), tone="muted"))

    def _end(self, stage: Stage, reason: str) -> None:
        session = self.desk.session
        if self.desk.attempt(lambda: hiring.end(session, self._applicant, reason, stage)):
            self._draft.drop()

    def _add_hiring(self) -> None:
        text = _("The helper is made with name and phone from here, and the contract is begun.")
        self.add(Text(text))
        first = months_before(self.desk.session.today.replace(day=1), -1)
        self._day = EntryRow(
            self.desk,
            _("First day of work"),
            date_words(first),
            self._hire,
            letters=_DATE_LETTERS,
            on_leave=False,
        )
        self.add(self._day)
        name = self._applicant.name.partition(" ")[0]
        text = _("Hire {who}").format(who=name)
        self._write(text, self._day.read, primary=True)

    def _hire(self, text: str) -> None:
        session = self.desk.session
        day = entry.parse_date(text, session.today)
        made = hiring.hire(session, self._applicant, day)
        show_contract(self.desk, made.helper)
        self.desk.say(made.sentence)

    def _add_deletion(self) -> None:
        self.add(Text(_(_GONE)))
        text = _("Delete for good")
        self._write(text, self._act(hiring.delete), primary=True)

    def _act(self, act: Callable[..., str]) -> Callable[[], object]:
        desk = self.desk
        return lambda: desk.attempt(lambda: act(desk.session, self._applicant))

    def _open(self, part: str, said: str) -> Callable[[], object]:
        def press() -> None:
            show_applicant(self.desk, self._applicant.id, part)
            self.desk.announcer.say(said)

        return press

    def _change(self) -> None:
        then = partial(show_applicant, self.desk, self._applicant.id)
        open_editor(self.desk, kind_named("applicant"), self._applicant, then=then)

    def _write(self, text: str, press: Callable[[], object], *, primary: bool = False) -> None:
        button = Button(text, "primary" if primary else "plain", press=press)
        self.add_button(button, writes=True)

    def _press(self, text: str, press: Callable[[], object]) -> None:
        self.add_button(Button(text, press=press))
