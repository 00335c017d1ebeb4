"""Closed value lists: the codes that rules depend on (domain page, "Conventions").

Each enumeration is compared by a test with the rows of the same list in the reference data;
open lists (document kinds, needs) have no enumeration, only names for the codes used in rules.
"""

from enum import StrEnum

HOME_COUNTRY = "TJK"
"""Country whose nationals the offices bring home; claimed by whoever comes to them."""


class Sex(StrEnum):
    """Sex as travel documents write it (ICAO 9303: F, M, X for unspecified)."""

    FEMALE = "F"
    MALE = "M"
    UNSPECIFIED = "X"


class NationalityStatus(StrEnum):
    """How far a claimed nationality is confirmed."""

    CLAIMED = "claimed"
    DOCUMENTED = "documented"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


class CaseStatus(StrEnum):
    """Where a person is on the way home."""

    REGISTERED = "registered"
    VERIFIED = "verified"
    ASSIGNED = "assigned"
    TRAVELLING = "travelling"
    HELD = "held"
    ARRIVED = "arrived"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class GroupRole(StrEnum):
    """What a person is in a travel group."""

    HEAD = "head"
    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GUARDIAN = "guardian"
    ESCORT = "escort"
    PATIENT = "patient"
    OTHER = "other"


class DocumentState(StrEnum):
    """What has become of an identity document."""

    HELD = "held"
    LOST = "lost"
    STOLEN = "stolen"
    EXPIRED = "expired"
    DAMAGED = "damaged"
    WITHHELD = "withheld"
    PAGES_FULL = "pages_full"
    FORGED = "forged"


class MovementStatus(StrEnum):
    """How far a movement has come."""

    DRAFT = "draft"
    AWAITING_CLEARANCE = "awaiting_clearance"
    CLEARED = "cleared"
    BOARDING = "boarding"
    UNDER_WAY = "under_way"
    HELD = "held"
    ARRIVED = "arrived"
    RECONCILED = "reconciled"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class TravellerStatus(StrEnum):
    """What a person is on a movement."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    BOARDED = "boarded"
    IN_TRANSIT = "in_transit"
    HELD = "held"
    ARRIVED = "arrived"
    WAIT_LISTED = "wait_listed"
    NO_SHOW = "no_show"
    WITHDREW = "withdrew"
    REFUSED = "refused"
    HOSPITALISED = "hospitalised"
    DIVERTED = "diverted"
    DECEASED = "deceased"
    DETAINED = "detained"
    ISOLATED = "isolated"


class ImportOutcome(StrEnum):
    """What became of one row of an imported list."""

    CREATED = "created"
    MATCHED = "matched"
    REVIEW = "review"
    REJECTED = "rejected"


class Direction(StrEnum):
    """Which way a post of a crossing point is passed."""

    EXIT = "exit"
    TRANSIT = "transit"
    ENTRY = "entry"


GROUP_ROLES_OF_MINORS_IN_CARE = frozenset(
    {GroupRole.HEAD, GroupRole.SPOUSE, GroupRole.PARENT, GroupRole.GUARDIAN, GroupRole.ESCORT}
)
"""Roles that can answer for a child of the group."""

ACTIVE_TRAVELLER = frozenset(
    {
        TravellerStatus.PROPOSED,
        TravellerStatus.CONFIRMED,
        TravellerStatus.BOARDED,
        TravellerStatus.IN_TRANSIT,
        TravellerStatus.HELD,
    }
)
"""Statuses in which a person occupies a place on a movement."""
