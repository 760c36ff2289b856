"""What an edition says of itself and of those before it once something in them was corrected or withdrawn."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.model.editions import Edition, EditionStatus, Notice
from dateline.write.prose.cite import full_date
from dateline.write.prose.passages import sentences_of
from dateline.write.settings import print_words


def notice_text(edition: Edition, notice: Notice) -> str:
    """Return a notice as it is printed at the head of the edition it is about."""
    day, words = full_date(notice.at[:10], edition.language), print_words(edition.language)
    if notice.kind is EditionStatus.WITHDRAWN:
        return f"{words['withdrawn'].format(date=day)} {_sentence(notice.why)}".strip(": ")
    return f"{words['corrected'].format(date=day)} {_what(notice, words)} {_reason(notice)}".rstrip()


def notice_changes(editions: Iterable[Edition]) -> Iterator[dict[str, str]]:
    """Yield, as changes for the next edition, the notices that no edition that stands has told of.

    Of several on one sentence the last says what holds.
    """
    known = list(editions)
    standing = (edition for edition in known if edition.status is not EditionStatus.WITHDRAWN)
    told = {change.get("notice") for edition in standing for change in edition.changes}
    for edition in known:
        for position, notice in enumerate(edition.notices):
            later = {path for other in edition.notices[position + 1 :] for path in other.paths}
            outdone = bool(notice.paths) and later.issuperset(notice.paths)
            if notice.id not in told and not outdone:
                yield {
                    "kind": "withdrawal" if notice.kind is EditionStatus.WITHDRAWN else "erratum",
                    "notice": notice.id,
                    "edition": edition.id,
                    "text": _as_change(edition, notice),
                }


def noted_sentences(edition: Edition) -> dict[str, int]:
    """Map the text of each corrected sentence to the number of its notice, counted from 1."""
    by_path = {path: number for number, notice in enumerate(edition.notices, 1) for path in notice.paths}
    return {sentence.text: by_path[path] for path, sentence in sentences_of(edition) if path in by_path}


def _as_change(edition: Edition, notice: Notice) -> str:
    begin, until = (full_date(day, edition.language) for day in (edition.period.begin, edition.period.until))
    words = print_words(edition.language)
    name = f"{words['number'].format(number=edition.number)} ({begin} – {until})"
    if notice.kind is EditionStatus.WITHDRAWN:
        return f"{words['is_withdrawn'].format(edition=name)} {_sentence(notice.why)}".strip(": ")
    told = words["correction_to"].format(edition=name)
    return f"{told} {_what(notice, words)} {_reason(notice)}".rstrip()


def _what(notice: Notice, words: Mapping[str, str]) -> str:
    if notice.now:
        return words["should_read"].format(was=notice.was, now=notice.now)
    return words["taken_back"].format(was=notice.was)


def _reason(notice: Notice) -> str:
    """Return the reason as a sentence of its own."""
    return _sentence(notice.why[:1].upper() + notice.why[1:])


def _sentence(words: str) -> str:
    return words if not words or words.endswith((".", "!", "?", "؟")) else f"{words}."
