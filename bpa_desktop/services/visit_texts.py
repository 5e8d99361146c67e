"""A visit of the municipality in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.observation import ObservationCode
from bpa_desktop.domain.scheme import Answer
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, clock, date_words, language, weekday_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from bpa_desktop.domain.authority_visit import AuthorityVisit
    from bpa_desktop.domain.municipality import Known
    from bpa_desktop.domain.observation import ObservationFinding


def visit_name(visit: AuthorityVisit) -> str:
    """What it is for, and when."""
    return f"{_(visit.kind.label)}, {date_words(visit.day)}"


def visit_state(visit: AuthorityVisit, today: dt.date) -> str:
    """When and where it is, or that it was held."""
    when = f"{weekday_words(visit.day)} {date_words(visit.day)}"
    if visit.at_time is not None:
        when = _("{day} at {time}").format(day=when, time=clock(visit.at_time))
    if visit.is_held is Answer.YES:
        return _("Held {when}.").format(when=when)
    if visit.day < today:
        return _("It was planned for {when}. Was it held?").format(when=when)
    text = _("{when}, {where}.").format(when=when, where=_(visit.way.label).lower())
    return text[:1].upper() + text[1:]


_TEXTS: Final[Mapping[ObservationCode, str]] = {
    ObservationCode.LONG: N_(
        "It is longer than {most} hours in a row, and you have not agreed to that."
    ),
    ObservationCode.LENGTH_MISSING: N_(
        "Write how long it is. More than {most} hours in a row takes your agreement."
    ),
    ObservationCode.MOST_UNKNOWN: N_(
        "It is not known how long an observation may be in your municipality. Ask."
    ),
    ObservationCode.WHO: N_("Who carries it out: {words}"),
}


def observation_words(finding: ObservationFinding) -> str:
    """What is to be thought of, in the municipality's own words where they are known."""
    known = finding.known
    words = own_words(known) if known is not None and isinstance(known.value, str) else ""
    most = known.value if known is not None else ""
    text = _(_TEXTS[finding.code]).format(most=most, words=words)
    if known is None:
        return text
    source = known.source.named
    return f"{text} {_('Source: {source}.').format(source=source)}"


def own_words(known: Known) -> str:
    """The municipality's words, quoted; in English what they mean."""
    if language() == "en" and known.english:
        return known.english
    return f"»{known.value}«" if isinstance(known.value, str) else f"»{known.quote}«"
