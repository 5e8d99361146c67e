"""Insurances: what is needed, what is kept, who must insure, and the next renewal."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.domain.insurance import Cover, Insurance
from bpa_desktop.domain.insurances import kept_for, lacking, year_hours
from bpa_desktop.domain.levies import INSURANCE
from bpa_desktop.domain.period import months_before
from bpa_desktop.domain.scheme import Party
from bpa_desktop.errors import N_
from bpa_desktop.i18n import _, date_words, money, ngettext, uncapitalised
from bpa_desktop.services.reading import stints
from bpa_desktop.services.rulebook import rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.insurances import YearHours
    from bpa_desktop.services.session import Session

_MINUTES: Final = 60
_MONTHS: Final = 12
_MOST: Final = "most_hours"
_NEED: Final = "bpa-required-insurances"


def policies(session: Session) -> tuple[Insurance, ...]:
    """Every policy: those that hold first, each group by what it covers."""
    found = session.records.all(Insurance)
    order = list(Cover)
    return tuple(
        sorted(found, key=lambda one: (one.ended_on is not None, order.index(one.covers), one.id))
    )


def duty(session: Session) -> YearHours | None:
    """The hours of this calendar year against the limit; ``None`` where no limit is known."""
    today = session.today
    row = rulebook().find(INSURANCE, today)
    if row is None:
        return None
    first, end = dt.date(today.year, 1, 1), dt.date(today.year + 1, 1, 1)
    return year_hours(stints(session, first, end), today.year, row.whole(_MOST) * _MINUTES)


def duty_words(found: YearHours | None, year: int) -> Iterator[str]:
    """What the hours of the year mean, with the rule and its source."""
    row = rulebook().find(INSURANCE, dt.date(year, 12, 31))
    if found is None or row is None:
        yield _("From how many hours there is a duty to insure is not known.")
        return
    text = _("In {year} all helpers together have {worked} worked and {planned} planned: {total}.")
    yield text.format(
        year=year,
        worked=in_hours(found.worked),
        planned=in_hours(found.planned),
        total=in_hours(found.total),
    )
    if found.is_over and found.passed_on is not None:
        text = _("That is more than {most}: there is a duty to insure. It is passed on {date}.")
        day = date_words(found.passed_on)
        yield text.format(most=in_hours(found.most), date=day)
    else:
        text = _("That is not more than {most}: there is no duty to insure yet.")
        yield text.format(most=in_hours(found.most))
    yield _("Source: {source}.").format(source=row.source)


def who_words(session: Session) -> str:
    """Who must insure: whoever is the employer."""
    scheme = session.scheme()
    if scheme is None or scheme.employer is Party.SELF:
        return _("You are the employer, so you must insure.")
    who = scheme.employer_name or uncapitalised(_(scheme.employer.label))
    return _("{who} is the employer, and must insure.").format(who=who)


def cover_words(session: Session, cover: Cover) -> str:
    """Who insures it, or that nobody does."""
    found = kept_for(cover, session.records.all(Insurance), session.today)
    if found:
        companies = ", ".join(dict.fromkeys(one.company for one in found))
        return _("{what}: {company}.").format(what=_(cover.label), company=companies)
    if cover is Cover.TRAVEL:
        return _("{what}: not written. Needed when helpers travel with you.").format(
            what=_(cover.label)
        )
    return _("{what}: not written.").format(what=_(cover.label))


def lacks(session: Session) -> tuple[Cover, ...]:
    """What is needed and not written."""
    return lacking(session.records.all(Insurance), session.today)


def source_of_need(on: dt.date) -> str:
    """Where it says which insurances helpers need; empty where that is not known."""
    row = rulebook().find(_NEED, on)
    return row.source if row is not None else ""


def policy_words(one: Insurance) -> str:
    """What it covers, with whom, the number, the price, and the next renewal."""
    parts = [f"{_(one.covers.label)}: {one.company}"]
    if one.policy:
        parts.append(_("policy {number}").format(number=one.policy))
    if one.yearly_price is not None:
        parts.append(_("{amount} a year").format(amount=money(one.yearly_price)))
    if one.ended_on is not None:
        parts.append(_("ended on {date}").format(date=date_words(one.ended_on)))
    elif one.renews_on is not None:
        parts.append(_("renewed on {date}").format(date=date_words(one.renews_on)))
    return ", ".join(parts)


def renewed(session: Session, one: Insurance) -> str:
    """Note that the policy goes on for a year, and say until when."""
    begins = one.renews_on or session.today
    until = months_before(begins, -_MONTHS)
    with session.operation(N_("renew the insurance with {company}"), company=one.company) as work:
        work.save(replace(one, renews_on=until))
    text = _("Renewed: {company}. Next time on {date}.")
    return text.format(company=one.company, date=date_words(until))


def sentence(session: Session) -> str:
    """What is missing, in a sentence."""
    missing = lacks(session)
    if not missing:
        return _("What is needed is written.")
    return ngettext("{n} insurance is missing.", "{n} insurances are missing.", len(missing))
