from __future__ import annotations

import ast
import gettext
import importlib.util
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.pofile import read_po

from bpa_desktop import i18n, paths
from tests.counting import not_counting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from babel.messages import Catalog, Message

_spec = importlib.util.spec_from_file_location("collect", paths.TRANSLATIONS / "collect.py")
assert _spec is not None
collect: Any = importlib.util.module_from_spec(_spec)
assert _spec.loader is not None
_spec.loader.exec_module(collect)


@cache
def catalogue(code: str) -> Catalog:
    with (paths.TRANSLATIONS / code / "LC_MESSAGES" / "bpa.po").open("rb") as file:
        return read_po(file, locale=code)


def texts(code: str) -> Iterator[Message]:
    return (message for message in catalogue(code) if message.id)


def forms(value: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def test_the_catalogues_hold_just_the_texts_of_the_program() -> None:
    stale = [path.name for path, text in collect.files().items() if path.read_text("utf-8") != text]
    assert not stale, "run: make texts"


@pytest.mark.parametrize("code", i18n.LANGUAGES)
def test_every_text_is_found_as_gettext_finds_it(code: str) -> None:
    known = gettext.translation("bpa", paths.TRANSLATIONS, [code])
    with i18n.speaking(code):
        for message in texts(code):
            one, many = (*forms(message.id), "")[:2]
            if many:
                for count in (0, 1, 2, 21):
                    said = known.ngettext(one, many, count).replace("{n}", str(count))
                    assert i18n.ngettext(one, many, count) == said
            elif message.context:
                said = known.pgettext(message.context, one)
                assert i18n.pgettext(message.context, one) == said
            else:
                assert i18n._(one) == known.gettext(one)


def test_what_no_catalogue_has_is_said_as_it_stands() -> None:
    with i18n.speaking("da"):
        assert i18n._("Blorp") == i18n.pgettext("file name", "Blorp") == "Blorp"
        assert i18n.ngettext("{n} blorp", "{n} blorps", 1) == "1 blorp"
        assert i18n.ngettext("{n} blorp", "{n} blorps", 2) == "2 blorps"
        assert i18n._("") == i18n.pgettext("file name", "") == ""
    assert i18n.Catalogue().find("Save") is None


def test_every_text_has_its_danish() -> None:
    missing = [message.id for message in texts("da") if not all(forms(message.string))]
    assert not missing


@not_counting()
def test_every_text_that_is_marked_is_collected() -> None:
    """A marked text inside the call of another marker is not seen when texts are collected."""
    known = {forms(message.id)[0] for message in texts("da")}
    marked = {
        call.args[0].value
        for path in paths.RESOURCES.parent.joinpath("bpa_desktop").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"_", "N_", "ngettext"}
        and isinstance(call.args[0], ast.Constant)
    }
    assert len(marked) > 1000
    assert not marked - known


def test_no_translation_is_a_guess() -> None:
    assert not [message.id for message in texts("da") if message.fuzzy]


@pytest.mark.parametrize("code", ["da", "en"])
def test_translations_keep_every_value(code: str) -> None:
    names = re.compile(r"{(\w+)}")
    wrong = []
    for message in texts(code):
        wanted = set(names.findall(forms(message.id)[-1])) - {"n"}
        wrong += [
            (message.id, form)
            for form in forms(message.string)
            if set(names.findall(form)) - {"n"} != wanted
        ]
    assert not wrong
