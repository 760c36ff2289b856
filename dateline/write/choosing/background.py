"""What an edition before told of a story that goes on: one sentence of it, behind what is new."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.model.editions import Edition, EditionItem, EditionStatus, Sentence, SentenceKind
from dateline.model.ledger import Story
from dateline.write.choosing.happenings import SHORT_STORY
from dateline.write.choosing.sections import share, words_told
from dateline.write.settings import Earlier, same_language

RELATED = 0.25  # share of two openings' long words from which on they are of one happening in a long story
SAME_THING = 0.6  # share of its long words from which on it says nothing that the item does not


def openings_of(editions: Iterable[Edition]) -> Iterator[tuple[int, Sentence]]:
    """Yield the opening of each item of the standing editions, with the number of its edition.

    What was withdrawn or corrected since is no background.
    """
    for edition in editions:
        corrected = {path for notice in edition.notices for path in notice.paths}
        for n, section in enumerate(edition.sections):
            for i, entry in enumerate(section.items):
                first = entry.sentences[0]
                standing = edition.status is not EditionStatus.WITHDRAWN
                cited = first.kind is SentenceKind.REPORTED and first.citations
                if standing and cited and f"sections[{n}].items[{i}].sentences[0]" not in corrected:
                    yield edition.number, first


def background_of(
    entry: EditionItem, story: Story, earlier: Sequence[Earlier], language: str
) -> Earlier | None:
    """Return what was told of `story` before that is nearest to what `entry` opens on; the latest of equals.

    None where nothing was told of it in the language of the edition, or the item says it itself. A story
    of few documents is one happening; of a longer one the openings must be alike.
    """
    mine, documents = words_told(entry.sentences[0]), set(story.documents)
    said = frozenset[str]().union(*map(words_told, entry.sentences))
    passages = {(c.document, c.spans) for sentence in entry.sentences for c in sentence.citations}
    found = [
        (share(mine, words), one.number, one)
        for one in earlier
        if all(each.id in documents and same_language(each.lang, language) for each in one.documents)
        if not any((c.document, c.spans) in passages for c in one.sentence.citations)
        if len(said & (words := words_told(one.sentence))) < SAME_THING * len(words)
    ]
    likeness, _, best = max(found, key=lambda pair: pair[:2], default=(0.0, 0, None))
    return best if likeness >= RELATED or len(documents) < SHORT_STORY else None
