"""Keys of records, made by the client so that a laptop without network can make them."""

import uuid

from uuid_utils import compat


def new_id() -> uuid.UUID:
    """A new UUIDv7; within one process every id is greater than the ones before.

    Source: RFC 9562, section 5.7 and, for the order, section 6.2.
    """
    return compat.uuid7()
