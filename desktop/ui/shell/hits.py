"""What Ctrl+K finds, as plain values that a job can make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Something that was found: what is shown, and the page that shows it."""

    title: str
    detail: str
    icon: str
    page: str
    params: Mapping[str, object] = field(default_factory=dict)
    private: bool = False


@dataclass(frozen=True, slots=True)
class SearchSection:
    """Hits of one kind under a translated heading ("People")."""

    heading: str
    hits: Sequence[SearchHit]
