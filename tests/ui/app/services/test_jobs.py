"""Work in the background: one piece after the other, whatever became of those before."""

import threading

import pytest

from ui.app.services.jobs import JobRunner


def test_work_is_done_in_the_order_it_came_and_never_two_at_once() -> None:
    runner, done, go_on = JobRunner("test"), list[str](), threading.Event()

    def first() -> None:
        go_on.wait(5)
        done.append("first")

    events = [runner.run(first), runner.run(lambda: done.append("second"))]
    assert not events[0].is_set()
    go_on.set()
    assert all(event.wait(5) for event in events)
    assert done == ["first", "second"]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_the_program_does_not_keep_the_work_after_it_from_being_done() -> None:
    runner, done, go_on, threads = JobRunner("test"), list[str](), threading.Event(), list[threading.Thread]()

    def trips() -> None:
        threads.append(threading.current_thread())
        go_on.wait(5)
        raise LookupError("a mistake")

    events = [runner.run(trips), runner.run(lambda: done.append("after"))]
    go_on.set()
    assert all(event.wait(5) for event in events)
    threads[0].join(5)
    assert done == ["after"]


def test_work_that_comes_when_the_thread_has_gone_is_done_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.app.services.jobs._IDLE_SECONDS", 0.01)
    runner, names = JobRunner("test"), list[threading.Thread]()
    assert runner.run(lambda: names.append(threading.current_thread())).wait(5)
    names[0].join(5)
    assert not names[0].is_alive()
    assert runner.run(lambda: names.append(threading.current_thread())).wait(5)
    assert names[0] is not names[1]
