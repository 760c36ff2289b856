"""What an outlet changed in an article after it was captured, and whether it said so."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from dateline.model.documents import Document
from dateline.model.ledger import StoryDossier
from dateline.write.prose.cite import full_date
from dateline.write.prose.counts import TOLLS, counts_of, printed_value
from dateline.write.settings import EditionSettings, outlet_name

OWNED_UP = re.compile(
    r"\b(?:correct(?:ion|ed|s)|clarification|an earlier version)\b|تصحيح|اصلاح", re.IGNORECASE
)


def find_changes(dossier: StoryDossier, *, settings: EditionSettings) -> Iterator[dict[str, str]]:
    """Yield what an outlet changed between two captures of one article: corrections, and silent edits."""
    by_address = sorted(dossier.documents, key=lambda d: (d.url, d.captured_at, d.id))
    for _, versions in groupby(by_address, key=lambda document: document.url):
        for before, after in pairwise(list(versions)):
            if before.text != after.text:
                yield _change(dossier, before, after, settings)


def _change(
    dossier: StoryDossier, before: Document, after: Document, settings: EditionSettings
) -> dict[str, str]:
    outlet = outlet_name(after, settings.outlet_names)
    figures = _changed_figures(dossier, before, after, settings.language)
    day = full_date(after.captured_at.date().isoformat(), settings.language)
    owned_up = bool(OWNED_UP.search(after.text)) and not OWNED_UP.search(before.text)
    did = "corrected" if owned_up else "changed"
    silently = "" if owned_up else " without saying so"
    text = f"{outlet} {did} its article “{after.title or after.url}” after publication{silently} (seen {day})"
    return {
        "kind": "correction" if owned_up else "figure" if figures else "edited",
        "story": dossier.story.id,
        "outlet": outlet,
        "url": after.url,
        "before": before.id,
        "after": after.id,
        "text": f"{text}: {'; '.join(figures)}." if figures else f"{text}.",
    }


def _changed_figures(dossier: StoryDossier, before: Document, after: Document, language: str) -> list[str]:
    figures = []
    for kind in TOLLS:
        counts = {count.document.id: count for count in counts_of(dossier, kind)}
        old, new = counts.get(before.id), counts.get(after.id)
        if old and new and old.range != new.range:
            values = (printed_value(count, language) for count in (old, new))
            figures.append("{} from “{}” to “{}”".format(kind, *values))
    return figures
