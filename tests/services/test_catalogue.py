"""What must hold for every record type there is, tried on records built from its declaration."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpa_desktop.domain.record import Value, all_problems, fields_of
from bpa_desktop.i18n import LANGUAGES, _, speaking
from bpa_desktop.services.catalogue import KINDS, TYPES, kind_named
from bpa_desktop.services.exchange import export_text, import_data, json_schema
from bpa_desktop.services.session import make
from bpa_desktop.storage.codec import from_cell, from_plain, to_plain, to_row
from bpa_desktop.storage.records import Gone, StillReferredTo
from tests.storage.samples import key, records, sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bpa_desktop.domain.record import Record
    from bpa_desktop.services.catalogue import Kind
    from bpa_desktop.services.session import Session

pytestmark = pytest.mark.usefixtures("uncounted")
IDS = {kind.name: f"{kind.name}-1" for kind in KINDS}
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with make(tmp_path_factory.mktemp("file") / "a.bpa", key()) as made:
        yield made


@pytest.fixture
def other(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with make(tmp_path_factory.mktemp("other") / "b.bpa", key()) as made:
        yield made


def a(kind: Kind, number: int = 1, **fields: Any) -> Record:
    return sample(kind.record, IDS, number, **fields)


def referred(kind: type[Value]) -> set[str]:
    """The names of the types that a record refers to, itself or through another."""
    named = {field.about.refers_to for field in fields_of(kind) if field.about.refers_to}
    named -= {getattr(kind, "type_name", "")}
    inner = [field.kind for field in fields_of(kind) if issubclass(field.kind, Value)]
    return named.union(*(referred(one) for one in [*inner, *map(TYPES.__getitem__, named)]))


def with_what_it_needs(session: Session, kind: Kind) -> None:
    """Save what a record of that type refers to."""
    with session.operation("prepare") as operation:
        needed = referred(kind.record)
        for name in (one.name for one in KINDS if one.name in needed):
            operation.save(a(kind_named(name), id=IDS[name]))


@every_kind
def test_a_record_built_from_its_declaration_has_no_problems(kind: Kind) -> None:
    for number in range(1, 5):
        assert list(all_problems(a(kind, number))) == []


@every_kind
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
@given(data=st.data())
def test_every_record_survives_json_and_the_database(kind: Kind, data: st.DataObject) -> None:
    record = data.draw(records(kind.record, IDS))
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(kind.record, plain, id=record.id) == record
    cells = to_row(record)
    values = {field.name: from_cell(field, cells[field.name]) for field in fields_of(kind.record)}
    assert kind.record(**values) == record


@every_kind
@settings(
    max_examples=15,
    suppress_health_check=[
        HealthCheck.filter_too_much,
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
    ],
)
@given(data=st.data())
def test_every_record_survives_the_file_and_an_export(
    session: Session, other: Session, kind: Kind, data: st.DataObject
) -> None:
    with_what_it_needs(session, kind)
    record = data.draw(records(kind.record, IDS))
    try:
        saved = session.save(record, "add")
        assert session.records.get(kind.record, saved.id) == saved
        text = export_text(session)
        import_data(other, text.encode())
        assert export_text(other) == text
        assert other.records.get(kind.record, saved.id) == saved
    finally:
        for one in (session, other):
            while one.undo_text():
                one.undo()


@every_kind
def test_what_was_done_is_undone_and_done_again_to_the_byte(session: Session, kind: Kind) -> None:
    with_what_it_needs(session, kind)
    before = export_text(session)
    saved = session.save(a(kind), "add")
    added = export_text(session)
    session.save(a(kind, 2, id=saved.id), "change")
    changed = export_text(session)
    assert len({before, added, changed}) == 3
    for text in (added, before):
        session.undo()
        assert export_text(session) == text
    for text in (added, changed):
        session.redo()
        assert export_text(session) == text
    session.undo()
    session.undo()
    assert export_text(session) == before


@every_kind
def test_deleting_is_undone_to_the_byte(session: Session, kind: Kind) -> None:
    with_what_it_needs(session, kind)
    several = 1 if kind.single else 3
    saved = [session.save(a(kind, number), "add") for number in range(1, several + 1)]
    full, order = export_text(session), session.records.all(kind.record)
    with session.operation("delete") as operation:
        operation.delete(kind.record, saved[0].id)
    with pytest.raises(Gone):
        session.records.get(kind.record, saved[0].id)
    session.undo()
    assert export_text(session) == full
    assert session.records.all(kind.record) == order


@every_kind
def test_the_history_of_a_record_tells_everything_that_was_done(
    session: Session, kind: Kind
) -> None:
    with_what_it_needs(session, kind)
    saved = session.save(a(kind), "add")
    session.save(a(kind, 2, id=saved.id), "change")
    with session.operation("delete") as operation:
        operation.delete(kind.record, saved.id)
    history = session.records.journal.history(kind.name, saved.id)
    assert [entry.label.message for entry in history] == ["delete", "change", "add"]


@every_kind
def test_what_a_record_refers_to_cannot_be_deleted(session: Session, kind: Kind) -> None:
    with_what_it_needs(session, kind)
    session.save(a(kind, id=IDS[kind.name]), "add")
    for name in referred(kind.record) - {kind.name}:
        with pytest.raises(StillReferredTo), session.operation("delete") as operation:
            operation.delete(TYPES[name], IDS[name])


@every_kind
def test_a_record_says_what_it_is_in_both_languages(kind: Kind) -> None:
    names = {"helper-1": "Anna Ask"}
    words = set()
    for language in LANGUAGES:
        with speaking(language):
            told = kind.describe(a(kind), names)
            assert told.strip()
            assert "{" not in told
            assert kind.describe(kind.record(**needed(kind)), {}).strip()
            words.add((_(kind.one), _(kind.many)))
    assert len(words) == len(LANGUAGES)


def needed(kind: Kind) -> dict[str, Any]:
    """The fields a record cannot be without."""
    whole = a(kind)
    names = [field.name for field in fields_of(kind.record) if field.required]
    return {name: getattr(whole, name) for name in names}


@every_kind
def test_every_field_has_a_label_in_both_languages(kind: Kind) -> None:
    for field in fields_of(kind.record):
        with speaking("da"):
            danish = _(field.about.label)
        assert danish.strip()
        assert field.about.label.strip()


@every_kind
def test_a_data_file_with_the_record_fits_the_schema_and_comes_in(
    session: Session, kind: Kind
) -> None:
    groups = json_schema()["properties"]["records"]["properties"]
    assert set(groups[kind.name]["items"]["properties"]) == {
        "id",
        *(field.name for field in fields_of(kind.record)),
    }
    names = {kind.name, *referred(kind.record)}
    records_ = {name: [{"id": IDS[name], **to_plain(sample(TYPES[name], IDS))}] for name in names}
    document = {"format": "bpa-desktop", "version": 1, "records": records_}
    report = import_data(session, json.dumps(document).encode())
    assert report.added == dict.fromkeys(records_, 1)


def test_what_is_referred_to_comes_first() -> None:
    seen: set[str] = set()
    for kind in KINDS:
        seen.add(kind.name)
        assert referred(kind.record) <= seen


def test_a_type_is_known_by_its_name() -> None:
    for kind in KINDS:
        assert kind_named(kind.name) is kind
    with pytest.raises(KeyError):
        kind_named("spaceship")


@every_kind
def test_what_a_person_wrote_is_in_no_error_text(kind: Kind) -> None:
    record = a(kind)
    held = [each for value in vars(record).values() if isinstance(value, tuple) for each in value]
    groups = [each for each in held if isinstance(each, Value)]
    for each in (record, *groups):
        assert repr(each) == f"{type(each).__name__}(…)"
