"""The side panel about one voucher: what it is, how far its bill is, and what is kept with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from bpa_desktop.domain.money_flow import VoucherState
from bpa_desktop.i18n import _, date_words, money
from bpa_desktop.services import keeping
from bpa_desktop.services import vouchers as acts
from bpa_desktop.services.attachments import MOST_MEGABYTES
from bpa_desktop.services.catalogue import kind_named
from bpa_desktop.services.flow import budgets
from bpa_desktop.services.flow_words import belongs, state_words
from bpa_desktop.views.attachment_part import AttachmentPart
from bpa_desktop.views.button import Button
from bpa_desktop.views.card import Row
from bpa_desktop.views.live_panel import LivePanel
from bpa_desktop.views.record_editor import RecordEditor, open_editor
from bpa_desktop.views.roving import Roving
from bpa_desktop.views.text import Text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from bpa_desktop.domain.flow_sums import Budgets
    from bpa_desktop.domain.money_flow import Voucher
    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.session import Session
    from bpa_desktop.views.desk import Desk


def open_voucher(desk: Desk, voucher_id: str) -> None:
    """Show the voucher beside the page and say which it is."""
    voucher = show_voucher(desk, voucher_id)
    if voucher is not None:
        desk.announcer.say(f"{acts.name_of(voucher)}. {voucher.what}.")


def show_voucher(desk: Desk, voucher_id: str) -> Voucher | None:
    """Show the voucher beside the page without a word; the panel closes when it is gone."""
    voucher = acts.find_voucher(desk.session, voucher_id)
    if voucher is None:
        desk.close_panel()
    else:
        desk.show_panel(VoucherPanel(desk, voucher), acts.name_of(voucher))
    return voucher


def new_voucher(desk: Desk, day: dt.date, **given: Any) -> None:
    """Show the form of a new voucher with the next number; what is kept is shown afterwards."""
    kind = kind_named("voucher")
    kept: list[str] = []

    def keep(session: Session, record: Record) -> str:
        sentence, saved = keeping.keep_known(session, record)
        kept.append(saved.id)
        return sentence

    def show() -> None:
        show_voucher(desk, kept[0])

    begun = {"day": day, "number": acts.number_for(desk.session, day), **given}
    title = _("New voucher")
    desk.show_panel(RecordEditor(desk, kind, None, begun, keep=keep, then=show), title)
    desk.announcer.say(f"{title}.")


class VoucherPanel(LivePanel):
    """What was written, and one press for each thing that can come of it."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"voucher", "budget", "budget_line"})

    def __init__(self, desk: Desk, voucher: Voucher) -> None:
        super().__init__(desk, lambda: show_voucher(desk, voucher.id))
        self._voucher = voucher
        books = budgets(desk.session)
        self.add(Text(f"{voucher.what}, {money(voucher.amount)}", "strong"))
        self.add(Text(date_words(voucher.day)))
        self.add(Text(belongs(voucher, books)))
        if voucher.note:
            self.add(Text(voucher.note, tone="muted"))
        self._buttons: list[Button] = []
        self._add_state(books)
        self._part = AttachmentPart(self, voucher)
        kept = list(self._part.buttons())
        self._buttons += kept
        self.add(Text(_("Attached file"), "label"))
        if not kept[1:]:
            text = _("A photo or PDF, at most {most} MB, is kept inside the encrypted file.")
            self.add(Text(text.format(most=MOST_MEGABYTES)))
        self.add(Row(kept))
        self.add(Row([self._button(_("Change the voucher"), self._change)]))
        self._roving = Roving(self._buttons)

    def _add_state(self, books: Budgets) -> None:
        voucher, words = self._voucher, state_words(self._voucher, books)
        if not words:
            return
        self.add(Text(_("Bill: {state}.").format(state=words)))
        row = Row()
        if voucher.state is VoucherState.KEPT:
            row.add(self._button(_("Sent to the municipality"), self._mark(acts.mark_sent)))
        if voucher.state is not VoucherState.PAID:
            row.add(self._button(_("Paid by the municipality"), self._mark(acts.mark_paid)))
            self.add(row)

    def _mark(self, act: Callable[..., str]) -> Callable[[], object]:
        desk, voucher = self.desk, self._voucher
        return lambda: desk.attempt(lambda: act(desk.session, [voucher]))

    def _change(self) -> None:
        then = partial(show_voucher, self.desk, self._voucher.id)
        open_editor(self.desk, kind_named("voucher"), self._voucher, then=then)

    def _button(self, text: str, press: Callable[[], object]) -> Button:
        button = Button(text, press=press)
        button.setEnabled(not self.desk.read_only)
        self._buttons.append(button)
        return button
