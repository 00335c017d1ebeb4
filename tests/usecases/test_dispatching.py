"""What left the office is recorded with the version of the list that it was."""

from support.desks import Clock
from support.people import form, plan, register

from desktop.usecases.dispatching import Paper, record_dispatch
from desktop.usecases.manifests import issue_lists
from desktop.usecases.ports import Desk


def test_a_dispatch_names_its_list_and_its_movement(desk: Desk, clock: Clock) -> None:
    first = plan(desk, register(desk, form(document="1")))
    other = plan(desk, register(desk, form(document="2")))
    for movement_id in (first, other):
        (issued,) = issue_lists(desk, movement_id, "border_service", "ru", None)
        paper = Paper("list.pdf", "application/pdf", b"%PDF", "s", issued.manifest_id, movement_id)
        record_dispatch(desk, "saved", [paper])
        clock.forward(minutes=1)
        record_dispatch(desk, "printed", [paper])
        clock.forward(minutes=1)
    with desk.store.read() as reads:
        everything = reads.dispatches(10)
        ours = reads.dispatches(10, first)
        (version,) = reads.manifests(first)
        assert reads.dispatches(1, first) == ours[:1]
    assert [row.kind for row in ours] == ["printed", "saved"]
    assert {row.manifest_id for row in ours} == {version.id}
    assert [row.movement_id for row in everything] == [other, other, first, first]
