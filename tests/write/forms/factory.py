"""An edition made by hand in four alphabets: invented people and outlets."""

import struct
from dataclasses import replace
from datetime import UTC, datetime
from zlib import compress, crc32

from dateline.model.documents import Document
from dateline.model.editions import (
    Citation,
    Dispute,
    DisputeVersion,
    Edition,
    EditionDocument,
    EditionItem,
    EditionPicture,
    EditionSection,
    EditionStatus,
    OverviewParagraph,
    Period,
    Sentence,
    SentenceKind,
)
from dateline.model.identity import bytes_id
from dateline.model.times import StatedTime
from dateline.write.forms.job import PrintJob


def png(width: int, height: int) -> bytes:
    """A grey picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\x80" * width) * height
    chunks = ((b"IHDR", head), (b"IDAT", compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", crc32(name + body))
        for name, body in chunks
    )


PNG = png(300, 200)
ENGLISH = "The Halfa bridge was closed on May 2, said engineer Layth Amari."
PERSIAN = "سرهنگ حاتم جبوری گفت که پل حلفا در پی سیلاب بسته شد و سه کارگر ۲۴ ساله آسیب دیدند."
ARABIC = "وأعلنت مديرية الجسور أن جسر حلفا سيفتح خلال 10 أيام، بحسب المهندس ليث عماري."
HEBREW = "גשר חלפא"
TITLES = {"en": "Bridge closed & reopened", "fa": "پل حلفا بسته شد", "ar": "جسر حلفا مغلق"}
TEXTS = {"en": ENGLISH, "fa": PERSIAN, "ar": ARABIC}
OUTLETS = {"en": "Qalamoun Post", "fa": "Karun", "ar": "al-Sahil"}
CAPTURED = datetime(2021, 5, 4, 6, 30, tzinfo=UTC)
FILE = "pictures/bridge.png"
PICTURE = EditionPicture(
    FILE, "The Halfa bridge", "Karun", bytes_id(PNG), "2021-05-03", "A bridge under water"
)


def page(lang: str) -> bytes:
    """The captured page of a document."""
    return f"<html><title>{TITLES[lang]}</title><p>{TEXTS[lang]}</p></html>".encode()


def document(lang: str) -> Document:
    return Document(
        id=f"d-{lang}",
        evidence=bytes_id(page(lang)),
        url=f"https://{lang}.example/bridge?a=1&b=2",
        outlet=lang,
        title=TITLES[lang],
        byline="Rana Q. Halabi" if lang == "en" else None,
        source=None,
        published=StatedTime("2021-05-03", "2021-05-03"),
        captured_at=CAPTURED,
        lang=lang,
        text=TEXTS[lang],
        pictures=(),
        reader="reader/1",
    )


DOCUMENTS = {f"d-{lang}": document(lang) for lang in TEXTS}


def cite(lang: str, label: str) -> Citation:
    text = TEXTS[lang]
    return Citation("c", f"d-{lang}", ((0, len(text)),), text, OUTLETS[lang], "2021-05-03", label)


def say(text: str, *citations: Citation) -> Sentence:
    return Sentence(text, SentenceKind.REPORTED, citations)


ROW = {"outlet": "Karun", "documents": 1, "cited_sentences": 1, "independent_origins": 1, "languages": ["fa"]}
BRIDGE = say(
    f"The Halfa bridge ({HEBREW}) was closed on May 2, said engineer Layth Amari (Qalamoun Post, May 3).",
    cite("en", "(Qalamoun Post, May 3)"),
)
QUOTED = say(f"Karun reported on May 3: «{PERSIAN}»", cite("fa", "Karun reported on May 3"))
OPENS = say(f"al-Sahil reported on May 3: «{ARABIC}»", cite("ar", "al-Sahil reported on May 3"))
JUDGEMENT = Sentence("It is likely to stay closed.", SentenceKind.JUDGEMENT, (), "R. Halabi")


def listed(found: Document) -> EditionDocument:
    return EditionDocument(
        found.id,
        found.evidence,
        found.url,
        found.outlet or "",
        found.title,
        "2021-05-03",
        found.captured_at.isoformat(),
        found.reader,
    )


EDITION = Edition(
    id="e-1",
    number=7,
    title="Spotlight on the Rivers",
    language="en",
    editor="R. Halabi",
    tlp="TLP:GREEN",
    period=Period("2021-05-01", "2021-05-14"),
    issued_at="2021-05-15T09:00:00+00:00",
    status=EditionStatus.ISSUED,
    overview=(OverviewParagraph((BRIDGE,)),),
    sections=(
        EditionSection(
            "Roads",
            (
                EditionItem("s-1", (BRIDGE, QUOTED, JUDGEMENT), 2, "B2", (PICTURE,)),
                EditionItem("s-2", (OPENS,), 1),
            ),
        ),
    ),
    disputes=(
        Dispute(
            "s-1",
            "hurt",
            (
                DisputeVersion("3", (cite("fa", "(Karun, May 3)"),)),
                DisputeVersion("none", (cite("en", "(Qalamoun Post, May 3)"),)),
            ),
        ),
    ),
    changes=({"text": "No. 6 said that the bridge was open; it was closed."},),
    source_summary={"outlets": [ROW]},
    gaps=("Tigris Daily has printed nothing since May 4, 2021.",),
    documents=tuple(listed(found) for found in DOCUMENTS.values()),
    made_by={"dateline": "0.1.0"},
)


def job(edition: Edition = EDITION, **rest) -> PrintJob:
    return PrintJob(edition, rest.pop("documents", DOCUMENTS), rest.pop("pictures", {FILE: PNG}), **rest)


def with_words(words: str) -> Edition:
    """Put `words` wherever an edition holds words from outside."""
    cited = replace(cite("en", f"({words})"), outlet=words)
    sentence = say(f"The bridge {words} is open ({words}).", cited)
    entry = EditionItem(
        "s-1", (sentence,), 2, words, (replace(PICTURE, caption=words, credit=words, alt=words),)
    )
    entries = tuple(replace(found, title=words) for found in EDITION.documents)
    return replace(
        EDITION,
        title=words,
        editor=words,
        tlp=words,
        overview=(OverviewParagraph((sentence,)),),
        sections=(EditionSection(words, (entry,)),),
        disputes=(Dispute("s-1", words, (DisputeVersion(words, (cited,)),)),),
        changes=({"text": words},),
        gaps=(words,),
        source_summary={"outlets": [{**ROW, "outlet": words, "languages": [words]}]},
        documents=entries,
    )


HOSTILE = (
    "</script><script>alert(1)</script>",
    '#panic("typst") $x$ *b* _i_ @preview `raw` \\ <label>',
    "]]><w:p/>&amp;&lt; %s {0} \\input{/etc/passwd} }}{{",
    "\r\nER  - \r\nTY  - JOUR",
    "a\x00b\x1bc\ud800d\ufffee\u202ef",
    "emoji 😀 and 漢字",
)
