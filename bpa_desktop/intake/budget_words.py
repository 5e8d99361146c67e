"""What a line of a municipality's budget is probably for, by the words that it is called."""

from __future__ import annotations

import re
from typing import Final

from bpa_desktop.domain.standard_line import StandardLine

_LINE = StandardLine
_STEMS: Final = (
    (_LINE.SET_OFF, r"modregn|fradrag|bistandstill|plejetill|bistands-|set-off"),
    (_LINE.G_DAYS, r"\bg-?\s?dag|g-day|ledighedsdag"),
    (_LINE.SICK_PAY, r"sygdom|sygel|sygedag|syge?løn|barns? (1|første)|sick"),
    (_LINE.BARSEL, r"barsel|parental"),
    (_LINE.ATP, r"\batp\b"),
    (_LINE.PENSION, r"pension"),
    (_LINE.HOLIDAY_TRIP, r"ferierejse|ferieophold|ferie med hjælper|rejse|ledsage.* ferie|koloni"),
    (_LINE.HOLIDAY_PAY, r"ferie(penge|godtgør|tillæg|till)|holiday pay|6\. ferieuge|\bferie\b"),
    (_LINE.EMPLOYER_TASK, r"arbejdsgiveropgave|arbejdsgivertilskud|employer.s task|overdrag"),
    (_LINE.PAYROLL, r"lønadministration|administration|payroll"),
    (_LINE.INSURANCE, r"forsikring|insurance"),
    (_LINE.STAFF_MEETINGS, r"personalemøde|p-møde|teammøde|staff meeting"),
    (_LINE.MUS, r"\bmus\b|udviklingssamtale|appraisal"),
    (_LINE.TRAINING, r"oplæring|introduktion|\bintro\b|training"),
    (_LINE.WORK_ENVIRONMENT, r"\bapv\b|arbejdsmiljø|arbejdsplads|working environment"),
    (_LINE.COURSES, r"kursus|kurser|course"),
    (_LINE.ADVERTS, r"annonc|opslag|rekrutter|advert|recruit"),
    (
        _LINE.HELPER_RELATED,
        r"hjælperrelater|§ ?10|handsker|sæbe|toiletpapir|ledsagerkort|\bentr[eé]|\bstrøm\b",
    ),
    (_LINE.AVAILABILITY, r"rådighed|availability"),
    (_LINE.HEADROOM, r"rummelighed|funktionstill|kvalifikation|anciennitet|headroom"),
    (_LINE.OVERTIME, r"overarbejde|overtid|overtime"),
    (
        _LINE.SUPPLEMENTS,
        r"aften.*nat|nat.*aften|(?:ubekvem|tids|ulempe).*till|aut-till|evening.*night",
    ),
    (_LINE.EVENING, r"aften|evening"),
    (_LINE.NIGHT, r"\bnat|natt|night"),
    (_LINE.SATURDAY, r"lørdag|saturday"),
    (_LINE.SUNDAY, r"søndag|helligdag|søn-|sunday"),
    (_LINE.SUPPLEMENTS, r"weekend|tillæg|supplement"),
    (_LINE.CONTRIBUTIONS, r"bidrag|\baes\b|\baer\b|contribution"),
    (_LINE.ALL_PAY, r"løn i alt|lønudgift|samlet løn|løn(?:sum)? inkl|lønomkostning"),
    (_LINE.BASIC_PAY, r"grundløn|basisløn|basistime|timeløn|\bløn|basic pay|wage"),
)
"""The surest words first: a line of several kinds is what its rarest word says."""
_PATTERNS: Final = tuple((line, re.compile(stem)) for line, stem in _STEMS)
_SUM: Final = re.compile(
    r"^(?:sum|total|subtotal|samlet|in all|balance|resultat)\b|\bi ?alt\b|\btotal\b"
)


def likely(words: str) -> StandardLine | None:
    """What a line called ``words`` is probably for; ``None`` where the words say nothing.

    The words are those of Danish and English budgets; it is a guess that a person looks at.
    """
    text = words.casefold()
    return next((line for line, pattern in _PATTERNS if pattern.search(text)), None)


def is_sum(words: str) -> bool:
    """Whether a line is called as sums of others are: ``I alt``, ``Samlet budget``, ``Total``."""
    return _SUM.search(words.casefold()) is not None
