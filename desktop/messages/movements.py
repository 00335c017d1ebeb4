"""Sentences of the pages on which movements are planned and seated."""

from desktop.messages import N_

SENTENCES: dict[str, str] = {
    "movement.too_many": N_(
        "{count} people are more than one movement can take ({most}). Choose fewer."
    ),
    "movement.seats_lost": N_(
        "More travellers than you were told of would lose their seats ({count}). Nothing was "
        "changed: save again to see who they are."
    ),
    "movement.origin_open": N_("Choose the place or the list that the travellers come from."),
}
