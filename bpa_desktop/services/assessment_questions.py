"""The questions of the workplace assessment that come with the program, read from their file."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING, Final

from bpa_desktop import paths
from bpa_desktop.domain.assessment import Topic
from bpa_desktop.domain.assessment_talk import AskedQuestion

if TYPE_CHECKING:
    from pathlib import Path

_TOPICS: Final = {str(one): one for one in Topic}


@cache
def asked_questions() -> tuple[AskedQuestion, ...]:
    """Every question in the order of the talk."""
    return read_questions(paths.RESOURCES / "rules" / "assessment" / "questions.toml")


def read_questions(path: Path) -> tuple[AskedQuestion, ...]:
    """The questions in ``path``.

    Raises ``KeyError`` for a question that lacks something or has an unknown topic, and
    ``ValueError`` when two have the same key.
    """
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["question"]
    found = tuple(
        AskedQuestion(
            key=row["key"],
            topic=_TOPICS[row["topic"]],
            title=row["title"],
            ask=row["ask"]["title"],
            examples=row["reason"],
        )
        for row in rows
    )
    if len({one.key for one in found}) != len(found):
        raise ValueError("two questions have the same key")
    return found


def question_title(key: str) -> str:
    """The msgid of a question's short title; the key itself where it is asked no more."""
    return next((one.title for one in asked_questions() if one.key == key), key)
