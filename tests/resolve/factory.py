"""Documents with annotations as reading makes them, from a text and the names in it."""

from datetime import UTC, datetime

from dateline.model.annotations import Annotations, DocumentEntity, Mention, MentionType
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document
from dateline.model.spans import Span
from dateline.model.times import StatedTime
from dateline.text.sentences import split_sentences

NOW = datetime(2020, 3, 20, tzinfo=UTC)
PERSON = MentionType.PERSON


def read(
    id: str,
    text: str,
    *names: str,
    day: str = "2020-03-18",
    outlet: str = "fars",
    lang: str = "en",
    type: MentionType = PERSON,
    roles: dict[str, str] | None = None,
    speaker: str | None = None,
) -> tuple[Document, Annotations]:
    """Return a document that names `names`, each at its first place; `speaker` is one without a name."""
    document = Document(
        id,
        "e",
        f"https://a.example/{id}",
        outlet,
        None,
        None,
        None,
        StatedTime(day, day),
        NOW,
        lang,
        text,
        (),
        "r",
    )
    entities = tuple(DocumentEntity(f"e{at}", type, name) for at, name in enumerate(names))
    mentions = tuple(
        Mention(
            f"m{at}",
            text.index(name),
            text.index(name) + len(name),
            type,
            f"e{at}",
            0.9,
            (roles or {}).get(name),
        )
        for at, name in enumerate(names)
    )
    claims = (_claim(id, text, speaker),) if speaker else ()
    sentences = split_sentences(text, lang)
    return document, Annotations(id, sentences, mentions=mentions, entities=entities, claims=claims)


def _claim(document: str, text: str, speaker: str) -> Claim:
    start = text.index(speaker)
    span = Span(start, start + len(speaker))
    chain = (Link(LinkKind.SPEAKER, speaker, span=span), Link(LinkKind.PUBLISHER, "Fars"))
    whole = Span(0, len(text))
    return Claim(
        "c-1",
        document,
        (whole,),
        chain,
        None,
        Mode.PARAPHRASE,
        Certainty.CERTAIN,
        Polarity.AFFIRMED,
        0.9,
        whole,
    )
