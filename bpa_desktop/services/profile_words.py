"""A municipality's values in words: what each is, how sure it is, and where it stands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import in_kroner
from bpa_desktop.domain.municipal_papers import TERMS as PAPER_TERMS
from bpa_desktop.domain.municipality_term import Kind, Unit
from bpa_desktop.domain.municipality_terms import TERMS
from bpa_desktop.domain.own_municipality import figure
from bpa_desktop.domain.rates import Confidence
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, kroner, language, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bpa_desktop.domain.municipality import Known, Source
    from bpa_desktop.domain.municipality_term import Term
    from bpa_desktop.domain.own_municipal_value import OwnMunicipalValue
    from bpa_desktop.domain.rates import Figure

_DECIMALS: Final = 4
_BY_AGREEMENT: Final = N_("only when the municipality agrees")


def term_of(key: str) -> Term | None:
    """What the value under ``key`` is, of a file or of the user's own; None for no value."""
    return TERMS.get(key) or PAPER_TERMS.get(key)


def value_words(term: Term, known: Known) -> str:
    """``ca. 3 måneder``, ``ja``, or the municipality's words in the language of the screen."""
    text = _figure_words(term, known.value)
    if known.about and not isinstance(known.value, bool | str):
        return _("about {amount}").format(amount=text)
    is_glossed = isinstance(known.value, str) and term.kind is not Kind.CARRY
    return known.english if is_glossed and known.english and language() != "da" else text


def written_words(one: OwnMunicipalValue) -> str:
    """What a decision says, such as ``nej`` or ``12 måneder``; as written where it is no value."""
    term = term_of(one.key)
    value = figure(term, one.value) if term else None
    return one.value if term is None or value is None else _figure_words(term, value)


def to_write(one: OwnMunicipalValue) -> str:
    """What a decision says as it is written in a field: yes and no in the active language."""
    term = term_of(one.key)
    is_answer = term is not None and term.kind is Kind.YES_NO
    return written_words(one) if is_answer else one.value


def _figure_words(term: Term, value: Figure) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | Decimal):
        return _amount(term.unit, Decimal(value))
    return _(_BY_AGREEMENT) if term.kind is Kind.CARRY else str(value)


def rule_words(term: Term, known: Known) -> str:
    """``Første opfølgning efter: ca. 3 måneder``; from how many helpers on stands behind."""
    value = value_words(term, known)
    text = _("{label}: {value}").format(label=_(term.label), value=value)
    if known.min_helpers <= 1:
        return text
    return _("{rule}, from {n} helpers on").format(rule=text, n=known.min_helpers)


def _amount(unit: Unit, value: Decimal) -> str:
    if unit is Unit.KRONER:
        is_whole = value == int(value)
        return in_kroner(value) if is_whole else _("{amount} kroner").format(amount=kroner(value))
    if unit is Unit.PERCENT:
        return _("{n} %").format(n=number(value, _DECIMALS))
    if value != int(value):
        return _("{n} {unit}").format(n=number(value, _DECIMALS), unit=_(unit.label)).strip()
    return _whole(unit, int(value))


def _whole(unit: Unit, count: int) -> str:
    return _COUNTED[unit](count) if unit in _COUNTED else str(count)


_COUNTED: Final[Mapping[Unit, Callable[[int], str]]] = {
    Unit.DAYS: lambda count: ngettext("{n} day", "{n} days", count),
    Unit.WEEKS: lambda count: ngettext("{n} week", "{n} weeks", count),
    Unit.MONTHS: lambda count: ngettext("{n} month", "{n} months", count),
    Unit.YEARS: lambda count: ngettext("{n} year", "{n} years", count),
    Unit.HOURS: lambda count: ngettext("{n} hour", "{n} hours", count),
    Unit.TIMES: lambda count: ngettext("{n} trip", "{n} trips", count),
}


def quote_words(known: Known) -> str:
    """The source's own words in quotation marks; empty where the value itself is them."""
    if known.quote:
        return f"»{known.quote}«"
    is_glossed = isinstance(known.value, str) and known.english and language() != "da"
    return f"»{known.value}«" if is_glossed else ""


def source_words(known: Known) -> str:
    """Where the value stands, how old that is, when it was read, and how much of it."""
    if known.is_own:
        return f"{known.source.named}."
    parts = [named(known.source), _read(known.source)]
    if known.confidence is not Confidence.SEEN:
        parts.append(f"{_(known.confidence.label)}.")
    return " ".join(part for part in parts if part)


def named(source: Source) -> str:
    """Publisher, title and date: ``Ishøj Kommune, Kvalitetsstandard for BPA, uden dato.``."""
    if source.approved is None:
        return _("{source}, without a date.").format(source=source.named)
    return _("{source}, {date}.").format(source=source.named, date=date_words(source.approved))


def _read(source: Source) -> str:
    return _("Read on {date}. {seen}").format(
        date=date_words(source.read), seen=_(source.seen.label)
    )
