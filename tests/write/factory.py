"""Dossiers built by hand: invented people and outlets in real places."""

from dataclasses import replace
from datetime import UTC, datetime

from dateline.model.annotations import (
    Annotations,
    Block,
    BlockKind,
    Mention,
    MentionType,
    PlacePrecision,
    PlaceReference,
    Quantity,
)
from dateline.model.claims import Certainty, Claim, Link, LinkKind, Mode, Polarity
from dateline.model.documents import Document, Picture
from dateline.model.editions import EditionPicture, Period
from dateline.model.identity import bytes_id, content_id
from dateline.model.ledger import Assessment, Copy, Story, StoryDossier
from dateline.model.spans import Span
from dateline.model.times import StatedTime
from dateline.write.proof.reread import Rereading
from dateline.write.prose.frames import fold_names
from dateline.write.settings import EditionSettings, SectionSettings, Supplement

NOW = datetime(2021, 5, 15, 9, 0, tzinfo=UTC)
LATER = datetime(2021, 5, 11, 8, 0, tzinfo=UTC)
PERIOD = Period("2021-05-01", "2021-05-14")
NAMES = {
    "qalamoun": "Qalamoun Post",
    "rafidain": "Rafidain Wire",
    "karun": "Karun",
    "tigris": "Tigris Daily",
    "sahil": "al-Sahil",
}
SETTINGS = EditionSettings(
    title="Spotlight on the Rivers",
    language="en",
    editor="R. Halabi",
    tlp="TLP:CLEAR",
    sections=(
        SectionSettings("Security in Iraq", ("rocket", "base", "killed"), ("iq",)),
        SectionSettings("Trade", ("trade", "border crossing", "exports"), ()),
    ),
    outlet_names=NAMES,
    names=fold_names({"Salwa Nazari": "Salwa Nazari", "سلوى نظري": "Salwa Nazari"}),
)
STRIKE = (
    "At least nine rockets struck the Darband base north of Balad on May 2, killing four contractors, "
    "Colonel Hatem Jubouri said."
)
CLAIM = (
    "A group calling itself the Owners of the Dawn claimed responsibility for the attack, "
    "according to local sources who asked not to be named."
)
STRIKE_FA = "سرهنگ حاتم جبوری گفت که در این حمله شش پیمانکار کشته شدند و باند فرودگاه آسیبی ندید."
GATE = "The gate of the Darband base after the attack"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f0005050201a0c0f1e50000000049454e44ae426082"
)


def document(
    text: str, *, outlet: str | None = "rafidain", day: str | None = "2021-05-03", lang: str = "en", **rest
) -> Document:
    """Build a document; its evidence is the hash of its text."""
    url = rest.pop("url", f"https://{outlet or 'unknown'}.example/{bytes_id(text.encode())[:8]}")
    evidence = bytes_id(text.encode())
    return Document(
        id=content_id("d", evidence, url, "reader/1"),
        evidence=evidence,
        url=url,
        outlet=outlet,
        title=rest.pop("title", text.split("\n", maxsplit=1)[0][:60]),
        byline=None,
        source=None,
        published=StatedTime(day, day) if day else None,
        captured_at=rest.pop("captured_at", datetime(2021, 5, 4, 6, 30, tzinfo=UTC)),
        lang=lang,
        text=text,
        pictures=rest.pop("pictures", ()),
        reader="reader/1",
    )


def claim(found: Document, words: str, **rest) -> Claim:
    """Build a claim whose sentence is `words` in the text of the document."""
    start = found.text.index(words)
    span = Span(start, start + len(words))
    speaker = rest.pop("speaker", None)
    publisher = Link(LinkKind.PUBLISHER, NAMES.get(found.outlet or ""))
    first = rest.pop("chain", (Link(LinkKind.SPEAKER, speaker),) if speaker else ())
    return Claim(
        id=content_id("c", found.id, span.start, span.end, speaker),
        document=found.id,
        content=rest.pop("content", (span,)),
        chain=(*first, publisher),
        cue=None,
        mode=rest.pop("mode", Mode.PARAPHRASE if speaker else Mode.STATEMENT),
        certainty=rest.pop("certainty", Certainty.CERTAIN),
        polarity=rest.pop("polarity", Polarity.AFFIRMED),
        confidence=0.9,
        sentence=span,
        made_by="cues/1",
    )


def notes(
    found: Document, *, names: tuple[str, ...] = (), counts: tuple[tuple[str, int, str], ...] = (), **rest
) -> Annotations:
    """Build annotations with mentions of `names` and quantities (words, value, kind)."""
    mentions = []
    for name in names:
        start = found.text.index(name)
        mentions.append(Mention(f"m{len(mentions)}", start, start + len(name), MentionType.PERSON, None, 0.9))
    quantities = [
        Quantity(found.text.index(words), found.text.index(words) + len(words), value, value, kind)
        for words, value, kind in counts
    ]
    return Annotations(
        document=found.id,
        sentences=(),
        blocks=rest.pop("blocks", ()),
        mentions=tuple(mentions),
        places=rest.pop("places", ()),
        quantities=tuple(quantities),
        made_by=("grammar/1",),
    )


def dossier(
    *parts: tuple[Document, Annotations, tuple[Claim, ...]], copies: tuple[Copy, ...] = (), origins=None
) -> StoryDossier:
    """Build a dossier from documents with their annotations and claims."""
    documents = tuple(part[0] for part in parts)
    ids = tuple(found.id for found in documents)
    story = Story(content_id("s", ids[0]), ids, copies)
    groups = origins if origins is not None else tuple((one,) for one in ids)
    return StoryDossier(
        story=story,
        assessment=Assessment(story.id, groups, "hand-made"),
        documents=documents,
        annotations=tuple(part[1] for part in parts),
        claims=tuple(one for part in parts for one in part[2]),
    )


def attack_story() -> StoryDossier:
    """A rocket attack told by three outlets in three languages, one reprint, and two tolls."""
    wire = document(
        f"Rockets hit base near Balad\n\n{STRIKE} He added that the runway was not damaged.\n\n{CLAIM}",
        pictures=(Picture("https://rafidain.example/p.png", GATE, "Rafidain Wire"),),
    )
    reprint = document(wire.text + "\n\nRafidain Wire contributed.", outlet="tigris", day="2021-05-04")
    persian = document(
        f"حمله موشکی به پایگاه دربند\n\n{STRIKE_FA}",
        outlet="karun",
        lang="fa",
        day="2021-05-03",
    )
    second = "He added that the runway was not damaged."

    def told(found: Document) -> tuple[Document, Annotations, tuple[Claim, ...]]:
        return (
            found,
            notes(
                found,
                names=("Hatem Jubouri",),
                counts=(("four", 4, "killed"),),
                blocks=(Block(0, 27, BlockKind.HEADING),),
            ),
            (
                claim(found, STRIKE, speaker="Hatem Jubouri"),
                claim(found, second, speaker="Hatem Jubouri", polarity=Polarity.DENIED),
                claim(found, CLAIM, chain=(Link(LinkKind.SPEAKER, None, anonymous=True),)),
            ),
        )

    return dossier(
        told(wire),
        told(reprint),
        (
            persian,
            notes(persian, counts=(("شش", 6, "killed"),)),
            (claim(persian, STRIKE_FA, speaker="حاتم جبوری"),),
        ),
        copies=(Copy(reprint.id, wire.id, 0.98),),
        origins=((wire.id, reprint.id), (persian.id,)),
    )


def trade_story() -> StoryDossier:
    """A trade story with an article that was edited after it was captured, and one without a date."""
    url = "https://sahil.example/crossing"
    words = (
        "The Mandali border crossing reopened after 12 days, customs chief Salwa Nazari told al-Sahil, "
        "with 300 trucks waiting on the Iranian side."
    )
    later = words.replace("300", "450")
    before = document(words, outlet="sahil", day="2021-05-10", url=url, title="Mandali crossing reopens")
    after = document(
        later, outlet="sahil", day="2021-05-10", url=url, title="Mandali crossing reopens", captured_at=LATER
    )
    arabic = "قالت مديرة الجمارك سلوى نظري إن معبر مندلي أعيد فتحه بعد 12 يوما أمام حركة التجارة."
    undated = document(arabic, outlet="qalamoun", day=None, lang="ar", title="إعادة فتح معبر مندلي")
    return dossier(
        (before, notes(before, names=("Salwa Nazari",)), (claim(before, words, speaker="Salwa Nazari"),)),
        (after, notes(after, names=("Salwa Nazari",)), (claim(after, later, speaker="Salwa Nazari"),)),
        (undated, notes(undated), (claim(undated, arabic, speaker="سلوى نظري"),)),
        origins=(),
    )


def flood_story() -> StoryDossier:
    """A story that fits no section."""
    words = (
        "Floods in Ahvaz displaced about 2,000 people, provincial governor Peyman Rostami said on Tuesday, "
        "calling the damage “without precedent in thirty years”."
    )
    found = document(words, outlet="karun", day="2021-05-12", title="Floods in Ahvaz")
    place = PlaceReference("m0", 31.3, 48.7, "Ahvaz", "ir", 144448, PlacePrecision.CITY, 0.9)
    return dossier(
        (
            found,
            notes(found, names=("Ahvaz", "Peyman Rostami"), places=(place,)),
            (claim(found, words, speaker="Peyman Rostami"),),
        )
    )


def stories() -> tuple[StoryDossier, ...]:
    return (trade_story(), flood_story(), attack_story())


def supplement() -> Supplement:
    wire = attack_story().documents[0]
    picture = EditionPicture(
        "pictures/gate.png",
        GATE,
        "Rafidain Wire",
        bytes_id(PNG),
        "2021-05-03",
        "A gate",
    )
    return Supplement({wire.id: (picture,)}, ("Tigris Daily has printed nothing since May 4, 2021.",))


def rereading(*told: StoryDossier) -> Rereading:
    """Read the documents of `told` again, as the desk does: with their annotations and claims."""
    notes_of = {noted.document: noted for story in told for noted in story.annotations}
    claims = [one for story in told for one in story.claims]

    def annotate(found: Document) -> Annotations:
        return replace(notes_of[found.id], claims=tuple(c for c in claims if c.document == found.id))

    return Rereading("en", annotate, SETTINGS.names)
