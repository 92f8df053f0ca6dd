"""What the programs of speed tell."""

import subprocess

import pytest

from ui.bench.latency import whole_process


def test_a_whole_process_is_measured_in_seconds_and_memory() -> None:
    run = whole_process(["--version"])
    assert 0.01 < run.processor < run.seconds * 100 < 6_000
    # Python alone has some ten; this process, whose memory counts too, may have hundreds.
    assert 5 < run.mebibytes < 50_000


def test_a_process_that_fails_is_no_measurement() -> None:
    with pytest.raises(subprocess.CalledProcessError):
        whole_process(["no-such-command"])
