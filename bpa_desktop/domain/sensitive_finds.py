"""What in a text may say too much of a person: numbers, ways to reach them, names and words.

Nothing is decided here. Every find is a suggestion to look, with the reason for it.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from bpa_desktop.domain.record import Choice
from bpa_desktop.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class FindKind(Choice):
    """What was found."""

    CPR = "cpr", N_("Looks like a CPR number")
    PHONE = "phone", N_("Phone number")
    EMAIL = "email", N_("E-mail address")
    ADDRESS = "address", N_("Address")
    NAME = "name", N_("Name of a helper")
    HEALTH = "health", N_("Word about health")
    UNION = "union", N_("Word about union membership")
    RELIGION = "religion", N_("Word about religion")


class Find(NamedTuple):
    """A find from ``start`` to before ``end`` in its text.

    ``why`` is a msgid that explains a find that is not certain, empty where it is. ``helper`` is
    the id of the helper whose name it is, empty for all else.
    """

    kind: FindKind
    text: str
    start: int
    end: int
    why: str = ""
    helper: str = ""


class WordList(NamedTuple):
    """Words of one subject, all in small letters; ``unless`` names those that are not meant."""

    begins: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def has(self, word: str) -> bool:
        """Whether a word in small letters belongs to the subject."""
        if word in self.unless:
            return False
        is_known = word in self.whole or word.startswith(self.begins)
        return is_known or any(part in word for part in self.inside)


class Lexicon(NamedTuple):
    """What the finder knows of Danish; ``names_too`` are words that are names as well.

    ``persons_do`` are words that make a person of a name before them. ``in_papers`` are names that
    stand as words in papers, by the language of the paper.
    """

    subjects: Mapping[FindKind, WordList]
    names_too: frozenset[str]
    persons_do: frozenset[str]
    in_papers: Mapping[str, frozenset[str]]


class Person(NamedTuple):
    """A helper whose name is looked for."""

    id: str
    first_name: str
    last_name: str


_GAP: Final = r"[\s.\-\u00ad\u2010-\u2015]{0,3}"
_CPR: Final = re.compile(rf"(?<!\d)[0-3](?:{_GAP}\d){{9}}(?!\d)")
_FULL_DATE: Final = re.compile(r"\d\d?[.\-/ ]\d\d?[.\-/ ](?:19|20)\d\d(?!\d)")
_PHONE: Final = re.compile(
    r"(?<![\d/.])(?:(?:\+|00)45[\s-]?)?"
    r"(?:\d{2}(?:[ \u00a0.-]?\d{2}){3}|\d{4}[\s-]\d{4}|\d{2}\s\d{3}\s\d{3})(?![\d/]|[.,]\d)"
)
_NO_PHONE: Final = re.compile(
    r"\d{4}-\d\d-\d\d|(?:19|20)\d\d[-–\s/](?:19|20)\d\d|\d\d\.\d\d\.(?:19|20)\d\d|\d\d\.\d\d-\d\d\.\d\d"
)
_EMAIL: Final = re.compile(
    r"[\w.+-]+\s?(?:@|\(at\)|\[at\]|\bsnabel-?a\b)\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_STREET: Final = (
    "vej gade allé alle stræde vænge park boulevard plads torv have toft eng bakke krog vang lund "
    "skrænt sti kvarter gård dal brink ager kaj port bro høj bryn mark løkke sving side banke"
)
_ENDING: Final = r"(?:(?:n|en|et|ne|erne)\b|\b)"
_NUMBER: Final = r"\s+\d{1,3}\s?[A-Z]?\b(?:,?\s(?:st|kl|\d{1,2})\.?(?:\s?(?:th|tv|mf))?\b\.?)?"
_TOWN: Final = r",?\s+\d{4}\s+[A-ZÆØÅ][\wé-]+"
_ADDRESS: Final = re.compile(
    r"(?:\b[A-ZÆØÅ][\w.'’-]*\s){0,2}\b(?:"
    rf"(?:[A-ZÆØÅ][\wé'-]*?(?:{'|'.join(_STREET.split())}){_ENDING}"
    rf"|(?:Vej|Gade|Allé|Alle|Boulevard|Plads|Torv|Stræde)\b){_NUMBER}(?:{_TOWN})?"
    rf"|[A-ZÆØÅ][\wé'-]+{_NUMBER}{_TOWN})"
)
_PLACE: Final = re.compile(r"(?<!\d)(?:DK-)?(?!19[5-9]\d|20[0-4]\d)\d{4}\s+[A-ZÆØÅ][a-zæøåé]+\b")
_WORD: Final = re.compile(r"[\w][\w'’-]*")
_SENTENCE_END: Final = frozenset(".!?:\n•")
_GENITIVE: Final = r"(?:['’]?s|['’])?"
_DIGITS: Final = re.compile(r"\d")
_VERB: Final = re.compile(r"[a-zæøå]+(?:ede|te|er)")
"""How a Danish verb mostly ends when somebody does it or did it."""
_SHORTEST: Final = 2

COMMON_WORD: Final = N_("It is the name of a helper, and an ordinary word as well.")
ALONE: Final = N_("It is a helper's surname alone.")


def find_sensitive(text: str, people: Sequence[Person], words: Lexicon) -> tuple[Find, ...]:
    """Every find in ``text`` by its place; of two that overlap the earlier kind is kept.

    A name is certain where its ``why`` is empty.
    """
    found: list[Find] = []
    for one in (
        *_numbers(text),
        *_matches(FindKind.EMAIL, _EMAIL, text),
        *_addresses(text),
        *_names(text, people, words),
        *_subjects(text, words),
    ):
        if not any(one.start < other.end and other.start < one.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _matches(kind: FindKind, pattern: re.Pattern[str], text: str) -> Iterator[Find]:
    for match in pattern.finditer(text):
        yield Find(kind, match[0].strip(), match.start(), match.start() + len(match[0].strip()))


def _numbers(text: str) -> Iterator[Find]:
    for match in _CPR.finditer(text):
        if looks_like_cpr(match[0]):
            yield Find(FindKind.CPR, match[0], match.start(), match.end())
    for one in _matches(FindKind.PHONE, _PHONE, text):
        if not _NO_PHONE.fullmatch(one.text):
            yield one


def looks_like_cpr(text: str) -> bool:
    """Whether ten digits begin with a day and a month, and are no full date with a time."""
    digits = "".join(_DIGITS.findall(text))
    if _FULL_DATE.match(text):
        return False
    try:
        # A year with a leap day, so that 29 February is always a day.
        dt.date(2000, int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True


def _addresses(text: str) -> Iterator[Find]:
    yield from _matches(FindKind.ADDRESS, _ADDRESS, text)
    yield from _matches(FindKind.ADDRESS, _PLACE, text)


def _names(text: str, people: Iterable[Person], words: Lexicon) -> Iterator[Find]:
    known = list(people)
    for person in known:
        if person.first_name and person.last_name:
            full = rf"{re.escape(person.first_name)}\s+{re.escape(person.last_name)}"
            yield from _named(text, full, person)
    for person in known:
        yield from _single(text, person, person.first_name, words, "")
        yield from _single(text, person, person.last_name, words, ALONE)


def _named(text: str, pattern: str, person: Person) -> Iterator[Find]:
    for match in re.finditer(rf"(?<!\w){pattern}{_GENITIVE}(?!\w)", text, re.IGNORECASE):
        yield Find(FindKind.NAME, match[0], match.start(), match.end(), helper=person.id)


def _single(text: str, person: Person, name: str, words: Lexicon, why: str) -> Iterator[Find]:
    if len(name) < _SHORTEST:
        return
    is_word = name.casefold() in words.names_too
    for one in _named(text, re.escape(name), person):
        if not is_word:
            yield one._replace(why=why)
        elif one.text[:1].isupper() and _is_a_person(text, one, words):
            yield one._replace(why=COMMON_WORD)


def _is_a_person(text: str, one: Find, words: Lexicon) -> bool:
    """Capitals inside a sentence are of names; where it begins, the next word tells."""
    before = text[: one.start].rstrip(" \t\"'»(–-")
    if before and before[-1] not in _SENTENCE_END:
        return True
    after = _WORD.search(text, one.end)
    return after is not None and (after[0] in words.persons_do or bool(_VERB.fullmatch(after[0])))


def _subjects(text: str, words: Lexicon) -> Iterator[Find]:
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        for kind, subject in words.subjects.items():
            if subject.has(word):
                yield Find(kind, match[0], match.start(), match.end())
                break
