"""An optional language model behind an OpenAI-compatible address. Off by default; what it says is data."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from dateline.errors import FetchError, ModelError

PROMPT = "reword-1"
MOST_SENTENCES = 20
LONGEST_SENTENCE = 1200  # code points


@dataclass(frozen=True, slots=True)
class Reworded:
    """A sentence that the model made from the sentences with these numbers, counted from 1."""

    sources: tuple[int, ...]
    text: str


Post = Callable[[str, object, Mapping[str, str], float], object]
"""Posts JSON to an address with headers and gives the answer, or raises FetchError after so many seconds."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A model at an address such as http://127.0.0.1:11434/v1. `key` comes from the environment only."""

    address: str
    model: str
    post: Post
    key: str | None = None
    timeout_seconds: float = 60.0

    @property
    def made_by(self) -> str:
        """Name the model and the version of the prompt, as an edition prints it."""
        return f"{self.model}+{PROMPT}"

    def reword(self, sentences: Sequence[str]) -> tuple[Reworded, ...]:
        """Ask for `sentences` in better words. Raises ModelError for no answer, or one of another shape."""
        lines = "\n".join(
            f"{number}. {json.dumps(text, ensure_ascii=False)}" for number, text in enumerate(sentences, 1)
        )
        question = {
            "model": self.model,
            "temperature": 0,
            "messages": [{"role": "system", "content": _prompt()}, {"role": "user", "content": lines}],
        }
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = f"{self.address.rstrip('/')}/chat/completions"
        try:
            answer = self.post(address, question, headers, self.timeout_seconds)
        except FetchError as error:
            raise ModelError(str(error)) from error
        return _parse(answer, len(sentences))


def _prompt() -> str:
    return (resources.files("dateline.inference") / "prompts" / f"{PROMPT}.txt").read_text(encoding="utf-8")


def _parse(answer: object, known: int) -> tuple[Reworded, ...]:
    """Read an answer. Raises ModelError where anything in it is not as it was asked for."""
    try:
        content = answer["choices"][0]["message"]["content"]  # type: ignore[index]
        made = json.loads(content)["sentences"]
        reworded = tuple(Reworded(tuple(one["from"]), one["text"]) for one in made)
    except (KeyError, IndexError, TypeError, ValueError, RecursionError) as error:
        raise ModelError(f"the model's answer is not what was asked for ({type(error).__name__})") from error
    numbers = [number for one in reworded for number in one.sources]
    if not reworded or len(reworded) > MOST_SENTENCES:
        raise ModelError(f"the model gave {len(reworded)} sentences")
    if len(set(numbers)) < max(len(numbers), len(reworded)) or not all(
        type(number) is int and 1 <= number <= known for number in numbers
    ):
        raise ModelError("the model names sentences that it was not given, or one of them twice")
    if not all(isinstance(one.text, str) and 0 < len(one.text) <= LONGEST_SENTENCE for one in reworded):
        raise ModelError("the model gave a sentence without words, too long, or made from nothing")
    return reworded
