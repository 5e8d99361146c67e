"""The papers between employer and helper, and the texts about the job, ready to be handed out.

These papers are between the two of them, so names stand in full. No file name tells a name.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bpa_desktop.documents.confidentiality import Declaration, declaration
from bpa_desktop.documents.contract import (
    AddendumPaper,
    ContractPaper,
    addendum_paper,
    contract_paper,
)
from bpa_desktop.documents.job_text import job_text, plain_text
from bpa_desktop.documents.key_list import KeyList, key_list
from bpa_desktop.documents.model import as_bundle
from bpa_desktop.documents.pdf import render
from bpa_desktop.domain.own_text import TextKind
from bpa_desktop.i18n import pgettext
from bpa_desktop.services.contracts import keys_of, parties_of
from bpa_desktop.services.file_names import helper_word
from bpa_desktop.services.giving import HandOut

if TYPE_CHECKING:
    from bpa_desktop.documents.model import Document
    from bpa_desktop.domain.contract import Addendum, Contract
    from bpa_desktop.domain.own_text import OwnText
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.services.session import Session


def contract_of_helper(
    session: Session, helper: Helper, contract: Contract, *, with_cpr: bool = False
) -> HandOut:
    """The contract; the CPR number stands in it only when it was asked for."""
    values = ContractPaper(
        contract=contract,
        parties=parties_of(session, helper),
        cpr=helper.cpr if with_cpr else "",
    )
    word = pgettext("file name", "Contract")
    return _paper(f"{contract.begins_on}_{word}_{_whose(session, helper)}", contract_paper(values))


def addendum_of_helper(
    session: Session, helper: Helper, contract: Contract, addendum: Addendum
) -> HandOut:
    """One change of the contract."""
    values = AddendumPaper(
        addendum=addendum,
        begins_on=contract.begins_on,
        parties=parties_of(session, helper),
    )
    word = pgettext("file name", "Addendum")
    name = f"{addendum.takes_effect_on}_{word}_{_whose(session, helper)}"
    return _paper(name, addendum_paper(values))


def declaration_of_helper(session: Session, helper: Helper, contract: Contract | None) -> HandOut:
    """The declaration of confidentiality, with the contract's own words."""
    words = contract.confidentiality if contract else ""
    values = Declaration(parties=parties_of(session, helper), words=words)
    word = pgettext("file name", "Confidentiality")
    return _paper(f"{word}_{_whose(session, helper)}", declaration(values))


def keys_of_helper(session: Session, helper: Helper) -> HandOut:
    """The receipt for everything the helper has been handed."""
    parties = parties_of(session, helper)
    values = KeyList(parties=parties, keys=keys_of(session, helper), made_on=session.today)
    word = pgettext("file name", "Keys")
    return _paper(f"{session.today}_{word}_{_whose(session, helper)}", key_list(values))


def text_as_paper(text: OwnText) -> HandOut:
    """A job description or an advert as PDF."""
    return _paper(_text_name(text), job_text(text))


def text_as_plain(text: OwnText) -> HandOut:
    """The same as plain text, for where nothing else can be pasted."""
    content = plain_text(text).encode("utf-8")
    return HandOut(f"{_text_name(text)}.txt", partial(bytes, content))


def _text_name(text: OwnText) -> str:
    word = (
        pgettext("file name", "Advert")
        if text.kind is TextKind.ADVERT
        else pgettext("file name", "Job-description")
    )
    return f"{text.written_on}_{word}"


def _whose(session: Session, helper: Helper) -> str:
    return helper_word(session, helper.id)


def _paper(name: str, paper: Document) -> HandOut:
    bundle = as_bundle(paper)
    return HandOut(f"{name}.pdf", partial(render, bundle), bundle)
