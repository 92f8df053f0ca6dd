"""What the check of a long draft costs, in time of the processor."""

from time import process_time

import pytest

from index.document import Document
from rag.verifying.check import DraftChecker
from rag.verifying.draft import Block, Draft
from tests.support.drafts import store_of

# A page of 450 words, three of whose sentences quote and cite.
FILLER = "The Committee took note of the progress made and stressed that further work was needed on the matter. " * 21
QUOTED = (
    "The report says: “The secretariat continued to update the online directory” (CAC/COSP/WG.2/2018/2, para. 65). "
    "It is said that “States parties ought to do as they were told in the past” (CAC/COSP/WG.2/2018/2, para. 66). "
    "As of 27 March 2018 there were central authorities in 129 States parties (ibid., para. 65)."
)


def pages(count: int) -> Draft:
    return Draft("draft", tuple(Block(f"{QUOTED} {FILLER}", f"paragraph {number}") for number in range(count)))


def seconds(checker: DraftChecker, draft: Draft) -> float:
    begun = process_time()
    checker.check(draft)
    return process_time() - begun


@pytest.mark.slow
def test_a_hundred_pages_take_less_than_ten_seconds_and_twice_as_many_twice_as_long(
    corpus: tuple[Document, ...],
) -> None:
    checker = DraftChecker(store_of(corpus))
    seconds(checker, pages(1))
    fifty, hundred = (seconds(checker, pages(count)) for count in (50, 100))
    assert hundred < 10
    assert hundred < 3 * fifty
