"""How much a happening weighs in print: who vouches for it, whom it cost, who speaks, how near the beat."""

from collections.abc import Iterable
from math import log2

from dateline.model.annotations import EventType
from dateline.model.claims import LinkKind, Polarity
from dateline.model.ledger import StoryDossier, StoryMarks
from dateline.write.choosing.following import Following
from dateline.write.choosing.happenings import is_digest
from dateline.write.choosing.sections import keyword_hits
from dateline.write.choosing.versions import origins_of
from dateline.write.compare.folding import folded_words
from dateline.write.settings import EditionSettings, same_language

ORIGIN, MOST_ORIGINS = 1.0, 4  # for each independent origin beyond the first
DEAD, HURT, MOST_HARM = 1.2, 0.6, 5.0  # times the logarithm of how many
SPEAKER, MOST_SPEAKERS = 0.4, 4  # each one who is named
KEYWORD, MOST_KEYWORDS = 0.4, 4  # each word of beat or sections in a title
DENIAL = 0.6
UNDATED = 1.5
FOREIGN_ALONE = 1.0  # can only be quoted, not told
DIGEST_ALONE = 2.0  # tells again what others printed
NOBODY_SPEAKS = 1.5  # a sketch: nothing in it is anybody's claim
OPENING = 420  # code points
ASSAULT, UNREST, DISPUTED = 3.0, 1.0, 1.0  # what an event of the type, and a dispute, promise of its weight
UNRESTS = frozenset((EventType.PROTEST.value, EventType.COERCE.value, EventType.THREATEN.value))
TOLLS = {"killed": DEAD, "wounded": HURT, "captured": HURT, "arrested": HURT, "displaced": HURT / 3}


def by_promise(stories: Iterable[StoryMarks]) -> list[str]:
    """Return the ids of stories, those that promise the most weight first, of equals the newest."""
    ranked = sorted(stories, key=lambda marks: (marks.newest, marks.story), reverse=True)
    return [marks.story for marks in sorted(ranked, key=_promise, reverse=True)]


def _promise(marks: StoryMarks) -> float:
    promise = (
        ORIGIN * min(MOST_ORIGINS, marks.origins - 1) + DISPUTED * marks.disputed + DENIAL * marks.denied
    )
    return promise + (
        ASSAULT if EventType.ASSAULT.value in marks.types else UNREST * bool(UNRESTS & marks.types)
    )


def weigh_story(
    dossier: StoryDossier, settings: EditionSettings, following: Following | None = None
) -> float:
    """Return the weight of a story; around 1 is a note, above 4 leads a section.

    `following` is what the desk follows, with the documents that were read for it before.
    """
    documents = dossier.documents
    own = any(same_language(document.lang, settings.language) for document in documents)
    dated = any(document.published for document in documents)
    denied = any(claim.polarity is Polarity.DENIED for claim in dossier.claims)
    digests = {document.id for document in documents if is_digest(document, dossier.claims)}
    speakers = _speakers(dossier, digests)
    weight = ORIGIN * min(MOST_ORIGINS, len(origins_of(dossier)) - 1)
    weight += _harm(dossier) + SPEAKER * min(MOST_SPEAKERS, len(speakers))
    weight += KEYWORD * min(MOST_KEYWORDS, _keywords(dossier, settings)) + DENIAL * denied
    weight -= DIGEST_ALONE * (len(digests) == len(documents))
    weight += (following or Following(settings.beat)).weight(dossier)
    return weight - FOREIGN_ALONE * (not own) - UNDATED * (not dated) - NOBODY_SPEAKS * (not speakers)


def _harm(dossier: StoryDossier) -> float:
    """Score the greatest toll of each kind in the opening of a document: later ones are background."""
    harm = 0.0
    for kind, factor in TOLLS.items():
        counts = [
            quantity.low
            for notes in dossier.annotations
            for quantity in notes.quantities
            if quantity.kind == kind and quantity.low and quantity.start < OPENING
        ]
        harm += factor * log2(1 + max(counts, default=0))
    return min(MOST_HARM, harm)


def _speakers(dossier: StoryDossier, digests: set[str]) -> set[str]:
    return {
        folded_words(link.name)[-1]
        for claim in dossier.claims
        if claim.document not in digests
        for link in claim.chain[:1]
        if link.kind is LinkKind.SPEAKER and link.name and not link.anonymous and " " in link.name
        if folded_words(link.name)
    }


def _keywords(dossier: StoryDossier, settings: EditionSettings) -> int:
    words = {word for section in settings.sections for word in section.keywords} | set(settings.beat)
    titles = " . ".join({document.title or "" for document in dossier.documents})
    return keyword_hits(titles, tuple(sorted(words)))
