"""The words that people gave to claims, put in the place of the printed ones in a draft."""

from collections.abc import Mapping
from dataclasses import replace

from dateline.model.claims import Claim
from dateline.model.editions import Edition, Sentence
from dateline.model.ledger import Verdict
from dateline.store import Ledger
from dateline.write.prose.passages import map_sentences, sentences_of

Edits = Mapping[str, tuple[str, str]]


def with_edited_words(ledger: Ledger, edition: Edition) -> Edition:
    """Return the edition with each edited claim in the words that a person gave it last.

    A sentence changes where it tells the claim in its own words; what it cites stays, so that the check says
    whether the new words are borne out. The claim's own words stay in the ledger.
    """
    cited = [citation for _, sentence in sentences_of(edition) for citation in sentence.citations]
    edits = _edits(ledger, {citation.claim: citation.document for citation in cited})
    if not edits:
        return edition
    return map_sentences(edition, lambda _, sentence: _reworded(sentence, edits))


def _edits(ledger: Ledger, cited: Mapping[str, str]) -> Edits:
    """Return the own words and the given words of the claims that somebody edited."""
    made = ledger.book.decisions_on(list(cited))
    given = {each.subject: each.value for each in made if each.verdict is Verdict.EDIT and each.value}
    documents = ledger.documents_by_id(sorted({cited[claim] for claim in given}))
    found: dict[str, tuple[str, str]] = {}
    for id, words in given.items():
        claim = ledger.find(id).record
        if isinstance(claim, Claim) and claim.document in documents:
            text = documents[claim.document].text
            found[id] = (" ".join(span.of(text) for span in claim.content), words)
    return found


def _reworded(sentence: Sentence, edits: Edits) -> Sentence:
    text = sentence.text
    for citation in sentence.citations:
        own, given = edits.get(citation.claim, ("", ""))
        for before, after in ((own, given), (_lowered(own), _lowered(given))):
            text = text.replace(before, after.rstrip(".")) if before else text
    return replace(sentence, text=text)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
