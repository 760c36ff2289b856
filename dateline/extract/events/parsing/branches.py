"""The syntax tree of a sentence by tokens of the text: which word of the tree a token is part of."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.syntax import ParsedWord, SyntaxTree
from dateline.text.clauses import Parse
from dateline.text.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Branches:
    """A tree with where its words begin; these are named by their place in it, tokens by that in the text."""

    parse: Parse
    starts: Sequence[int]
    tokens: Tokens

    def word_of(self, token: int) -> int | None:
        """Return the word that a token is part of, `None` outside of the tree."""
        start = self.tokens.starts[token]
        at = bisect_right(self.starts, start) - 1
        return at if at >= 0 and start < self.parse.words[at].span.end else None

    def parsed(self, token: int) -> ParsedWord | None:
        """Return what the tree says of a token."""
        at = self.word_of(token)
        return None if at is None else self.parse.words[at]

    def token_of(self, place: int) -> int:
        """Return the first token of a word."""
        return bisect_right(self.tokens.starts, self.parse.words[place].span.start) - 1


def branches_of(tree: SyntaxTree, tokens: Tokens) -> Branches:
    """Lay a tree over the tokens of its text."""
    return Branches(Parse(tree), [word.span.start for word in tree.words], tokens)
