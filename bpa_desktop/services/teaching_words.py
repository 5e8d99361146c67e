"""How far helpers are with what they are taught, said in short sentences."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from bpa_desktop.i18n import _, date_words, ngettext, uncapitalised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bpa_desktop.domain.aid import Aid
    from bpa_desktop.domain.instruction import Instruction
    from bpa_desktop.domain.instruction_needs import Standing
    from bpa_desktop.domain.people import Helper
    from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
    from bpa_desktop.services.procedures import OtherVersion
    from bpa_desktop.services.teaching import Teaching


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


def standing_words(one: Standing, versions: Mapping[str, ProcedureVersion]) -> str:
    """``Instrueret 3. marts 2026 af Eksempel``, or what is lacking; ``versions`` are by id.

    Where it was an earlier version than the one that holds, that is said too.
    """
    if one.newest is None:
        return _("Not instructed yet.")
    given = given_words(one.newest)
    version = versions.get(one.newest.version or "")
    if version is not None and version.id != one.topic.target[1]:
        given = f"{given} ({uncapitalised(version_words(version))})"
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


def other_version_words(one: OtherVersion) -> str:
    """``Version fra 3. marts 2026, brugt til 4. maj 2026``, or that it is not in force yet."""
    said = version_words(one.version)
    if one.coming:
        return _("{version}, not in force yet").format(version=said)
    if one.end is None or one.end <= one.version.valid_from:
        # Of two from the same day the first was never used.
        return said
    day = date_words(one.end - dt.timedelta(days=1))
    return _("{version}, used until {date}").format(version=said, date=day)


def inspection_words(aid: Aid, today: dt.date) -> str:
    """When it is inspected next, or was last; empty where neither is written."""
    if aid.inspection_on is not None and aid.inspection_on < today:
        return _("The inspection of {date} is late.").format(date=date_words(aid.inspection_on))
    if aid.inspection_on is not None:
        return _("Next inspection {date}.").format(date=date_words(aid.inspection_on))
    if aid.inspected_on is not None:
        return _("Last inspected {date}.").format(date=date_words(aid.inspected_on))
    return ""


def aid_line(found: Teaching, aid: Aid) -> str:
    """``Loftlift, badeværelset. 4 af 6 hjælpere er instrueret. Næste eftersyn 3. maj 2026.``."""
    name = f"{aid.name}: {aid.place}." if aid.place else f"{aid.name}."
    topic = found.topic_of(aid)
    if topic is None:
        return name
    return " ".join(
        filter(None, (name, count_words(found.standings(topic)), inspection_words(aid, found.day)))
    )


def aids_sentence(found: Teaching) -> str:
    """How many aids are in use, and what waits."""
    used = [aid for aid in found.aids if found.topic_of(aid) is not None]
    if not used:
        return _("No aids are registered.")
    said = [ngettext("{n} aid in use.", "{n} aids in use.", len(used))]
    late = sum(one.inspection_on is not None and one.inspection_on < found.day for one in used)
    if late:
        said.append(ngettext("{n} inspection is late.", "{n} inspections are late.", late))
    said.append(lacking_words([one for one in found.lacking if one.topic.key[0] == "aid"]))
    return " ".join(filter(None, said))


def procedure_line(found: Teaching, procedure: Procedure) -> str:
    """The task, its version and how many are instructed; what is lacking comes last."""
    version = found.version_on(procedure.id)
    topic = found.topic_of(procedure)
    if version is None:
        return _("{title}. Not written yet.").format(title=procedure.title)
    if topic is None:
        return _("{title}. Not used any more.").format(title=procedure.title)
    standings = found.standings(topic)
    said = [f"{procedure.title}.", f"{version_words(version)}.", count_words(standings)]
    again = sum(one.again for one in standings)
    if again:
        said.append(
            ngettext("{n} must be instructed again.", "{n} must be instructed again.", again)
        )
    return " ".join(said)


def procedures_sentence(found: Teaching) -> str:
    """How many procedures there are, and what is lacking."""
    count = len(found.procedures)
    if not count:
        return _("No work procedures are written yet.")
    lacking = [one for one in found.lacking if one.topic.key[0] == "procedure"]
    said = ngettext("{n} work procedure.", "{n} work procedures.", count)
    return " ".join((said, lacking_words(lacking) or _("Everybody is instructed.")))


def helper_line(helper: Helper, standings: Sequence[Standing]) -> str:
    """``Anna Nielsen: kender 8 af 8.``, with what is lacking by name."""
    knowing = sum(one.knows for one in standings)
    text = _("{who}: knows {knowing} of {total}.")
    said = text.format(who=helper.name, knowing=knowing, total=len(standings))
    lacking = ", ".join(one.topic.name for one in standings if not one.knows)
    return " ".join((said, _("Lacks: {what}.").format(what=lacking))) if lacking else said


def lacking_words(found: Sequence[Standing]) -> str:
    """How many are lacking, of one helper or of all; empty where nobody is."""
    lacking = [one for one in found if not one.knows]
    if not lacking:
        return ""
    return ngettext("{n} instruction is missing.", "{n} instructions are missing.", len(lacking))


def ended(text: str) -> str:
    """``text`` with a full stop, unless it ends as a sentence does."""
    return text if text.endswith((".", "?", "!")) else f"{text}."
