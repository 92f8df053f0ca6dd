"""What a language model is asked: a question and numbered paragraphs, which it must take as data."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path

from index.store import Index, ParagraphRef
from rag.citing.citation import name_of, place_in_words, spelled_date

PROMPT = "answer-1"
"""The name of the prompt that is used, a file in `prompts/`; another wording gets another name."""
REWORDING = "reword-1"
"""The name of the prompt for another wording of a question."""
_FOLDER = Path(__file__).with_name("prompts")
_HEADINGS = 2  # above a paragraph, the nearest ones, as the recorded replies were asked with
_BETWEEN = "\n\n"
_SHOWN = 12  # hexadecimal digits of a hash: nobody guesses them
# Characters of English text in a token of the models in use, rounded down (OpenAI's "about four", Llama's 3.6).
_CHARACTERS_A_TOKEN = 3.0


@dataclass(frozen=True, slots=True)
class Prompt:
    """Two messages to a model, and the rows of the paragraphs in them, the one with the mark 1 first."""

    system: str
    user: str
    rows: tuple[int, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the messages, in hex."""
        return hashlib.sha256(f"{self.system}\0{self.user}".encode()).hexdigest()


def prompt_for(question: str, rows: Sequence[int], index: Index, most_tokens: int) -> Prompt:
    """The prompt for `question` with the paragraphs at `rows`, best first, as many as `most_tokens` hold.

    The first is cut where it alone is longer. The tags around each text hold a hash of all of them, so that no text can
    close them.
    """
    refs = [index.paragraphs[row] for row in rows]
    tag = f"text-{_hash([question, *(each.text for each in refs)])}"
    system, asked = _template(PROMPT).format(tag=tag), _asked(question, tag)
    blocks = list[str]()
    left = int(most_tokens * _CHARACTERS_A_TOKEN) - len(system) - len(asked) - len(_BETWEEN)
    for mark, ref in enumerate(refs, 1):
        block = _block(mark, ref, tag, left if mark == 1 else None)
        if block is None or len(block) > left:
            break
        blocks.append(block)
        left -= len(block) + len(_BETWEEN)
    return Prompt(system, _BETWEEN.join([*blocks, asked]), tuple(rows[: len(blocks)]))


def rewording_prompt(question: str) -> Prompt:
    """The prompt for another wording of `question`, without paragraphs."""
    tag = f"text-{_hash([question])}"
    return Prompt(_template(REWORDING).format(tag=tag), _asked(question, tag), ())


def tokens_of(text: str) -> int:
    """How many tokens `text` has for a model at most, as English text goes."""
    return ceil(len(text) / _CHARACTERS_A_TOKEN)


def prompt_name() -> str:
    """The prompt's name with a hash of its words, as answers record it: `answer-1 (3f2a91c0)`."""
    return f"{PROMPT} ({hashlib.sha256(_template(PROMPT).encode()).hexdigest()[:8]})"


@cache
def _template(name: str) -> str:
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").strip()


def _asked(question: str, tag: str) -> str:
    return f"Question:\n{_quoted(question, tag)}"


def _block(mark: int, ref: ParagraphRef, tag: str, room: int | None) -> str | None:
    """A paragraph as the model reads it, cut to `room` characters if any; None where that is too little for a word."""
    head = f"[{mark}] {' | '.join(_about(ref))}"
    words = "\n".join([ref.text, *(f"Footnote {each.mark}: {each.text}" for each in ref.paragraph.notes)])
    if room is not None:
        most = room - len(head) - len(_quoted("", tag)) - 1
        words = words[: max(0, most)]
    return f"{head}\n{_quoted(words, tag)}" if words else None


def _about(ref: ParagraphRef) -> Iterator[str]:
    """What is known of a paragraph: it comes from the documents too, and must not end a line."""
    document = ref.document
    parts = [
        name_of(document), document.title, place_in_words(ref.locator), *ref.paragraph.headings[-_HEADINGS:],
        spelled_date(document.date) if document.date else "",
    ]  # fmt: skip
    yield from (" ".join(each.replace("<", "‹").split()) for each in dict.fromkeys(parts) if each)


def _quoted(text: str, tag: str) -> str:
    return f"<{tag}>\n{text}\n</{tag}>"


def _hash(texts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:_SHOWN]
