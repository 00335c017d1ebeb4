"""Entries and drafts: nothing typed is lost, and nobody's change is overwritten."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.people import form, register

from desktop.domain.partial_dates import PartialDate
from desktop.files.drawer import Drawer
from desktop.ui.pages.people.drafts import NEW, Draft, DraftFiles, draft_key
from desktop.ui.pages.people.entry import (
    PaperEntry,
    PersonEntry,
    entry_of,
    from_plain,
    merge,
    to_plain,
)
from desktop.ui.pages.people.reading import EntryReader
from desktop.usecases.ports import Desk
from desktop.usecases.reference_book import read_reference_book
from reports.texts import Texts

AT = datetime(2020, 11, 11, 10, 30, tzinfo=UTC)
papers = st.builds(PaperEntry, number=st.text(max_size=3), expires=st.text(max_size=3))
entries = st.builds(
    PersonEntry,
    family_name=st.sampled_from(("", "А", "Б")),
    birth=st.sampled_from(("", "1988", "кто знает")),
    sex_inferred=st.booleans(),
    papers=st.lists(papers, max_size=2).map(tuple),
    phones=st.lists(st.sampled_from(("", "1", "2")), max_size=2).map(tuple),
    needs=st.sampled_from(((), ("diet",))),
)


@given(entries)
def test_an_entry_survives_its_file(entry: PersonEntry) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(entry)))) == entry


@given(entries, entries)
def test_merging_keeps_the_only_side_that_changed(base: PersonEntry, other: PersonEntry) -> None:
    assert merge(base, other, base) == merge(base, base, other)
    assert merge(base, other, base).entry == other
    assert not merge(base, other, other).clashes


@given(entries, entries, entries)
def test_merging_loses_nothing_in_silence(
    base: PersonEntry, typed: PersonEntry, stored: PersonEntry
) -> None:
    merged = merge(base, typed, stored)
    for one in fields(PersonEntry):
        before, mine, theirs, now = (
            getattr(entry, one.name) for entry in (base, typed, stored, merged.entry)
        )
        assert now == (mine if mine != before else theirs)
        lost = theirs not in (before, now)
        assert (one.name in merged.clashes) == lost


def test_drafts_are_kept_by_person_and_dropped(tmp_path: Path) -> None:
    files = DraftFiles(Drawer(tmp_path / "drafts"))
    assert files.load() == {}
    person_id = uuid4()
    new = Draft(NEW, PersonEntry(family_name="Раҳмонов"), PersonEntry(), 0, AT)
    edited = Draft(draft_key(person_id), PersonEntry(birth="не знаю"), PersonEntry(), 3, AT)
    assert files.keep(new)
    assert files.keep(edited)
    assert files.keep(replace(new, entry=PersonEntry(family_name="Раҳмонова")))
    found = files.load()
    assert found[NEW].entry.family_name == "Раҳмонова"
    assert found[str(person_id)] == edited
    files.drop(NEW)
    files.drop(NEW)
    assert set(files.load()) == {str(person_id)}


def test_a_damaged_draft_is_left_alone_and_hides_no_other(tmp_path: Path) -> None:
    files = DraftFiles(Drawer(tmp_path))
    files.keep(Draft(NEW, PersonEntry(family_name="Раҳмонов"), PersonEntry(), 0, AT))
    damaged = tmp_path / f"person-{uuid4()}.json"
    for text in ("{", "[]", '{"key": "new"}', '{"key": "../x", "entry": {}, "base": {}}'):
        damaged.write_text(text, "utf-8")
        assert set(files.load()) == {NEW}
        assert damaged.exists()


def test_what_another_version_wrote_is_taken_as_far_as_it_is_known() -> None:
    plain = to_plain(PersonEntry(family_name="Раҳмонов")) | {"horoscope": "x"}
    del plain["notes"]
    assert from_plain(plain) == PersonEntry(family_name="Раҳмонов")
    with pytest.raises(ValueError, match="family_name"):
        from_plain({"family_name": 3})


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "drafts"
    blocked.write_text("a file stands in the way", "utf-8")
    assert not DraftFiles(Drawer(blocked)).keep(Draft(NEW, PersonEntry(), PersonEntry(), 0, AT))


def test_an_unchanged_entry_is_the_form_that_is_stored(local_desk: Desk) -> None:
    stored = replace(form(), birth=PartialDate.of_year(1988), other_names=("Firuz R.",))
    person_id = register(local_desk, stored)
    with local_desk.store.read() as reads:
        detail = reads.person_detail(person_id)
        book = read_reference_book(reads, "en")
    read = EntryReader(Texts(), book).read(entry_of(detail), detail, AT.date())
    assert read.problems == {}
    assert read.form.documents[0].id == detail.documents[0].id
    assert replace(read.form, documents=()) == replace(stored, documents=())


def test_values_that_cannot_be_read_are_named_by_their_field(local_desk: Desk) -> None:
    with local_desk.store.read() as reads:
        book = read_reference_book(reads, "en")
    entry = PersonEntry(
        family_name=" Раҳмонов ",
        birth="вчера",
        nationality="Атлантида",
        latin_family_name="rahmonov",
        papers=(PaperEntry(), PaperEntry(number="402118843", expires="05.2029")),
        phones=("", "8 701 555 01 42"),
        other_names="Firuz R.; Firuz R., Фируз",
    )
    read = EntryReader(Texts(), book).read(entry, None, AT.date())
    assert set(read.problems) == {"birth", "nationality", "papers.1.expires"}
    assert read.form.family_name == "Раҳмонов"
    assert (read.form.latin_family_name, read.form.latin_from_document) == ("RAHMONOV", True)
    assert read.form.other_names == ("Firuz R.", "Фируз")
    assert [paper.number for paper in read.form.documents] == ["402118843"]
    assert read.form.phones == (("8 701 555 01 42", "+77015550142"),)
    assert read.form.nationality is None
