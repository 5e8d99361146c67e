"""Decisions, complaints, letters and visits on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QAbstractButton

from bpa_desktop.domain.authority_visit import AuthorityVisit
from bpa_desktop.domain.complaint import Complaint, Outcome, Reassessment
from bpa_desktop.domain.decision import Decision, Effect
from bpa_desktop.domain.grant import Grant
from bpa_desktop.domain.inquiry import Inquiry
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.services.attachments import attach, attached, file_stem, kept_name, remove
from bpa_desktop.services.deadlines import due
from bpa_desktop.storage.contents import Content
from bpa_desktop.views.due_doors import open_due
from tests.domain.builders import day

if TYPE_CHECKING:
    from tests.views.little import Seat

LESS = Decision(
    id="d",
    decided_on=day("2026-03-10"),
    received_on=day("2026-03-12"),
    effect=Effect.LESS,
    reference="26/99",
)


def keep(me: Seat, *records: Any) -> None:
    with me.session.operation("fill in") as operation:
        operation.save_all(records)
    me.rest()


def test_without_the_day_it_came_nothing_is_registered(me: Seat) -> None:
    me.go("case")
    assert "Når der kommer et brev med en afgørelse, registrerer du den her." in me.page_words()
    assert me.press("Registrér afgørelse") == "Der er kommet en afgørelse."
    said = me.press("Færdig")
    assert said
    assert "|" not in said
    assert not me.session.records.all(Decision)
    assert me.problem("Modtaget den")


def test_less_help_asks_for_the_letter_s_own_day_and_keeps_what_was_written(me: Seat) -> None:
    me.go("case")
    me.press("Registrér afgørelse")
    me.enter("Modtaget den", "12. marts")
    assert me.press("Giver mindre end før") == "Hvad den gør: giver mindre end før."
    assert me.text("Modtaget den") == "12. marts"
    me.enter("Datoen på brevet", "13. marts")
    me.press("Færdig")
    assert me.problem("Modtaget den") == (
        "Den er modtaget, før den blev truffet. Se på begge datoer igen."
    )
    me.enter("Datoen på brevet", "10. marts")
    said = me.press("Færdig")
    assert "Klagen skal være modtaget senest den 7. april 2026." in said
    (made,) = me.session.records.all(Decision)
    assert (made.effect, made.decided_on) == (Effect.LESS, day("2026-03-10"))
    assert "De 14 uger og hjælperne" in [one.text() for one in _buttons(me)]


def _buttons(me: Seat) -> list[Any]:
    panel = me.panel
    assert panel is not None
    return panel.findChildren(QAbstractButton)


def test_a_complaint_is_followed_with_one_press_a_step(me: Seat) -> None:
    keep(me, LESS)
    me.go("case")
    me.press("Åbn – Ordningen og dens timer")
    me.press("Klagen er sendt")
    assert me.press("Klagen er sendt") == "Klagen blev sendt den 16. marts 2026."
    me.press("Tilbage til afgørelsen")
    assert "Klagen er sendt" not in me.words()
    me.press("Næste skridt – 16. marts 2026")
    me.press("I går 15. marts")
    said = me.press("Kommunen fastholder sin afgørelse")
    assert said == "Svaret kom før klagen."
    me.press("I dag 16. marts")
    said = me.press("Kommunen fastholder sin afgørelse")
    assert said == "Kommunen fastholder sin afgørelse. Nu afgør Ankestyrelsen klagen."
    me.press("Ankestyrelsen ændrede afgørelsen")
    (one,) = me.session.records.all(Complaint)
    assert (one.reassessment, one.outcome) == (Reassessment.UPHELD, Outcome.CHANGED)
    me.press("Ret bevillingen")
    me.press("Færdig")
    newest = next(one for one in me.session.records.all(Grant) if one.decision)
    assert (newest.decision, newest.decision_date) == ("d", day("2026-03-16"))


def test_the_fourteen_weeks_lead_to_the_notice_of_each_helper(me: Seat) -> None:
    keep(me, LESS)
    me.go("case")
    assert me.press("Se de 14 uger").startswith("De 14 uger. Hjælpen kan tidligst blive mindre")
    told = " ".join(me.words())
    assert "Klag senest den 7. april 2026 (den sikre dag)." in told
    assert "Varslet for 2 hjælpere kendes ikke." in told
    assert me.press("Giv varsel – Anna") == "Anna stopper."


def test_every_line_that_is_due_leads_to_its_record_in_one_sentence(me: Seat) -> None:
    sent = Complaint(id="c", decision="d", sent_on=day("2026-03-14"))
    letter = Inquiry(id="i", received_on=day("2026-03-12"))
    passed = AuthorityVisit(id="v", day=day("2026-03-13"))
    keep(me, LESS, sent, letter, passed)
    mine = {"decision", "complaint", "inquiry", "authority_visit"}
    found = [one for one in due(me.session) if one.record and one.record[0] in mine]
    assert {one.record[0] for one in found if one.record} == mine
    for one in found:
        me.go("today")
        before = len(me.log)
        open_due(me.window.desk, one)
        me.rest()
        assert len(me.log) == before + 1, one
        assert me.panel is not None


def test_a_letter_is_answered_and_a_visit_is_held(me: Seat) -> None:
    letter = Inquiry(id="i", received_on=day("2026-03-12"), answer_by=day("2026-03-28"))
    past = AuthorityVisit(id="v", day=day("2026-03-13"), agreed="Send APV")
    keep(me, letter, past)
    me.go("case")
    assert "28. marts er en lørdag" in me.press("Åbn – Partshøring før en afgørelse")
    assert me.press("Besvaret i dag") == "Besvaret den 16. marts 2026."
    me.go("visits")
    me.press("Åbn – Revisitation")
    assert me.press("Det er holdt") == "Revisitation, 13. marts 2026: det er holdt."
    assert me.session.records.get(AuthorityVisit, "v").is_held is Answer.YES
    assert me.press("Gør det aftalte til opgaver").startswith("1 aftalt opgave er skrevet.")


def test_the_duty_to_tell_of_a_change_is_quoted(me: Seat) -> None:
    me.go("visits")
    told = " ".join(me.page_words())
    assert "»Hvis borgers evne til at arbejdslede sin ordning ændrer sig, er vedkommende" in told
    assert {"Fortæl om en ændring", "Fortæl, at arbejdsledelsen er ændret"} <= set(me.labels())


def test_the_letter_itself_is_kept_with_the_decision(me: Seat) -> None:
    keep(me, LESS)
    said = attach(me.session, LESS, Content("image/png", b"dots"))
    assert said == "Filen er gemt sammen med afgørelsen af 10. marts 2026."
    kept = me.session.records.get(Decision, "d")
    assert attached(me.session, kept).data == b"dots"
    assert file_stem(kept) == "afgoerelse-2026-03-12"
    assert kept_name(Inquiry(received_on=day("2026-03-12"))) == "Brevet af 12. marts 2026"
    me.go("case")
    me.press("Åbn – Ordningen og dens timer")
    assert "Se filen" in [one.text() for one in _buttons(me)]
    remove(me.session, kept)
    assert not me.session.records.get(Decision, "d").attachment


def test_whether_the_help_goes_on_is_asked_only_where_it_gets_less(me: Seat) -> None:
    same = Decision(id="e", received_on=day("2026-03-12"), effect=Effect.REFUSES)
    sent = (Complaint(id=one, decision=one, sent_on=day("2026-03-14")) for one in ("d", "e"))
    keep(me, LESS, same, *sent)
    me.go("case")
    me.press("Åbn – Ordningen og dens timer, 26/99")
    me.press("Næste skridt – 14. marts 2026")
    said = me.press("Ja")
    assert said == "Hjælpen fortsætter, til Ankestyrelsen har afgjort sagen."
    assert me.session.records.get(Complaint, "d").suspends is Answer.YES
    me.press("Tilbage til afgørelsen")
    me.press("Åbn – Ordningen og dens timer, 12. marts 2026")
    me.press("Næste skridt – 14. marts 2026")
    assert "Ja" not in [one.text() for one in _buttons(me)]
