"""Papers between employer and helper, and texts about the job: tagged, honest, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from bpa_desktop import i18n
from bpa_desktop.documents.confidentiality import Declaration, declaration
from bpa_desktop.documents.contract import (
    AddendumPaper,
    ContractPaper,
    addendum_paper,
    contract_paper,
)
from bpa_desktop.documents.job_text import job_text, plain_text
from bpa_desktop.documents.key_list import KeyList, key_list
from bpa_desktop.documents.model import Bullets, as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.documents.plain import plain
from bpa_desktop.domain.contract import Addendum, Contract
from bpa_desktop.domain.contract_items import Parties
from bpa_desktop.domain.key_receipt import KeyReceipt
from bpa_desktop.domain.own_text import OwnText, TextKind
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.i18n import speaking
from tests.documents.lix import lix, running_texts
from tests.documents.papers import failures
from tests.domain.builders import day

if TYPE_CHECKING:
    from collections.abc import Callable

    from bpa_desktop.documents.model import Document

PARTIES = Parties("Kim Prøve", "Prøvevej 1, 2635 Ishøj", "Anna Nielsen", "")
TEXT = OwnText(
    kind=TextKind.ADVERT,
    title="Hjælper søges",
    words="Dine opgaver er:\n– mad\n– ture\n\nSkriv til mig.\r\nTak.",
    written_on=day("2026-03-16"),
)


def contract(**fields: Any) -> ContractPaper:
    given: dict[str, Any] = {
        "helper": "anna",
        "begins_on": day("2026-12-01"),
        "pay": "160 kr. i timen.",
        "is_unpredictable": Answer.NO,
        "guaranteed_minutes": 30 * 60,
    }
    return ContractPaper(contract=Contract(**(given | fields)), parties=PARTIES)


def addendum() -> Document:
    change = Addendum(contract="c", takes_effect_on=day("2027-02-01"), words="Nu 34 timer.")
    return addendum_paper(
        AddendumPaper(addendum=change, begins_on=day("2026-12-01"), parties=PARTIES)
    )


def keys() -> Document:
    kept = (
        KeyReceipt(helper="anna", what="Hoveddør", handed_on=day("2026-12-01")),
        KeyReceipt(
            helper="anna",
            what="Alarm",
            handed_on=day("2026-12-01"),
            returned_on=day("2027-01-01"),
        ),
    )
    return key_list(KeyList(parties=PARTIES, keys=kept, made_on=day("2027-01-02")))


PAPERS: dict[str, Callable[[], Document]] = {
    "contract": lambda: contract_paper(contract()),
    "addendum": addendum,
    "confidentiality": lambda: declaration(Declaration(parties=PARTIES, words="Tavshed.")),
    "keys": keys,
    "advert": lambda: job_text(TEXT),
}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_tagged_and_passes_the_validator(name: str, language: str) -> None:
    with speaking(language):
        assert failures(render(as_bundle(PAPERS[name]()))) == []


def test_what_is_missing_in_a_contract_stands_as_missing_and_is_counted() -> None:
    told = plain(contract_paper(contract())).splitlines()
    assert "Hjælperens adresse: Mangler" in told
    assert "Prøvetid: Mangler" in told
    assert "Arbejdsgiver: Kim Prøve" in told
    assert sum("Mangler" in line for line in told) == 16
    assert "16 ting mangler. De er mærket herunder." in told


def test_only_unpredictable_hours_show_what_belongs_to_them() -> None:
    assert "Garanterede betalte timer om ugen: 30 timer" in plain(contract_paper(contract()))
    open_hours = plain(contract_paper(contract(is_unpredictable=Answer.YES)))
    assert "Løn for arbejde ud over dem: Mangler" in open_hours
    assert "Løn for arbejde ud over dem" not in plain(contract_paper(contract()))


def test_a_cpr_number_stands_only_when_it_was_asked_for() -> None:
    paper = contract()
    with_cpr = ContractPaper(contract=paper.contract, parties=PARTIES, cpr="0101900000")
    assert "CPR-nummer: 0101900000" in plain(contract_paper(with_cpr))
    assert "CPR" not in plain(contract_paper(paper))


def test_a_fixed_time_is_told_only_when_there_is_one() -> None:
    assert "Sidste arbejdsdag" not in plain(contract_paper(contract()))
    fixed = plain(contract_paper(contract(ends_on=day("2027-06-30"))))
    assert "Sidste arbejdsdag: 30. juni 2027" in fixed


def test_lines_with_a_dash_are_a_list_on_paper_and_stay_as_they_are_in_plain_text() -> None:
    lists = [block for block in job_text(TEXT).blocks if isinstance(block, Bullets)]
    assert lists == [Bullets(items=("mad", "ture"))]
    assert plain_text(TEXT).startswith("Hjælper søges\n\nDine opgaver er:\n– mad\n")
    assert plain_text(TEXT).endswith("Tak.\n")


def test_a_text_of_dashes_or_of_nothing_is_a_paper_too() -> None:
    for words in ("", "–", "- ", "– \n\n\n*"):
        text = OwnText(title="Prøve", words=words, written_on=day("2026-03-16"))
        assert failures(render(as_bundle(job_text(text)))) == []


def test_a_key_that_came_back_has_its_day_and_the_other_has_room() -> None:
    told = plain(keys())
    assert "Hvad: Alarm; Udleveret den: 1. december 2026; Kom tilbage den: 1. januar 2027" in told
    assert "Hvad: Hoveddør; Udleveret den: 1. december 2026" in told


def test_what_a_helper_promises_is_light_reading() -> None:
    paper = declaration(Declaration(parties=PARTIES))
    assert lix(" ".join(running_texts(paper))) < 35
