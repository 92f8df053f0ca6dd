"""Matrices are multiplied on one thread, unless somebody wants more."""

import pytest

from ui.threads import multiply_on_one_thread


def test_one_thread_unless_the_environment_says_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {"MKL_NUM_THREADS": "3"}
    monkeypatch.setattr("ui.threads.os.environ", environment)
    multiply_on_one_thread()
    assert environment == {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "3"}
