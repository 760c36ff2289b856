"""The object that stands between a source and its verb, where verbs come last: "X … را تکذیب کرد"."""

from dateline.extract.attribution.contents import content_span
from dateline.extract.attribution.drafts import Draft
from dateline.extract.attribution.passages import Passage
from dateline.extract.attribution.sources import COMMAS
from dateline.extract.attribution.wording import Wording
from dateline.model.spans import Span


def object_before(passage: Passage, draft: Draft, wording: Wording) -> Span | None:
    """Return the object between a source and its verb: "X … را تکذیب کرد", "X از … خبر داد"."""
    end = draft.cue.first
    if end and passage.words[end - 1] == wording.object_marker:
        end -= 1
    elif not _has_opened_object(passage, draft, wording):
        return None
    start = _opening(passage, draft, wording)
    if passage.words[draft.source.first] in wording.prepositions:  # "در این دیدار …": none who speaks
        return None
    if start >= end and draft.source.last > draft.source.first + 1:
        return None
    return content_span(passage, start, end, wording)


def _opening(passage: Passage, draft: Draft, wording: Wording) -> int:
    """Return where an object begins: at its preposition, behind the time and place of saying."""
    held = range(draft.source.last, draft.cue.first)
    if draft.cue.first and passage.words[draft.cue.first - 1] == wording.object_marker:
        return draft.source.last
    opened = (at for at in held if passage.words[at] in wording.object_openers)
    return next(
        (at for at in opened if passage.words[at - 1] not in wording.adjunct_openers), draft.source.last
    )


def _has_opened_object(passage: Passage, draft: Draft, wording: Wording) -> bool:
    """Say whether a preposition opens an object, "از … خبر داد", and not an apposition before "گفت"."""
    held = passage.words[draft.source.last : draft.cue.first]
    opened = not wording.object_openers.isdisjoint(held)
    return draft.cue.rule.frame == "object" and opened and held[-1] not in COMMAS
