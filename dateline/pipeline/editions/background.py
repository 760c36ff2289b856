"""What standing editions told of the stories of a period, as far as it may be told again."""

from collections.abc import Sequence

from dateline.model.editions import Edition
from dateline.model.ledger import StoryDossier
from dateline.pipeline.doors import Doors
from dateline.read import READER
from dateline.write.choosing.background import openings_of
from dateline.write.settings import Earlier


def earlier_openings(
    doors: Doors, dossiers: Sequence[StoryDossier], standing: Sequence[Edition]
) -> tuple[Earlier, ...]:
    """Return the openings of items that `standing` editions printed on the stories of `dossiers`.

    Left out are those of which a claim is no longer accepted, and those that another reader read.
    """
    wanted = {document for dossier in dossiers for document in dossier.story.documents}
    openings = [
        (number, sentence)
        for number, sentence in openings_of(standing)
        if all(citation.document in wanted for citation in sentence.citations)
    ]
    cited = tuple({c.document for _, sentence in openings for c in sentence.citations})
    documents = {
        id: document
        for id, document in doors.ledger.documents_by_id(cited).items()
        if document.reader == READER
    }
    accepted = {claim.id for claim in doors.ledger.claims(tuple(documents), accepted_only=True)}
    return tuple(
        Earlier(number, sentence, tuple(documents[c.document] for c in sentence.citations))
        for number, sentence in openings
        if all(c.document in documents and c.claim in accepted for c in sentence.citations)
    )
