"""Who may see an edition. Reference: FIRST, Traffic Light Protocol 2.0."""

from dateline.desk.settings import Marking
from dateline.errors import EditionError
from dateline.model.editions import Edition
from dateline.pipeline.doors import Doors

OPENNESS = (Marking.CLEAR, Marking.GREEN, Marking.AMBER, Marking.AMBER_STRICT, Marking.RED)


def refuse_above_ceiling(doors: Doors, edition: Edition) -> None:
    """Raise EditionError for an edition marked above what the desk may export, or marked unreadably."""
    marking = _marking(edition)
    ceiling = doors.desk.settings.bulletin.tlp_ceiling
    if marking is not None and OPENNESS.index(marking) > OPENNESS.index(ceiling):
        raise EditionError(
            f"the edition is marked {marking.value}, this desk exports up to {ceiling.value}: nothing was "
            "written; change the marking of the draft, or tlp_ceiling under [bulletin] in desk.toml"
        )


def _marking(edition: Edition) -> Marking | None:
    if not edition.tlp:
        return None
    try:
        return Marking(edition.tlp)
    except ValueError:
        known = ", ".join(marking.value for marking in OPENNESS)
        raise EditionError(f"tlp: expected one of {known}, found {edition.tlp!r}") from None
