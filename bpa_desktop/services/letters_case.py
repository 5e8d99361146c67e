"""Letters about the running case: answers to the municipality, changes, and questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bpa_desktop.documents.phrases import in_hours
from bpa_desktop.errors import NOTHING
from bpa_desktop.i18n import _, date_words, ngettext
from bpa_desktop.services.letter_text import draft, line, listed, on_day, prompt

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from bpa_desktop.services.letter_text import Draft, Signer


class Inquired(NamedTuple):
    """A letter from the municipality as an answer speaks of it; empty is not known.

    ``received_on`` is the day it came, ``asked`` what it asks, a line each.
    """

    received_on: dt.date | None = None
    asked: Sequence[str] = ()


class InHospital(NamedTuple):
    """A stay in hospital; ``shifts`` counts the shifts by what becomes of them (a msgid).

    ``region_pays`` is empty while it is not known who pays for helpers who come along.
    """

    first_day: dt.date | None = None
    last_day: dt.date | None = None
    region_pays: bool | None = None
    shifts: Mapping[str, int] = NOTHING


class MovesHome(NamedTuple):
    """A move to another municipality; ``to_new`` says that the letter goes to that one."""

    moves_on: dt.date | None = None
    old: str = ""
    new: str = ""
    to_new: bool = False


def hearing(one: Inquired, signer: Signer) -> Draft:
    """Remarks before a decision is made."""
    parts = [
        _thanks(one),
        listed(_("You write about this:"), one.asked) if one.asked else "",
        _("These are my remarks."),
        listed(_("This is right:"), [prompt(_("what is right, or delete this"))]),
        listed(_("This is not right:"), [prompt(_("what is wrong, and how it is"))]),
        listed(_("This is missing:"), [prompt(_("what you should know too"))]),
        _("Please look at my remarks before you decide."),
    ]
    return draft(_dated(one, _("Answer to your hearing")), parts, signer)


def papers(one: Inquired, signer: Signer) -> Draft:
    """The answer when papers were asked for: what is enclosed, and what is to come."""
    enclosed = [prompt(_("the papers you send with this"))]
    missing = [prompt(_("what you do not have yet, and when it comes, or delete this"))]
    parts = [
        _thanks(one),
        listed(_("You ask for:"), one.asked) if one.asked else "",
        listed(_("I send this with the letter:"), enclosed),
        listed(_("This comes later:"), missing),
        _("Please write to me if you need more."),
    ]
    return draft(_dated(one, _("The papers you asked for")), parts, signer)


def change_of_need(granted: int | None, signer: Signer) -> Draft:
    """The report that more or less help is needed; ``granted`` is minutes a week, if known."""
    since = _("My need for help has changed since {day}.").format(day=prompt(_("when it began")))
    hours = ""
    if granted:
        hours = _("I am granted {hours} a week today.").format(hours=in_hours(granted))
    parts = [
        since,
        listed(_("This is new:"), [prompt(_("what has changed, with an example"))]),
        listed(
            line(hours, _("It means this for my hours:")),
            [prompt(_("whether they are enough, and when they are not"))],
        ),
        _("Please call or write to me, so that we can talk about my grant."),
    ]
    return draft(_("My need for help has changed"), parts, signer)


def change_of_leading(signer: Signer) -> Draft:
    """The report that the citizen leads the scheme in another way, or less well, than before."""
    since = _("I write because my ability to lead my scheme has changed since {day}.").format(
        day=prompt(_("when it began"))
    )
    parts = [
        since,
        listed(_("This has changed:"), [prompt(_("what is harder now, with an example"))]),
        listed(_("This is what I do about it:"), [prompt(_("what you have done"))]),
        listed(_("This would help me:"), [prompt(_("the support you would like"))]),
        _("Please call or write to me, so that we can talk about it."),
    ]
    return draft(_("My ability to lead has changed"), parts, signer)


def question(asked: Sequence[str], signer: Signer, texts: Sequence[str] = ()) -> Draft:
    """Questions about rules that are not known; ``asked`` are whole questions.

    ``texts`` are what the municipality's own texts are called that nobody has read.
    """
    found = [*asked] or [prompt(_("what you want to know"))]
    parts = [
        listed(_("I have a question about my BPA:"), found)
        if len(found) == 1
        else listed(_("I have some questions about my BPA:"), found),
        listed(
            _("Please write to me:"),
            [
                _("what the rule is"),
                _("where it is written"),
                _("from which day it holds"),
            ],
        ),
        *(_("I would also like to see your own text: {title}.").format(title=t) for t in texts),
    ]
    return draft(_("Question about my BPA"), parts, signer)


def hospital(one: InHospital, signer: Signer) -> Draft:
    """That the citizen is or was in hospital, what the helpers do meanwhile, and who pays."""
    first = on_day(one.first_day, _("the first day"))
    if one.last_day is None:
        stay = _("I am in hospital since {first}.").format(first=first)
    else:
        stay = _("I was in hospital from {first} to {last}.").format(
            first=first, last=date_words(one.last_day)
        )
    meanwhile = (
        _("This is what my helpers do in that time:")
        if one.last_day is None
        else _("This is what my helpers did in that time:")
    )
    fates = [f"{_(fate)}: {_shifts(count)}" for fate, count in one.shifts.items() if count]
    parts = [
        line(stay, _payer(one)),
        listed(meanwhile, fates) if fates else "",
        _("Please write to me if you need more."),
    ]
    return draft(_("Stay in hospital"), parts, signer)


def _shifts(count: int) -> str:
    return ngettext("{n} shift", "{n} shifts", count)


def _payer(one: InHospital) -> str:
    if one.region_pays is None:
        return ""
    if one.region_pays:
        return _("The region pays for the helpers who come along.")
    return _("The region does not pay for my helpers there.")


def moves_home(one: MovesHome, signer: Signer) -> Draft:
    """That the citizen moves, to the municipality that is left or to the new one."""
    new = one.new.strip() or prompt(_("the new municipality"))
    moves = _("I move from {old} to {new}. My first day there is {day}.").format(
        old=one.old.strip() or prompt(_("the old municipality")),
        new=new,
        day=on_day(one.moves_on, _("the day you move")),
    )
    asked = (
        _("I have BPA. Please talk with me about it before I move, so that my help goes on.")
        if one.to_new
        else _("Please talk with {new} before I move, so that my help goes on.").format(new=new)
    )
    papers_asked = _("Please write to me which papers you need from me.")
    return draft(_("I move to another municipality"), [moves, asked, papers_asked], signer)


def other(signer: Signer) -> Draft:
    """A letter about anything else."""
    return draft(_("About my BPA"), [prompt(_("what your letter is about"))], signer)


def _thanks(one: Inquired) -> str:
    if one.received_on is None:
        return _("Thank you for your letter of {date}.").format(date=prompt(_("its date")))
    text = _("Thank you for your letter. I received it on {date}.")
    return text.format(date=date_words(one.received_on))


def _dated(one: Inquired, plain: str) -> str:
    if one.received_on is None:
        return plain
    text = _("{subject}, letter received {date}")
    return text.format(subject=plain, date=date_words(one.received_on))
