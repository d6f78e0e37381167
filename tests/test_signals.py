from __future__ import annotations

import signal
import sys
import time

import pytest

from ctoquiz.signals import Ended, held, raised

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to one process")


@posix
def test_a_signal_that_comes_while_something_is_saved_waits_until_it_is_saved() -> None:
    done: list[str] = []

    def save() -> None:
        with held() as waiting:
            signal.raise_signal(signal.SIGINT)
            done.append(f"saved, while {len(waiting)} waits")

    with pytest.raises(KeyboardInterrupt):
        save()
    assert done == ["saved, while 1 waits"]


@posix
def test_what_is_being_done_can_be_hastened_by_a_signal_that_waits() -> None:
    hastened: list[int] = []

    def work() -> None:
        with held(lambda: hastened.append(1)):
            signal.raise_signal(signal.SIGINT)
            assert hastened == [1]

    with pytest.raises(KeyboardInterrupt):
        work()


@posix
def test_the_first_of_several_signals_is_the_one_that_ends() -> None:
    def save() -> None:
        with raised(), held():
            signal.raise_signal(signal.SIGHUP)
            signal.raise_signal(signal.SIGTERM)
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(Ended) as caught:
        save()
    assert caught.value.signal == "HUP"


@posix
def test_a_signal_that_was_ignored_stays_ignored_while_something_is_saved() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with held() as waiting:
            signal.raise_signal(signal.SIGHUP)
        assert waiting == []
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


@posix
def test_what_a_signal_did_before_it_does_again_afterwards() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)]
    with held():
        pass
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)] == before


@posix
@pytest.mark.parametrize(
    ("number", "error"), [(signal.SIGTERM, Ended), (signal.SIGINT, KeyboardInterrupt)], ids=["TERM", "INT"]
)
def test_a_signal_that_comes_while_something_is_finalised_ends_all_the_same(
    number: int, error: type[BaseException]
) -> None:
    """Python drops what a handler raises there."""

    class Finalised:
        def __del__(self) -> None:
            signal.raise_signal(number)

    def wait() -> None:
        Finalised()
        time.sleep(5)

    with pytest.raises(error), raised():
        wait()


def test_what_else_a_finaliser_drops_is_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", told.append)

    class Finalised:
        def __del__(self) -> None:
            raise ValueError

    with raised():
        Finalised()
    assert len(told) == 1
