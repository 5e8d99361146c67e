"""The side panel about one work procedure: how it is done, its versions, and who knows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from bpa_desktop.i18n import _, uncapitalised
from bpa_desktop.services import keeping
from bpa_desktop.services import procedures as acts
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.paper_teaching import other_version_paper, procedure_paper
from bpa_desktop.services.teaching import teaching, usual_teacher
from bpa_desktop.services.teaching_words import count_words, other_version_words, version_words
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.instruct_part import InstructPart
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.picture_part import PicturePart
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.showing import show_paper
from bpa_desktop.views.stack import Stack
from bpa_desktop.views.text import Text
from bpa_desktop.views.told_apart import told_apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.procedures import OtherVersion
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk

_GAP: Final = 4


def open_procedure(desk: Desk, procedure_id: str) -> None:
    """Show the procedure beside the page and say which it is."""
    procedure = show_procedure(desk, procedure_id)
    if procedure is not None:
        desk.announcer.say(f"{procedure.title}.")


def show_procedure(desk: Desk, procedure_id: str, teacher: str | None = None) -> Procedure | None:
    """Show the procedure beside the page without a word; the panel closes when it is gone.

    ``teacher`` is who instructs; without it the citizen.
    """
    procedure = acts.find_procedure(desk.session, procedure_id)
    if procedure is None:
        desk.close_panel()
    else:
        teacher = usual_teacher(desk.session) if teacher is None else teacher
        desk.show_panel(ProcedurePanel(desk, procedure, teacher), procedure.title)
    return procedure


def new_procedure(desk: Desk) -> None:
    """Show the form of a new procedure; once it is kept, its panel asks for the text."""
    kind, kept = kind_named("procedure"), list[str]()

    def keep(session: Session, record: Record) -> str:
        sentence, saved = keeping.keep_known(session, record)
        kept.append(saved.id)
        return sentence

    title = _("New work procedure")
    then = partial(_show_kept, desk, kept)
    desk.show_panel(RecordEditor(desk, kind, keep=keep, then=then), title)
    desk.announcer.say(f"{title}.")


def _show_kept(desk: Desk, kept: Sequence[str]) -> None:
    show_procedure(desk, kept[0])


class ProcedurePanel(LivePanel):
    """The version that holds, and one press for what happens with it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {"procedure", "procedure_version", "procedure_picture", "instruction", "helper", "aid"}
    )

    def __init__(self, desk: Desk, procedure: Procedure, teacher: str) -> None:
        super().__init__(desk, self._again)
        self._procedure = procedure
        self._buttons: list[Button] = []
        found = teaching(desk.session)
        topic = found.topic_of(procedure)
        standings = found.standings(topic) if topic is not None else []
        self._part = InstructPart(self, standings, teacher, self._again)
        version = found.version_on(procedure.id)
        if version is None:
            self._ask_for_text()
        else:
            self._show_version(version, standings)
        self._part.show()
        self._buttons += self._part.buttons
        self._show_rest()
        self._roving = Roving(self._buttons)

    def _again(self) -> None:
        show_procedure(self.desk, self._procedure.id, self._part.teacher)

    def _ask_for_text(self) -> None:
        self.add(Notice(_("Write how it is done, and helpers can be instructed in it.")))
        self.add(Row([self._button(_("Write how it is done"), self._new_version, primary=True)]))

    def _show_version(self, version: ProcedureVersion, standings: Sequence[Standing]) -> None:
        self.add(Text(version_words(version), "strong"))
        used = ", ".join(one.name for one in acts.aids_of(self.desk.session, self._procedure))
        if used:
            self.add(Text(_("Aids used: {what}").format(what=used), tone="muted"))
        self.add(Text(version.words))
        paper = Button(_("See as paper with sign-off list"), icon="eye", press=self._paper)
        self._buttons.append(paper)
        new = self._button(_("New version"), self._new_version)
        mend = self._button(_("Correct the text"), partial(self._mend, version))
        self.add(Row([paper, new, mend]))
        pictures = PicturePart(self, version, self._again)
        pictures.show()
        self._buttons += pictures.buttons
        if standings:
            self.add(Text(count_words(standings)))

    def _show_rest(self) -> None:
        others = acts.other_versions(self.desk.session, self._procedure)
        if others:
            self.add(Text(_("Other versions"), "label"))
        names = told_apart([(uncapitalised(version_words(one.version)),) for one in others])
        for one, name in zip(others, names, strict=True):
            label, see_it = _("See – {what}").format(what=name), partial(self._other_paper, one)
            see = Button(label, icon="eye", press=see_it)
            self._buttons.append(see)
            self.add(Stack(_GAP, [Text(f"{other_version_words(one)}.", tone="muted"), Row([see])]))
        text = _("Change title and aids")
        self.add(Row([self._button(text, self._change)]))

    def _new_version(self) -> None:
        kind, title = kind_named("procedure_version"), _("New version")
        begun = acts.new_version(self.desk.session, self._procedure)
        form = RecordEditor(self.desk, kind, None, begun, keep=acts.keep_version, then=self._again)
        self.desk.show_panel(form, title)
        self.desk.announcer.say(". ".join((title, _("It begins with the text of the last one."))))

    def _mend(self, version: ProcedureVersion) -> None:
        open_editor(self.desk, kind_named("procedure_version"), version, then=self._again)

    def _change(self) -> None:
        open_editor(self.desk, kind_named("procedure"), self._procedure, then=self._again)

    def _paper(self) -> None:
        bundle = procedure_paper(self.desk.session, self._procedure)
        if bundle is not None:
            show_paper(self, bundle, back="procedures")

    def _other_paper(self, other: OtherVersion) -> None:
        bundle = other_version_paper(self.desk.session, self._procedure, other)
        show_paper(self, bundle, back="procedures")

    def _button(self, text: str, press: Callable[[], object], *, primary: bool = False) -> Button:
        button = Button(text, "primary" if primary else "plain", press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button
