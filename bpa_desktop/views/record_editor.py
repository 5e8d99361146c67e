"""The form of one record of any type, with *Done* and *Delete*; what is written is not lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from bpa_desktop.domain.absence import Absence
from bpa_desktop.errors import BpaError
from bpa_desktop.i18n import _, explain, uncapitalised
from bpa_desktop.services import keeping
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Notice, Row
from bpa_desktop.views.editors import Known
from bpa_desktop.views.fit_again_panel import ways_back
from bpa_desktop.views.focus import focus_first
from bpa_desktop.views.forms import Form, load
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.stack import Stack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.catalogue import Kind
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk

_GAP: Final = 16


class RecordEditor(Stack):
    """Edits ``record``; without one, a new one that begins with ``given``. ``keep`` saves it.

    ``then`` shows what is shown afterwards, else the panel is put away.
    What was typed and not finished is kept on the desk, and stands here again the next time.
    """

    def __init__(
        self,
        desk: Desk,
        kind: Kind,
        record: Record | None = None,
        given: Mapping[str, Any] | None = None,
        keep: Callable[[Session, Record], str] | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(_GAP)
        self._keep = keep
        self._then = then
        self._desk = desk
        self._kind = kind
        self._record = record
        self._given = given or {}
        known = Known(now=desk.session.now(), choices=keeping.choices(desk.session, kind.record))
        self.form = Form(load(kind.name), kind.record, known, desk.announcer.say)
        self._begun = Notice(_("You began to write here. Nothing of it is saved yet."))
        self._drop = Button(_("Drop what I wrote"), press=self.drop)
        self.add(self._begun)
        self.add(self.form.widget)
        self._end = self._actions()
        self.add(self._end)
        self.add(Row([self._drop]))
        self.form.turned.connect(self._show_end)
        self._fill()
        self.form.changed.connect(self._keep_draft)
        desk.changed.connect(self._changed)

    @property
    def _draft_key(self) -> tuple[str, str]:
        return self._kind.name, self._record.id if self._record is not None else ""

    def _fill(self) -> None:
        self.form.fill(self._record)
        for name, value in self._given.items():
            self.form.editor(name).show(value)
        draft = self._desk.drafts.get(self._draft_key)
        self._begun.setVisible(draft is not None)
        self._drop.setVisible(draft is not None)
        if draft is not None:
            self.form.resume(draft)
        if self._desk.read_only:
            self.form.set_read_only()

    def _actions(self) -> Row:
        buttons = [Button(_("Done"), "primary", press=self.finish)]
        if self._record is not None and self._record.id and not self._kind.single:
            text = _("Delete {what}").format(what=uncapitalised(_(self._kind.one)))
            buttons.append(Button(text, press=self.delete))
        if isinstance(self._record, Absence):
            buttons += ways_back(self._desk, self._record)
        for button in buttons:
            button.setEnabled(not self._desk.read_only)
        if self._kind.single:
            buttons.append(Button(_("Back"), icon="arrow-left", press=self._desk.go_back))
        Roving(buttons)
        return Row(buttons)

    def _show_end(self) -> None:
        """While a line is open it has a *Done* of its own, and there is no other."""
        self._end.setVisible(not self.form.has_open_row)

    def _keep_draft(self) -> None:
        self._desk.drafts[self._draft_key] = self.form.draft()

    def drop(self) -> None:
        """Forget what was typed and show the record as it is kept."""
        self._desk.drafts.pop(self._draft_key, None)
        self._fill()
        self._desk.say(_("What you wrote is gone."))
        focus_first(self.form.widget)

    def finish(self) -> None:
        """Save what stands in the form, or go to what is wrong with it."""
        made: Any = self.form.finish(self._record)
        if made is None:
            return
        draft = self._desk.drafts.pop(self._draft_key, None)
        try:
            sentence = (self._keep or keeping.keep)(self._desk.session, made)
        except BpaError as error:
            if draft is not None:
                self._desk.drafts[self._draft_key] = draft
            self._refused(error)
        else:
            self._leave(sentence)

    def _refused(self, error: BpaError) -> None:
        if isinstance(error, keeping.Refused):
            self.form.refuse(error.problems)
        else:
            self._desk.say(explain(error), "warn")

    def delete(self) -> None:
        """Delete the record; it can be undone."""
        record = self._record
        if record is None:
            return
        try:
            sentence = keeping.discard(self._desk.session, record)
        except BpaError as error:
            self._desk.say(explain(error), "warn")
        else:
            self._desk.drafts.pop(self._draft_key, None)
            self._leave(sentence)

    def _leave(self, sentence: str) -> None:
        self._desk.close_panel()
        if self._then is not None:
            self._then()
        self._desk.say(sentence)

    def _changed(self, topics: frozenset[str]) -> None:
        """Follow the record when it is changed elsewhere, such as by undo; typed words stay."""
        record = self._record
        if record is None or self._kind.name not in topics or not self.isVisible():
            return
        found = keeping.current(self._desk.session, record)
        if found is None:
            self._desk.close_panel()
        elif found != record:
            self._record = found
            if self._draft_key not in self._desk.drafts:
                self._fill()


def open_editor(
    desk: Desk,
    kind: Kind,
    record: Record | None = None,
    then: Callable[[], object] | None = None,
    **given: Any,
) -> None:
    """Show the form of ``record``, or of a new one that begins with ``given``, in the panel.

    ``then`` is what is shown once it is saved or deleted; without it the panel is put away.
    """
    if record is not None and given:
        record, given = replace(record, **given), {}
    is_new = record is None or not record.id
    title = _(kind.new).format(what=uncapitalised(_(kind.one))) if is_new else _(kind.one)
    desk.show_panel(RecordEditor(desk, kind, record, given, then=then), title)
    told = "" if record is None else f" {keeping.told(desk.session, record).removesuffix('.')}."
    desk.announcer.say(f"{title}.{told}")
