"""The place Money in and out and the panel of a voucher, by what they are called."""

from __future__ import annotations

import datetime as dt
import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QLineEdit

from bpa_desktop.domain.money_flow import Payment, Voucher, VoucherState
from bpa_desktop.domain.standard_line import StandardLine
from bpa_desktop.views import attachment_part
from bpa_desktop.views.page_picture import PagePicture
from tests.documents.receipts import receipt
from tests.services.little_roster import lay, open_little
from tests.views.person import person_at
from tests.views.windows import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.views.person import Person

_PATIENCE = 10.0


def voucher(record_id: str, amount: str, **fields: Any) -> Voucher:
    given: dict[str, Any] = {
        "day": dt.date(2026, 3, 2),
        "what": "Annonce",
        "standard": StandardLine.ADVERTS,
        **fields,
    }
    return Voucher(id=record_id, amount=Decimal(amount), **given)


@pytest.fixture(name="me")
def _me(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    session = open_little(tmp_path)
    lay(
        session,
        Payment(received_on=dt.date(2026, 2, 2), amount=Decimal(80_000)),
        voucher("a", "100", number="1"),
        voucher("b", "250.50", number="2", state=VoucherState.SENT),
        voucher("c", "40", what="Sæbe", standard=StandardLine.HELPER_RELATED),
    )
    with person_at(qapp, session, known_as=__name__, place="money") as person:
        yield person


def state(me: Person, record_id: str) -> VoucherState:
    return me.session.records.get(Voucher, record_id).state


def wait(me: Person, until: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not until() and time.monotonic() < end:
        time.sleep(0.01)
        settle(me.window.frame)
    assert until()


def fill(me: Person, name: str, text: str) -> None:
    line = me.window.frame.panel.findChild(QLineEdit, name)
    assert line is not None
    line.setText(text)
    line.editingFinished.emit()
    settle(me.window.frame)


def test_the_sentence_comes_first_and_section_10_stands_apart(me: Person) -> None:
    words = me.words()
    assert "Penge ind og ud 2026" in words
    told = "Modtaget 80.000,00\u00a0kr. Brugt på bilag 350,50\u00a0kr."
    assert f"{told} 1 bilag er ikke sendt og 1 er sendt og ikke betalt." in words
    assert "Brugt 40,00\u00a0kr. Modtaget 0,00\u00a0kr." in words
    assert "når du selv sætter kryds ved det" in words
    assert me.sees("Bilag 1: Annonce")
    assert me.sees("Bilag af 2. marts 2026: Sæbe")


def test_all_that_waits_goes_in_one_press_and_says_one_sentence(me: Person) -> None:
    me.press("Marker 1 bilag som sendt")
    assert me.heard == ["Bilag 1 er sendt: 100,00\u00a0kr. venter på at blive betalt."]
    me.press("Marker 2 bilag som betalt")
    assert me.heard == ["2 bilag er betalt. 350,50\u00a0kr. er skrevet som modtaget i dag."]
    assert {state(me, "a"), state(me, "b")} == {VoucherState.PAID}
    assert "Efter regning" not in me.words()
    me.press("Fortryd: noter som betalt af kommunen")
    assert state(me, "b") is VoucherState.SENT


def test_the_month_before_is_written_again_in_one_press(me: Person) -> None:
    me.press("Samme som måneden før: 80.000,00\u00a0kr. for marts 2026")
    assert me.heard == ["Modtaget for marts 2026: 80.000,00\u00a0kr., som måneden før."]
    assert not any(name.startswith("Samme som") for name in me.names())


def test_a_new_voucher_has_the_next_number_and_is_shown_once_it_is_kept(me: Person) -> None:
    me.press("Nyt bilag")
    assert me.heard == ["Nyt bilag."]
    number = me.window.frame.panel.findChild(QLineEdit, "number")
    assert number is not None
    assert number.text() == "3"
    fill(me, "what", "Kursus")
    fill(me, "amount", "1200,50")
    me.press("Færdig")
    assert len(me.heard) == 1
    assert me.heard[0].startswith("Gemt: 3, ")
    assert me.window.frame.panel.title == "Bilag 3"
    assert me.sees("Vedhæft et billede eller en PDF")


def test_a_voucher_is_begun_from_anywhere(me: Person) -> None:
    me.window.frame.go("today")
    settle(me.window.frame)
    me.window.frame.overlays.open_box()
    me.window.frame.overlays.box.field.setText("kvittering")
    settle(me.window.frame)
    me.press("Nyt bilag")
    assert me.window.frame.current == "money"
    assert me.window.frame.panel.title == "Nyt bilag"


def test_a_payment_is_begun_from_anywhere_with_today_in_it(me: Person) -> None:
    me.window.frame.go("today")
    settle(me.window.frame)
    me.window.frame.overlays.open_box()
    me.window.frame.overlays.box.field.setText("kommunen har betalt")
    settle(me.window.frame)
    me.press("Ny indbetaling")
    fill(me, "amount", "-300")
    me.press("Færdig")
    assert me.sees("16. marts 2026: −300,00\u00a0kr., betalt tilbage")


def test_a_voucher_is_sent_changed_and_deleted_in_its_panel(me: Person) -> None:
    me.press("Bilag 1: Annonce")
    assert me.heard == ["Bilag 1. Annonce."]
    me.press("Sendt til kommunen")
    assert "Regning: sendt, ikke betalt." in me.words()
    me.press("Ret bilaget")
    fill(me, "what", "Opslag")
    me.press("Færdig")
    assert len(me.heard) == 1
    assert "Opslag, 100,00\u00a0kr." in me.words()
    me.press("Ret bilaget")
    me.press("Slet bilag")
    assert not me.sees("Bilag 1: Opslag")
    assert not me.sees("Ret bilaget")


def test_those_without_a_number_are_told_and_get_one(me: Person) -> None:
    lay(me.session, voucher("d", "10", what="APV"))
    me.window.desk.changed.emit(frozenset({"voucher"}))
    settle(me.window.frame)
    assert "1 bilag har intet nummer." in me.words()
    me.press("Giv de næste numre")
    assert me.heard == ["1 bilag fik et nummer."]
    assert me.sees("Bilag 3: APV")


def test_a_long_list_is_shown_in_part_until_all_is_asked_for(me: Person) -> None:
    log = {"standard": StandardLine.HELPER_RELATED}
    lay(me.session, *(voucher(f"s{at:02}", "5", what=f"Sæbe {at}", **log) for at in range(35)))
    me.window.desk.changed.emit(frozenset({"voucher"}))
    settle(me.window.frame)
    assert sum("Sæbe" in name for name in me.names()) == 30
    me.press("Vis alle 36")
    assert me.heard == ["Alle er vist."]
    assert sum("Sæbe" in name for name in me.names()) == 36


def test_words_are_found_and_all_is_shown_again(me: Person) -> None:
    me.write("Find bilag og indbetalinger", "sæbe")
    me.press("Find")
    assert me.heard == ["1 fundet."]
    assert not me.sees("Bilag 1: Annonce")
    me.press("Vis alle")
    assert me.sees("Bilag 1: Annonce")


def test_another_year_is_one_press(me: Person) -> None:
    me.press("Forrige år")
    assert me.heard == ["Penge ind og ud 2025. Modtaget 0,00\u00a0kr. Brugt på bilag 0,00\u00a0kr."]


def test_a_receipt_is_attached_seen_and_removed(
    me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "receipt.pdf"
    path.write_bytes(receipt())
    monkeypatch.setattr(attachment_part, "choose_attachment", lambda _over: path)
    monkeypatch.setattr(attachment_part, "another_folder", lambda _over: tmp_path / "out")
    me.press("Bilag 1: Annonce")
    me.press("Vedhæft et billede eller en PDF")
    wait(me, lambda: me.sees("Se filen"))
    assert "Filen er gemt sammen med bilag 1." in me.window.desk.announcer.log
    me.press("Gem en kopi af filen")
    assert (tmp_path / "out" / "bilag-1.pdf").is_file()
    me.press("Se filen")
    wait(me, lambda: me.window.frame.current == "preview")
    assert "Bilag 1" in me.words()
    assert me.page.findChild(PagePicture) is not None
    assert not me.sees("Åbn i PDF-læser")
    me.press("Tilbage")
    assert me.window.frame.current == "money"
    me.press("Bilag 1: Annonce")
    me.press("Fjern filen")
    assert me.heard == ["Bilag 1 har ingen vedhæftet fil mere. Fortryd med Ctrl Z."]
    assert not me.sees("Se filen")


def test_what_cannot_be_attached_is_told_and_changes_nothing(
    me: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words.txt"
    path.write_text("hello")
    monkeypatch.setattr(attachment_part, "choose_attachment", lambda _over: path)
    me.press("Bilag 1: Annonce")
    before = me.everything()
    me.press("Vedhæft et billede eller en PDF")
    wait(me, lambda: "Intet blev vedhæftet." in me.window.desk.last_said)
    assert me.everything() == before
