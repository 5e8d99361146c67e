"""The place Hiring: who applied, the texts about the job, and the contracts of the helpers."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.domain.applications import is_open
from bpa_desktop.domain.contract_items import Part
from bpa_desktop.domain.own_text import TextKind
from bpa_desktop.i18n import _, date_words, ngettext, uncapitalised
from bpa_desktop.services import hiring
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.contracts import contracts_of, state_of
from bpa_desktop.services.job_texts import job_texts
from bpa_desktop.services.reading import employed
from bpa_desktop.views.applicant_panel import open_applicant
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row, Rows
from bpa_desktop.views.contract_panel import open_contract
from bpa_desktop.views.job_text_panel import new_text, open_text
from bpa_desktop.views.page import Page
from bpa_desktop.views.record_editor import open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.applicant import Applicant
    from bpa_desktop.domain.own_text import OwnText
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.views.desk import Desk

_GAP: Final = 4
_NAME_CHARS: Final = 16
_STATE_CHARS: Final = 24
_ONE_DAY: Final = dt.timedelta(days=1)
_AHEAD: Final = dt.timedelta(days=90)
"""Who begins within these days is listed with the contracts too."""


class HiringPage(Page):
    """Applicants first, then the texts, then the contracts.

    What belongs to applicants is one Tab stop, and what stands below them another.
    """

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"applicant", "own_text", "contract", "helper", "scheme"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        new = Button(_("New applicant"), "primary", icon="plus", press=self._new)
        new.setEnabled(not desk.read_only)
        self.lead(new, main=new)
        self._lower = Roving()

    def refresh(self) -> None:
        """Read the records again."""
        session = self.desk.session
        found = hiring.applicants(session)
        self.heading.say(_("Hiring"), _summary(found))
        content = self.stack()
        self.group.set_buttons(self.above)
        if found:
            content.add(self._applicants(found))
        else:
            content.add(Notice(_("Write who applies, and nobody is forgotten or kept too long.")))
        texts, below = self._texts(job_texts(session))
        content.add(texts)
        people = employed(session, session.today, session.today + _AHEAD)
        if people:
            contracts, buttons = self._contracts(people)
            content.add(contracts)
            below += buttons
        self._lower.set_buttons(below)
        self.fill(content)

    def _applicants(self, found: Sequence[Applicant]) -> Rows:
        rows, buttons = Rows(_("Applicants")), [*self.above]
        opened = told_apart([_named(_("Open – {name}"), one) for one in found])
        stepped = told_apart([_step_labels(one) for one in found])
        for one, label, step in zip(found, opened, stepped, strict=True):
            pressed = [Button(label, press=partial(open_applicant, self.desk, one.id))]
            if one.stage in hiring.STEP:
                pressed.insert(0, self._writer(step, self._move(one)))
            buttons += pressed
            words = hiring.state_words(one, self.desk.session.today)
            rows.add(Stack(_GAP, [_line(one.name, words, []), Row(pressed)]))
        self.group.set_buttons(buttons)
        return rows

    def _move(self, one: Applicant) -> Callable[[], object]:
        return lambda: self.desk.attempt(lambda: hiring.move_on(self.desk.session, one))

    def _texts(self, found: Sequence[OwnText]) -> tuple[Rows, list[Button]]:
        rows, buttons = Rows(_("Job description and advert")), list[Button]()
        labels = told_apart([_text_labels(one) for one in found])
        for one, label in zip(found, labels, strict=True):
            button = Button(label, press=partial(open_text, self.desk, one.id))
            buttons.append(button)
            words = f"{_(one.kind.label)}, {date_words(one.written_on)}"
            rows.add(_line(one.title, words, [button]))
        make = [
            self._writer(_("Write a job description"), self._text(TextKind.JOB_DESCRIPTION)),
            self._writer(_("Write an advert"), self._text(TextKind.ADVERT)),
        ]
        rows.add(Row(make))
        return rows, [*buttons, *make]

    def _text(self, kind: TextKind) -> Callable[[], object]:
        return partial(new_text, self.desk, kind)

    def _contracts(self, people: Sequence[Helper]) -> tuple[Rows, list[Button]]:
        rows, buttons = Rows(_("Contracts")), list[Button]()
        text = _("Contract – {name}")
        labels = told_apart(
            [tuple(text.format(name=name) for name in (one.first_name, one.name)) for one in people]
        )
        for one, label in zip(people, labels, strict=True):
            button = Button(label, press=partial(open_contract, self.desk, one.id))
            buttons.append(button)
            rows.add(_line(one.name, self._contract_words(one), [button]))
        return rows, buttons

    def _contract_words(self, helper: Helper) -> str:
        """What is missing or not given of the newest employment."""
        session = self.desk.session
        if not contracts_of(session, helper):
            return _("No contract here")
        newest = max(helper.employments, key=lambda one: one.first_day)
        state = state_of(session, helper, newest)
        if state.contract is None:
            return _("No contract here")
        missing = sum(len(state.missing(part)) for part in Part)
        if missing:
            return ngettext("{n} thing is missing", "{n} things are missing", missing)
        is_given = state.contract.given_on and state.contract.rest_given_on
        return _("In order") if is_given else _("Not given yet")

    def _writer(self, label: str, press: Callable[[], object]) -> Button:
        button = Button(label, press=press)
        button.setEnabled(not self.desk.read_only)
        return button

    def _new(self) -> None:
        open_editor(self.desk, kind_named("applicant"), applied_on=self.desk.session.today)


def _named(text: str, one: Applicant) -> tuple[str, ...]:
    """The label with the first name, and with all of it."""
    return tuple(text.format(name=name) for name in (one.name.partition(" ")[0], one.name))


def _step_labels(one: Applicant) -> tuple[str, ...]:
    """What takes an applicant a stage further; somebody who has none has no button either."""
    step = hiring.STEP.get(one.stage)
    return _named(_(step) + " – {name}", one) if step else (one.id,)


def _line(name: str, words: str, buttons: Sequence[Button]) -> Row:
    row = Row()
    row.add(Text(name, "strong"), chars=_NAME_CHARS, fold=True)
    row.add(Text(words, tone="muted"), chars=_STATE_CHARS, stretch=True, fold=True)
    for button in buttons:
        row.add(button)
    return row


def _text_labels(one: OwnText) -> tuple[str, ...]:
    dated = f"{one.title}, {date_words(one.written_on)}"
    names = uncapitalised(_(one.kind.label)), one.title, dated
    return tuple(_("Open – {name}").format(name=name) for name in names)


def _summary(found: Sequence[Applicant]) -> str:
    waiting = sum(is_open(one) for one in found)
    if not waiting:
        return _("Nobody waits for an answer.")
    return ngettext(
        "{n} applicant waits for an answer.", "{n} applicants wait for an answer.", waiting
    )
