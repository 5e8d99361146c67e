"""The letters of the file: suggested from what is known, kept once they are changed, then sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from bpa_desktop.domain.letter import Letter, LetterKind
from bpa_desktop.errors import N_
from bpa_desktop.i18n import speaking
from bpa_desktop.services.letter_about import resolved
from bpa_desktop.services.letter_facts import (
    Ground,
    day_of_municipality,
    goes_to_new,
    relocation_of,
    written,
)
from bpa_desktop.services.letter_sent import note_sent
from bpa_desktop.services.own_profile import municipality_name, profile_of
from bpa_desktop.services.profiles import profile_for

if TYPE_CHECKING:
    from bpa_desktop.domain.findings import RecordKey
    from bpa_desktop.services.session import Session

SEND_TO: Final = "complaint.send_to"
_PARTS: Final = "|"
_KINDS: Final = {str(one): one for one in LetterKind}
_TO_COMPLAIN: Final = frozenset({LetterKind.COMPLAINT, LetterKind.STANDS})


def letters(session: Session) -> tuple[Letter, ...]:
    """The drafts, then those that are sent; each the newest first."""
    found = session.records.all(Letter)
    drafts = [one for one in found if one.sent_on is None]
    sent = [one for one in found if one.sent_on is not None]
    drafts.sort(key=lambda one: (one.written_on, one.id), reverse=True)
    sent.sort(key=lambda one: (one.sent_on or one.written_on, one.id), reverse=True)
    return (*drafts, *sent)


def address_of(letter: Letter) -> str:
    """By what a letter is found again: its id, or what a suggestion is made from."""
    return letter.id or _PARTS.join(("", letter.kind, letter.about_type, letter.about_id))


def letter_at(session: Session, address: str) -> Letter | None:
    """The letter with that `address_of`, or nothing when it is there no more."""
    blank, *parts = address.split(_PARTS)
    if blank or not parts:
        return find_letter(session, address)
    kind, about_type, about_id = parts
    return letter_for(session, _KINDS[kind], (about_type, about_id) if about_type else None)


def kind_called(name: str) -> LetterKind:
    """The kind of letter by its value; raises ``KeyError`` for any other."""
    return _KINDS[name]


def find_letter(session: Session, letter_id: str) -> Letter | None:
    """The letter with that id, or nothing when it is there no more."""
    return next(iter(session.records.with_ids(Letter, [letter_id])), None)


def letter_for(session: Session, kind: LetterKind, about: RecordKey | None = None) -> Letter:
    """The draft of that kind about that record, or a suggestion that is not kept yet.

    Without ``about`` it is about the record that waits for such a letter, where one does.
    """
    whose = resolved(session, kind, about)
    return _begun(session, kind, whose) or suggestion(session, kind, whose)


def _begun(session: Session, kind: LetterKind, about: RecordKey | None) -> Letter | None:
    return next(
        (
            one
            for one in letters(session)
            if one.sent_on is None and one.kind is kind and key_of(one) == about
        ),
        None,
    )


def key_of(letter: Letter) -> RecordKey | None:
    """The record that the letter was written from."""
    return (letter.about_type, letter.about_id) if letter.about_type else None


def suggestion(session: Session, kind: LetterKind, about: RecordKey | None) -> Letter:
    """The letter from what is known, in the active language and not kept."""
    made = written(session, kind, about)
    about_type, about_id = about or ("", "")
    return Letter(
        kind=kind,
        recipient=recipient(session, kind, about),
        subject=made.subject,
        words=made.words,
        written_on=session.today,
        about_type=about_type,
        about_id=about_id,
    )


def recipient(session: Session, kind: LetterKind, about: RecordKey | None = None) -> str:
    """Who gets the letter, with commas between the lines; empty where it is not known."""
    ground = Ground(session, about)
    day = day_of_municipality(ground)
    name, profile = municipality_name(session, day), profile_of(session, day)
    move = relocation_of(ground) if kind is LetterKind.MOVING else None
    if move is not None:
        name = move.to_municipality if goes_to_new(move) else move.from_municipality
        profile = profile_for(name)
    title = profile.name if profile else name.strip()
    known = profile.known(SEND_TO) if profile and kind in _TO_COMPLAIN else None
    if known is None:
        return title
    place = str(known.value)
    return place if title in place else f"{title}, {place}"


def keep_words(session: Session, letter: Letter, words: str) -> Letter:
    """Keep the letter with these words, whatever else of it was changed meanwhile."""
    current = (find_letter(session, letter.id) if letter.id else None) or letter
    with session.operation(N_("write a letter")) as operation:
        return operation.save(replace(current, words=words))


def suggest_anew(session: Session, letter: Letter, spoken: str) -> Letter:
    """Keep the letter as it is suggested in the language ``spoken``, in place of its own words."""
    with speaking(spoken):
        made = suggestion(session, letter.kind, key_of(letter))
    current = (find_letter(session, letter.id) if letter.id else None) or letter
    with session.operation(N_("suggest a letter anew")) as operation:
        return operation.save(replace(current, subject=made.subject, words=made.words))


def keep(session: Session, letter: Letter) -> Letter:
    """Keep a suggestion as it is; a letter that is kept stays as it is."""
    return letter if letter.id else keep_words(session, letter, letter.words)


def send_today(session: Session, letter: Letter) -> Letter:
    """Note the letter as sent today, and what it asked for or answered with it, as one action."""
    current = (find_letter(session, letter.id) if letter.id else None) or letter
    with session.operation(N_("note that a letter was sent")) as operation:
        sent = operation.save(replace(current, words=letter.words, sent_on=session.today))
        note_sent(Ground(session, key_of(sent)), operation, sent.kind)
    return sent
