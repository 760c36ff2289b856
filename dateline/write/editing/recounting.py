"""An edition counted again after an edit: its cited documents, its sentences by outlet, its stories."""

from collections.abc import Callable
from dataclasses import replace

from dateline.model.editions import Edition, EditionDocument
from dateline.write.editing.drafting import citations_of


def recounted(edition: Edition, document_of: Callable[[str], EditionDocument]) -> Edition:
    """Leave out empty sections, list the cited documents, and make the counts again."""
    edition = replace(edition, sections=tuple(section for section in edition.sections if section.items))
    listed = {entry.id: entry for entry in edition.documents}
    cited = {citation.document for citation in citations_of(edition)}
    cited |= {change[side] for change in edition.changes for side in ("before", "after") if side in change}
    new = [document_of(id) for id in sorted(cited - listed.keys())]
    return replace(
        edition,
        documents=(*(entry for entry in edition.documents if entry.id in cited), *new),
        source_summary=recount(edition),
    )


def recount(edition: Edition) -> dict[str, object]:
    """Return the source summary with its sentences and stories counted as the edition now has them."""
    entries = [entry for section in edition.sections for entry in section.items]
    sentences = [sentence for entry in entries for sentence in entry.sentences]
    summary = dict(edition.source_summary)
    rows = summary.get("outlets")
    summary["outlets"] = [
        {
            **row,
            "cited_sentences": sum(
                any(citation.outlet == row.get("outlet") for citation in sentence.citations)
                for sentence in sentences
            ),
        }
        for row in (rows if isinstance(rows, list | tuple) else ())
    ]
    return {**summary, "sentences": len(sentences), "stories": len(entries)}
