"""An edition as Markdown; every character of content that Markdown or HTML reads as markup is escaped."""

import re
from collections.abc import Iterator, Mapping

from dateline.model.editions import Dispute, Edition, EditionDocument, EditionItem, EditionPicture, Sentence
from dateline.write.forms.notices import noted_sentences, notice_text
from dateline.write.forms.words import pieces_of
from dateline.write.prose.cite import full_date
from dateline.write.prose.passages import (
    evidence_name,
    number_citations,
    printed_citations,
    safe_url,
    visible,
)
from dateline.write.settings import print_words, standing

MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~!])")
LINE_MARKUP = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+=])")


def render_markdown(edition: Edition) -> str:
    """Render the edition; sources are numbered footnotes with the quoted words."""
    return "\n".join(_lines(edition)).rstrip() + "\n"


def escape(text: str) -> str:
    """Escape what would be markup, on one line.

    >>> escape("<b> *not* bold")
    '\\\\<b\\\\> \\\\*not\\\\* bold'
    """
    line = MARKUP.sub(r"\\\1", " ".join(visible(text).split())).replace("&", "&amp;")
    return LINE_MARKUP.sub(lambda m: f"{m[2]}\\{m[3]}" if m[2] else f"\\{m[5]}", line)


def _lines(edition: Edition) -> Iterator[str]:
    period = (full_date(day, edition.language) for day in (edition.period.begin, edition.period.until))
    yield f"# {escape(edition.title)}\n"
    words = print_words(edition.language)
    facts = [words["number"].format(number=edition.number), " – ".join(period)]
    facts += [words["editor"].format(name=escape(edition.editor))] if edition.editor else []
    facts += [escape(edition.tlp)] if edition.tlp else []
    yield " · ".join(facts) + "\n"
    yield from (f"> **{escape(notice_text(edition, notice))}**\n" for notice in edition.notices)
    yield f"## {words['overview']}\n"
    for paragraph in edition.overview:
        yield f"- {_sentences(edition, paragraph.sentences)}"
    for section in edition.sections:
        yield f"\n## {escape(section.title)}\n"
        for entry in section.items:
            yield from _entry(edition, entry)
    yield from _disputes(edition)
    yield from _listed(words["changes"], [change.get("text", "") for change in edition.changes])
    yield from _listed(words["gaps"], edition.gaps)
    yield from _sources(edition)


def _entry(edition: Edition, entry: EditionItem) -> Iterator[str]:
    yield f"- {_sentences(edition, entry.sentences)}"
    if stands := standing(entry, print_words(edition.language)):
        yield f"  ({escape(stands)})"
    for picture in entry.pictures:
        yield f"\n  {_picture(edition, picture)}\n"


def _picture(edition: Edition, picture: EditionPicture) -> str:
    date = full_date(picture.published[:10], edition.language) if picture.published else ""
    source = ", ".join(part for part in (escape(picture.credit), date) if part)
    file = picture.file if re.fullmatch(r"[\w./-]+", picture.file) else ""
    caption = f"*{escape(picture.caption)}{f' ({source})' if source else ''}*"
    return f"![{escape(picture.alt or picture.caption)}]({file})\n  {caption}"


def _sentences(edition: Edition, sentences: tuple[Sentence, ...]) -> str:
    numbers = number_citations(edition)
    words, corrected = print_words(edition.language), noted_sentences(edition)
    printed = []
    for sentence in sentences:
        told = "".join(_pieces(sentence, numbers)).strip()
        signed = f" — *{escape(sentence.author)}*" if sentence.author else ""
        noted = f" *\\[{words['marked']}\\]*" if sentence.text in corrected else ""
        printed.append(told + signed + noted)
    return " ".join(printed)


def _pieces(
    sentence: Sentence, numbers: Mapping[tuple[str, tuple[tuple[int, int], ...]], int]
) -> Iterator[str]:
    """Yield the words of a sentence, each label with its footnote right behind it."""
    for words, citation in pieces_of(sentence):
        before, after = words[:1].isspace() * " ", words[-1:].isspace() * " "
        labelled = citation is not None and citation.label in sentence.text
        yield f"{before}{escape(words)}{after if labelled else ''}" if words.strip() else words
        if citation is not None:
            label = escape(citation.label) if labelled else ""
            yield f"{label}[^{numbers[citation.document, citation.spans]}]"


def _disputes(edition: Edition) -> Iterator[str]:
    if edition.disputes:
        yield f"\n## {print_words(edition.language)['disputes']}\n"
    for dispute in edition.disputes:
        yield f"- {escape(dispute.title or dispute.about.capitalize())}: {_versions(edition, dispute)}"


def _versions(edition: Edition, dispute: Dispute) -> str:
    numbers = number_citations(edition)
    return "; ".join(
        f"**{escape(version.value)}** "
        + ", ".join(f"{escape(c.label)}[^{numbers[c.document, c.spans]}]" for c in version.citations)
        for version in dispute.versions
    )


def _listed(title: str, lines: tuple[str, ...] | list[str]) -> Iterator[str]:
    if lines:
        yield f"\n## {title}\n"
    yield from (f"- {escape(line)}" for line in lines)


def _sources(edition: Edition) -> Iterator[str]:
    listed = {entry.id: entry for entry in edition.documents}
    quotes = {(c.document, c.spans): c for c in printed_citations(edition)}
    yield f"\n## {print_words(edition.language)['sources']}\n"
    for key, number in number_citations(edition).items():
        citation, entry = quotes[key], listed.get(key[0])
        yield f"[^{number}]: {escape(citation.outlet)}{_place(entry)}: “{escape(citation.quote)}”"


def _place(entry: EditionDocument | None) -> str:
    if entry is None:
        return ""
    date = f", {entry.published[:10]}" if entry.published else ", undated"
    title = escape(entry.title or entry.url)
    url = safe_url(entry.url)
    link = f"[{title}](<{url.replace('<', '%3C').replace('>', '%3E')}>)" if url else title
    return f"{date}, {link}, [capture](evidence/{evidence_name(entry.id)})"
