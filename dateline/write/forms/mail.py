"""Plain text for mail: 72 columns, sources as numbered references."""

import textwrap
from collections.abc import Iterator

from dateline.write.forms.job import Printed, PrintJob
from dateline.write.forms.lay_out import lay_out
from dateline.write.forms.layout import LaidDispute, LaidEntry, LaidNote, LaidSection, Layout, Paragraph, Run

WIDTH = 72
ISOLATE, CLOSE = "\u2067", "\u2069"  # keep signs with the right-to-left words that they belong to


def write_mail(job: PrintJob) -> Printed:
    """Write the edition as text for a mail."""
    text = "\n".join(_lines(lay_out(job))).replace("\u00a0", " ")
    return Printed((text.rstrip() + "\n").encode())


def _lines(layout: Layout) -> Iterator[str]:
    words = layout.words
    editor = words["editor"].format(name=layout.editor) if layout.editor else ""
    facts = [layout.number, layout.period, editor, layout.tlp]
    yield from _wrapped(layout.title.upper() if layout.title.isascii() else layout.title)
    yield from _wrapped(" · ".join(fact for fact in facts if fact))
    for notice in layout.notices:
        yield from _wrapped(_text(notice))
    for section in layout.sections:
        yield from _section(section)
    if layout.disputes:
        yield from _heading(words["disputes"])
    for dispute in layout.disputes:
        yield from _dispute(dispute, words["story"])
    for title, paragraphs in ((words["changes"], layout.changes), (words["gaps"], layout.gaps)):
        if paragraphs:
            yield from _heading(title)
        for paragraph in paragraphs:
            yield from _wrapped(_text(paragraph), "* ", "  ")
    yield from _heading(words["sources"])
    for note in layout.notes:
        yield from _note(note)
    yield from ("", "-- ")
    for line in layout.colophon:
        yield from _wrapped(line)


def _section(section: LaidSection) -> Iterator[str]:
    yield from _heading(section.title)
    for entry in section.entries:
        yield from _entry(entry)
        yield ""


def _entry(entry: LaidEntry) -> Iterator[str]:
    for position, paragraph in enumerate(entry.paragraphs):
        yield from _wrapped(_text(paragraph), "* " if position == 0 else "  ", "  ")
    if entry.standing:
        yield from _wrapped(f"({entry.standing})", "  ", "  ")
    for picture in entry.pictures:
        source = f" ({picture.source})" if picture.source else ""
        yield from _wrapped(f"[Picture: {_turned(picture.caption, picture.rtl)}{source}]", "  ", "  ")


def _dispute(dispute: LaidDispute, story_word: str) -> Iterator[str]:
    story = f" ({story_word} {''.join(_run(run) for run in dispute.story)})" if dispute.story else ""
    yield from _wrapped(f"{dispute.about}{story}", "* ", "  ")
    for version in dispute.versions:
        yield from _wrapped(_text(version), "  - ", "    ")


def _note(note: LaidNote) -> Iterator[str]:
    title = f": {_turned(note.title, note.title_rtl)}" if note.title else ""
    quote = f" “{_turned(note.quote, note.quote_rtl)}”" if note.quote else ""
    yield from _wrapped(f"{note.outlet}, {note.date}{title}.{quote}", f"[{note.number}] ".ljust(5), "     ")
    if note.url:
        yield f"     <{note.url}>"


def _heading(title: str) -> Iterator[str]:
    yield from ("", "", *_wrapped(title), "=" * min(len(title), WIDTH), "")


def _text(paragraph: Paragraph) -> str:
    return "".join(_run(run) for run in paragraph.runs).strip()


def _run(run: Run) -> str:
    words = _turned(run.text, run.rtl)
    return words if run.note is None else f"{words} [{run.note}]"


def _turned(words: str, rtl: bool) -> str:
    return f"{ISOLATE}{words}{CLOSE}" if rtl else words


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
