"""Who must be instructed in what, and who must be again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bpa_desktop.domain import instruction_needs as needs
from bpa_desktop.domain.aid import Aid
from bpa_desktop.domain.instruction import Instruction
from bpa_desktop.domain.people import Employment
from bpa_desktop.domain.procedure import Procedure, ProcedureVersion
from bpa_desktop.domain.scheme import Answer
from tests.domain.builders import day, helper

if TYPE_CHECKING:
    from bpa_desktop.domain.people import Helper

TODAY = day("2026-03-16")
LIFT = Procedure(id="lift", title="Fra seng til stol")
HOIST = Aid(id="hoist", name="Loftlift")
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def version(record_id: str, first: str, again: Answer = YES) -> ProcedureVersion:
    return ProcedureVersion(
        id=record_id, procedure="lift", valid_from=day(first), words="Sådan", asks_again=again
    )


def told(what: str, on: str = "2026-02-01", who: str = "anna") -> Instruction:
    record_id = f"{what} {on} {who}"
    if what == "hoist":
        return Instruction(id=record_id, helper=who, aid=what, given_on=day(on))
    return Instruction(id=record_id, helper=who, version=what, given_on=day(on))


def lacking(
    versions: list[ProcedureVersion], *given_: Instruction, who: Helper | None = None
) -> list[tuple[str, bool]]:
    """Names of what the helper lacks, and whether it is once more."""
    found = needs.topics([HOIST], [LIFT], {"lift": versions}, TODAY)
    people = [who or helper()]
    return [(one.topic.key[1], one.again) for one in needs.lacking(found, people, given_, TODAY)]


ONE, TWO = version("v1", "2025-01-01"), version("v2", "2026-01-01")
QUIET = version("v2", "2026-01-01", NO)


def test_everything_new_is_to_be_learnt_once() -> None:
    assert lacking([ONE]) == [("lift", False), ("hoist", False)]
    assert lacking([ONE], told("v1"), told("hoist")) == []


def test_a_version_that_asks_again_is_asked_of_those_who_knew_the_one_before() -> None:
    assert lacking([ONE, TWO], told("v1"), told("hoist")) == [("lift", True)]
    assert lacking([ONE, TWO], told("v1"), told("v2"), told("hoist")) == []


def test_a_version_that_does_not_ask_again_lets_what_was_learnt_count() -> None:
    assert lacking([ONE, QUIET], told("v1"), told("hoist")) == []


def test_an_answer_that_is_not_given_counts_as_yes() -> None:
    unsure = version("v2", "2026-01-01", UNKNOWN)
    assert lacking([ONE, unsure], told("v1"), told("hoist")) == [("lift", True)]


def test_who_missed_a_version_that_asked_is_asked_also_after_one_that_does_not() -> None:
    three = version("v3", "2026-03-01", NO)
    assert lacking([ONE, TWO, three], told("v1"), told("hoist")) == [("lift", True)]
    assert lacking([ONE, TWO, three], told("v2"), told("hoist")) == []


def test_a_version_to_come_changes_nothing_yet_and_counts_when_it_was_taught_early() -> None:
    later = version("v2", "2026-03-17")
    assert lacking([ONE, later], told("v1"), told("hoist")) == []
    assert lacking([ONE, later], told("v2"), told("hoist")) == []


def test_what_is_not_used_any_more_is_asked_of_nobody() -> None:
    ended = Procedure(id="lift", title="X", ended_on=TODAY)
    gone = Aid(id="hoist", name="Loftlift", until=TODAY - dt.timedelta(days=1))
    assert needs.topics([gone], [ended], {"lift": [ONE]}, TODAY) == []
    before = TODAY - dt.timedelta(days=1)
    assert len(needs.topics([gone], [ended], {"lift": [ONE]}, before)) == 2


def test_a_procedure_without_a_version_is_asked_of_nobody() -> None:
    assert needs.procedure_topic(LIFT, [], TODAY) is None
    assert needs.procedure_topic(LIFT, [version("v1", "2026-03-17")], TODAY) is None


@pytest.mark.parametrize(
    ("first", "last", "asked"),
    [
        ("2026-03-16", None, True),
        ("2026-03-17", None, False),
        ("2020-01-01", "2026-03-16", True),
        ("2020-01-01", "2026-03-15", False),
    ],
)
def test_only_who_is_employed_that_day_is_asked(
    first: str, last: str | None, *, asked: bool
) -> None:
    period = Employment(first_day=day(first), last_day=day(last) if last else None)
    assert bool(lacking([ONE], who=helper(employments=(period,)))) is asked


def test_who_was_deleted_is_not_asked() -> None:
    assert lacking([ONE], who=helper(erased_on=TODAY)) == []


def test_who_comes_back_keeps_what_was_learnt() -> None:
    periods = (
        Employment(first_day=day("2020-01-01"), last_day=day("2022-01-01")),
        Employment(first_day=TODAY),
    )
    back = helper(employments=periods)
    learnt = told("v1", "2021-05-01"), told("hoist", "2021-05-01")
    assert lacking([version("v1", "2019-01-01")], *learnt, who=back) == []


def test_an_instruction_of_tomorrow_does_not_count_today() -> None:
    assert ("hoist", False) in lacking([ONE], told("hoist", "2026-03-17"))


def test_one_instruction_may_name_a_version_and_the_aid_that_was_used() -> None:
    both = Instruction(id="b", helper="anna", version="v1", aid="hoist", given_on=TODAY)
    assert lacking([ONE], both) == []


def test_the_newest_instruction_that_counts_is_told() -> None:
    topic = needs.procedure_topic(LIFT, [ONE, QUIET], TODAY)
    assert topic is not None
    given_ = [told("v2", "2026-02-03"), told("v1", "2026-01-02")]
    found = needs.standing(topic, helper(), given_, TODAY)
    assert found.newest == given_[0]
    assert found.knows


answers = st.lists(st.sampled_from([YES, NO, UNKNOWN]), min_size=1, max_size=5)
places = st.lists(st.integers(0, 4), max_size=6)


def line(asked: list[Answer]) -> list[ProcedureVersion]:
    return [version(f"v{at}", f"2025-{at + 1:02}-01", answer) for at, answer in enumerate(asked)]


@given(answers, places)
def test_nobody_is_asked_twice(asked: list[Answer], learnt: list[int]) -> None:
    """Once instructed in what holds today, a helper is asked nothing more."""
    versions = line(asked)
    given_ = [told(f"v{at}") for at in learnt if at < len(versions)]
    people = [helper(), helper("bo")]
    found = needs.topics([], [LIFT], {"lift": versions}, TODAY)
    first = needs.lacking(found, people, given_, TODAY)
    assert len({one.helper.id for one in first}) == len(first)
    taught = [
        Instruction(id=str(at), helper=one.helper.id, version=one.topic.target[1], given_on=TODAY)
        for at, one in enumerate(first)
    ]
    assert needs.lacking(found, people, [*given_, *taught], TODAY) == []


@given(answers, places)
def test_a_later_version_overrides(asked: list[Answer], learnt: list[int]) -> None:
    """Who knows a version knows all before it: it counts exactly when nothing asked since."""
    versions = line(asked)
    known = [at for at in learnt if at < len(versions)]
    topic = needs.procedure_topic(LIFT, versions, TODAY)
    assert topic is not None
    given_ = [told(f"v{at}") for at in known]
    knows = needs.standing(topic, helper(), given_, TODAY).knows
    best = max(known, default=None)
    assert knows == (best is not None and all(one.asks_again is NO for one in versions[best + 1 :]))


@given(st.permutations([0, 1, 2]))
def test_the_order_in_which_versions_were_read_does_not_matter(order: list[int]) -> None:
    versions = line([YES, YES, NO])
    shuffled = [versions[at] for at in order]
    assert needs.procedure_topic(LIFT, shuffled, TODAY) == needs.procedure_topic(
        LIFT, versions, TODAY
    )
