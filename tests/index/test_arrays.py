"""Numbers of arrays."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.arrays import different


@given(st.lists(st.integers(-3, 3)))
def test_different_numbers_are_told_with_where_each_stands_first(numbers: list[int]) -> None:
    values, first = different(np.array(numbers, dtype=np.int64))
    assert values.tolist() == sorted(set(numbers))
    assert first.tolist() == [numbers.index(each) for each in sorted(set(numbers))]
