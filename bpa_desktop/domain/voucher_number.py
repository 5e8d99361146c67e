"""The numbers of vouchers: which comes next in the user's own way of counting."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bpa_desktop.domain.money_flow import Voucher

_LAST_DIGITS: Final = re.compile(r"(\d+)\D*$")


def next_number(vouchers: Sequence[Voucher], year: int) -> str:
    """The number after the highest of ``year``, in the form in which the newest is written.

    ``7`` is followed by ``8`` and ``2026-014`` by ``2026-015``. The first of a year begins anew in
    the form of the year before, so ``2025-014`` leads to ``2026-001``; without any it is ``1``.
    """
    own = [one for one in vouchers if one.day.year == year and _parts(one)]
    if own:
        return _after(own)
    before = [one for one in vouchers if one.day.year < year and _parts(one)]
    if not before:
        return "1"
    last = max(before, key=_made)
    prefix, digits = _parts(last) or ("", "1")
    width = len(digits) if prefix or digits.startswith("0") else 1
    return prefix.replace(str(last.day.year), str(year)) + "1".zfill(width)


def numbered(
    vouchers: Sequence[Voucher], lacking: Iterable[Voucher]
) -> Iterator[tuple[Voucher, str]]:
    """The next number for each of ``lacking``, by day; ``vouchers`` are all there are."""
    known = list(vouchers)
    for one in sorted(lacking, key=lambda each: (each.day, each.id)):
        number = next_number(known, one.day.year)
        known.append(replace(one, number=number))
        yield one, number


def _after(own: Sequence[Voucher]) -> str:
    prefix, _digits = _parts(max(own, key=_made)) or ("", "")
    same = [parts[1] for one in own if (parts := _parts(one)) and parts[0] == prefix]
    highest = max(same, key=int)
    return prefix + str(int(highest) + 1).zfill(len(highest))


def _made(voucher: Voucher) -> tuple[str, str]:
    """Ids sort in the order in which records were made."""
    return voucher.id, voucher.number


def _parts(voucher: Voucher) -> tuple[str, str] | None:
    """What stands before the last digits of a number, and those digits."""
    number = voucher.number.strip()
    found = _LAST_DIGITS.search(number)
    return None if found is None else (number[: found.start()], found.group(1))
