"""schema.org JSON-LD of an edition, as a block of a page that no content can end.

Reference: schema.org 29, NewsArticle, Claim, CorrectionComment; JSON-LD 1.1, embedding in HTML.
"""

import json
from collections.abc import Iterator
from itertools import chain

from dateline.model.editions import Edition, EditionDocument, EditionItem
from dateline.write.forms.words import one_line
from dateline.write.prose.passages import printed_citations, safe_url

HTML_SAFE = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)

Thing = dict[str, object]


def linked_data(edition: Edition) -> str:
    """Return the edition, its claims and the articles that it cites, safe inside `<script>`."""
    articles = {entry.id: _article_id(entry) for entry in edition.documents}
    entries = [entry for section in edition.sections for entry in section.items]
    graph = [
        _edition(edition, list(articles.values())),
        *chain.from_iterable(_claims(entry, articles) for entry in entries),
        *_articles(edition),
    ]
    block = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return block.translate(HTML_SAFE)


def _edition(edition: Edition, cited: list[str]) -> Thing:
    stated: Thing = {
        "@type": "NewsArticle",
        "@id": "#edition",
        "identifier": edition.id,
        "headline": f"{one_line(edition.title)}, No. {edition.number}",
        "datePublished": edition.issued_at,
        "temporalCoverage": f"{edition.period.begin}/{edition.period.until}",
        "inLanguage": edition.language,
        "editor": one_line(edition.editor) if edition.editor else None,
        "creativeWorkStatus": edition.status.value,
        "articleSection": [one_line(section.title) for section in edition.sections],
        "citation": [{"@id": article} for article in cited],
        "correction": [
            {"@type": "CorrectionComment", "text": one_line(change.get("text", ""))}
            for change in edition.changes
        ],
    }
    return {name: value for name, value in stated.items() if value}


def _claims(entry: EditionItem, articles: dict[str, str]) -> Iterator[Thing]:
    for position, sentence in enumerate(entry.sentences):
        cited = dict.fromkeys(articles[c.document] for c in sentence.citations if c.document in articles)
        if cited:
            yield {
                "@type": "Claim",
                "@id": f"#claim-{one_line(entry.story)}-{position + 1}",
                "text": one_line(sentence.text),
                "appearance": [{"@id": article} for article in cited],
                "isPartOf": {"@id": "#edition"},
            }


def _articles(edition: Edition) -> Iterator[Thing]:
    outlets = {citation.document: citation.outlet for citation in printed_citations(edition)}
    for entry in edition.documents:
        outlet = one_line(outlets.get(entry.id, entry.outlet))
        stated: Thing = {
            "@type": "NewsArticle",
            "@id": _article_id(entry),
            "headline": one_line(entry.title or ""),
            "url": safe_url(entry.url),
            "datePublished": entry.published,
            "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
            "sha256": entry.evidence,
        }
        yield {name: value for name, value in stated.items() if value}


def _article_id(entry: EditionDocument) -> str:
    return f"urn:sha256:{entry.evidence}#{entry.id}"
