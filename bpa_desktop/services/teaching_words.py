"""How far helpers are with what they are taught, said in short sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, date_words, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.instruction import Instruction
    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.domain.procedure import ProcedureVersion


def count_words(found: Sequence[Standing]) -> str:
    """``4 af 6 hjælpere er instrueret.``."""
    knowing = sum(one.knows for one in found)
    if not found:
        return _("Nobody works here now.")
    text = ngettext(
        "{knowing} of {n} helper is instructed.",
        "{knowing} of {n} helpers are instructed.",
        len(found),
    )
    return text.format(knowing=knowing)


def standing_words(one: Standing) -> str:
    """``Instrueret 3. marts 2026 af Eksempel``, or what is lacking."""
    if one.newest is None:
        return _("Not instructed yet.")
    given = given_words(one.newest)
    if one.knows:
        return _("Instructed {given}.").format(given=given)
    return _("Must be instructed again. Last time {given}.").format(given=given)


def given_words(one: Instruction) -> str:
    """The day, and by whom where that is written."""
    day = date_words(one.given_on)
    if not one.given_by:
        return day
    return _("{date} by {who}").format(date=day, who=one.given_by)


def version_words(one: ProcedureVersion) -> str:
    """``Version fra 3. marts 2026``."""
    return _("Version from {date}").format(date=date_words(one.valid_from))


def inspection_words(aid: Aid) -> str:
    """When it is inspected next, or was last; empty where neither is written."""
    if aid.inspection_on is not None:
        return _("Next inspection {date}.").format(date=date_words(aid.inspection_on))
    if aid.inspected_on is not None:
        return _("Last inspected {date}.").format(date=date_words(aid.inspected_on))
    return ""


def lacking_words(found: Sequence[Standing]) -> str:
    """How many are lacking, of one helper or of all; empty where nobody is."""
    lacking = [one for one in found if not one.knows]
    if not lacking:
        return ""
    return ngettext("{n} instruction is missing.", "{n} instructions are missing.", len(lacking))
