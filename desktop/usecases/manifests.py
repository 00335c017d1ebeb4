"""Lists of travellers issued: numbered, frozen versions for a recipient."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from desktop.domain.movements import Manifest
from desktop.errors import UserError
from desktop.usecases import views as v
from desktop.usecases.manifest_changes import agrees, changes_since, frozen, marked
from desktop.usecases.manifest_model import ListScope, build_model
from desktop.usecases.ports import Desk, Reads
from reports.checksums import content_hash
from reports.model import ManifestModel


@dataclass(frozen=True)
class IssuedList:
    """One list of a movement: what to print, and the version under which it is kept.

    `manifest_id` is None for a preview. `new` is False when the recipient has exactly this
    version already and it was not issued again.
    """

    manifest_id: UUID | None
    scope: ListScope
    model: ManifestModel
    content_hash: str
    new: bool

    @property
    def file_stem(self) -> str:
        """Name of its files without suffix: number and version, never a person's name."""
        number = self.model.number.replace("/", "-")
        return f"{number}_{self.scope.recipient}_v{self.model.version}"


def preview_lists(
    desk: Desk, movement_id: UUID, recipient: str, language: str, second: str | None
) -> list[IssuedList]:
    """The lists of a movement as they would be issued now; nothing is stored."""
    with desk.store.read() as reads:
        movement = reads.movement_detail(movement_id)
        return _lists(desk, reads, movement, recipient, language, second)


def issue_lists(
    desk: Desk,
    movement_id: UUID,
    recipient: str,
    language: str,
    second: str | None,
    only: frozenset[UUID | None] | None = None,
) -> list[IssuedList]:
    """Issue the lists of every vehicle and of the convoy, or only those of some vehicles.

    A list that is the same as the recipient's last version keeps that version. `only` holds
    vehicle ids, None standing for the convoy.

    Raises:
        UserError: `manifest.nobody` when nobody is on the movement.
    """
    with desk.store.write("issue") as work:
        movement = work.reads.movement_detail(movement_id)
        lists = _lists(desk, work.reads, movement, recipient, language, second)
        if only is not None:
            lists = [item for item in lists if item.scope.vehicle_id in only]
        issued = []
        for item in lists:
            if not item.new:
                issued.append(item)
                continue
            manifest = Manifest(
                id=desk.new_id(),
                movement_id=movement.id,
                vehicle_id=item.scope.vehicle_id,
                recipient=recipient,
                number=item.model.number,
                list_version=item.model.version,
                issued_at=item.model.issued_at,
                zone=item.scope.zone,
                officer_id=desk.store.actor.officer_id,
                content=frozen(item.model, movement),
                content_hash=item.content_hash,
                people=sum(1 for _ in item.model.rows()),
            )
            work.add(manifest)
            issued.append(replace(item, manifest_id=manifest.id))
        work.commit()
    return issued


def _lists(
    desk: Desk,
    reads: Reads,
    movement: v.MovementDetail,
    recipient: str,
    language: str,
    second: str | None,
) -> list[IssuedList]:
    if not movement.travellers:
        raise UserError("manifest.nobody", movement=movement.code)
    earlier = reads.manifests(movement.id)
    office = reads.office(movement.office_id)
    now = desk.now().astimezone(ZoneInfo(office.zone))
    scopes = [ListScope(recipient, None, movement.code, office.zone)]
    scopes += [
        ListScope(recipient, vehicle.id, f"{movement.code}/{vehicle.position}", office.zone)
        for vehicle in movement.vehicles
        if vehicle.taken
    ]
    officer_id = desk.store.actor.officer_id
    built = build_model(reads, movement, scopes, office, officer_id, now, language, second)
    return [
        _versioned(reads, movement, scope, model, earlier)
        for scope, model in zip(scopes, built, strict=True)
    ]


def _versioned(
    reads: Reads,
    movement: v.MovementDetail,
    scope: ListScope,
    model: ManifestModel,
    earlier: list[v.ManifestRow],
) -> IssuedList:
    """The model with its version and what changed since the last one."""
    digest = content_hash(model.rows())
    former = [
        row for row in earlier if row.number == model.number and row.recipient == scope.recipient
    ]
    last = max(former, key=lambda row: row.list_version, default=None)
    if last is None:
        return IssuedList(None, scope, model, digest, new=True)
    content = reads.manifest_content(last.id)
    if agrees(content, frozen(model, movement)):
        same = replace(model, version=last.list_version, issued_at=_local(last.issued_at, model))
        return IssuedList(last.id, scope, same, digest, new=False)
    changes = changes_since(content, model, last.list_version, _local(last.issued_at, model))
    following = replace(
        marked(model, changes),
        version=last.list_version + 1,
        replaces=last.list_version,
        changes=changes,
    )
    return IssuedList(None, scope, following, digest, new=True)


def _local(moment: datetime, model: ManifestModel) -> datetime:
    return moment.astimezone(model.issued_at.tzinfo)
