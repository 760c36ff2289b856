"""Words that any page or file format can hold."""

import re
from collections.abc import Iterator

from dateline.model.editions import Citation, Sentence
from dateline.write.prose.passages import visible

UNPRINTABLE = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def printable(text: str) -> str:
    """Return `text` with single spaces and without characters that no page or XML file can hold.

    >>> printable(" a\\x00b\\n c")
    ' ab c'
    """
    return re.sub(r"\s+", " ", UNPRINTABLE.sub("", visible(text)))


def one_line(text: str) -> str:
    """Return `printable` words without space around them."""
    return printable(text).strip()


def together(label: str) -> str:
    """Return a label in which the day stays on one line with what stands before it.

    >>> together("(Fars, March 18)") == "(Fars, March\u00a018)"
    True
    """
    return "\u00a0".join(label.rsplit(" ", 1))


def pieces_of(sentence: Sentence) -> Iterator[tuple[str, Citation | None]]:
    """Yield the words before each label with its citation, then what is left; every word is kept in order.

    A label stands at the end of what it labels, so of several of its places the last is taken that leaves
    one for each citation behind it; a label that is not in the text stands behind all of it.
    """
    rest, labels = sentence.text, [citation.label for citation in sentence.citations]
    for position, citation in enumerate(sentence.citations):
        if not citation.label or citation.label not in rest:
            yield f"{rest} ", citation
            rest = ""
            continue
        before, *after = rest.rsplit(citation.label, labels[position:].count(citation.label))
        yield before, citation
        rest = citation.label.join(after)
    yield rest, None
