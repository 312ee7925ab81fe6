"""Work in pieces becomes its results in the order of the work, done by one process or by several."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pdo_policy.errors import FormError, RulebookError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 4
"""How many pieces for each process are out or waiting for their turn; more would only take memory."""

_LIFE = 100
"""After how many pieces a process is replaced: what it has come to hold in ways that nobody foresaw ends with it."""

_YOUNG = 1
"""The generation of objects up to which is looked for garbage: what is older was there before the item of work."""


class _Fault(NamedTuple):
    """An exception of a worker, as it is sent."""

    kind: str
    facts: Any


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection
    left: int


def done(
    prepare: Callable[..., Callable[[Item], Result]],
    given: tuple[Any, ...],
    pieces: Iterator[Sequence[Item]],
    jobs: int,
    life: int = _LIFE,
) -> Iterator[Result]:
    """The results of work, in its order.

    Args:
        prepare: gives what does an item of work; a function of a module. Where processes are forked, this one calls it,
            and what it makes is held once for all of them.
        given: the arguments of `prepare`.
        pieces: the work, some items at a time, each piece taken when its turn is near.
        jobs: how many processes do it; with one, this one.
        life: after how many pieces a process is replaced by a new one.

    Raises:
        UsageError: a process has ended before its work was done.
    """
    if jobs == 1:
        act = prepare(*given)
        for piece in pieces:
            for item in piece:
                yield _one(act, item)
        return
    crew = _Crew[Item, Result](prepare, given, jobs, life)
    try:
        for results in crew.results(pieces):
            yield from results
    finally:
        crew.end()


def _one(act: Callable[[Item], Result], item: Item) -> Result:
    """The result of an item, and nothing else left of it.

    What a check makes refers to itself in circles. Python would look for these after many papers, and between them the
    process would grow; looked for after each, when nothing else is new, they cost less.
    """
    result = act(item)
    gc.collect(_YOUNG)
    return result


class _Crew(Generic[Item, Result]):
    """Processes that wait for work at the other end of a pipe."""

    def __init__(
        self, prepare: Callable[..., Callable[[Item], Result]], given: tuple[Any, ...], jobs: int, life: int
    ) -> None:
        # What a forked process needs is there already; where there is no fork, it is made anew.
        forked = sys.platform == "linux"
        self._context: Any = multiprocessing.get_context("fork" if forked else "spawn")
        self._given = (partial(_same, prepare(*given)), ()) if forked else (prepare, given)
        self._forked, self._life = forked, life
        self._workers: dict[int, _Worker] = {}
        for number in range(jobs):
            self._workers[number] = self._begun()
        self._at: dict[int, int] = {}

    def _begun(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        others = [worker.pipe for worker in self._workers.values()] if self._forked else []
        process = self._context.Process(target=_serve, args=(theirs, [*others, ours], *self._given), daemon=True)
        # What stands in the buffers of this process must not be written by another.
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        with _uninterrupted():
            process.start()
        theirs.close()
        return _Worker(process, ours, self._life)

    def results(self, pieces: Iterator[Sequence[Item]]) -> Iterator[list[Result]]:
        """The results of each piece in order; no worker is further ahead than some pieces."""
        waiting: dict[int, list[Result]] = {}
        numbered = enumerate(pieces)
        turn, most = 0, _AHEAD * len(self._workers)
        idle = list(self._workers)
        left = True
        while left or self._at or waiting:
            while left and idle and turn + most > max((turn, *self._at.values(), *waiting)):
                piece = next(numbered, None)
                if piece is None:
                    left = False
                else:
                    self._send(idle.pop(), *piece)
            for worker in self._ready():
                waiting[self._at[worker]] = self._receive(worker)
                del self._at[worker]
                idle.append(worker)
            while turn in waiting:
                yield waiting.pop(turn)
                turn += 1

    def _send(self, worker: int, number: int, piece: Sequence[Item]) -> None:
        if not self._workers[worker].left:
            self._ended(self._workers.pop(worker))
            self._workers[worker] = self._begun()
        self._workers[worker] = self._workers[worker]._replace(left=self._workers[worker].left - 1)
        self._at[worker] = number
        try:
            self._workers[worker].pipe.send(piece)
        except OSError as error:
            raise self._dead(worker) from error

    def _ready(self) -> list[int]:
        if not self._at:
            return []
        pipes = {self._workers[worker].pipe: worker for worker in self._at}
        return [pipes[pipe] for pipe in wait(list(pipes)) if pipe in pipes]

    def _receive(self, worker: int) -> list[Result]:
        try:
            result = self._workers[worker].pipe.recv()
        except (EOFError, OSError) as error:
            raise self._dead(worker) from error
        if isinstance(result, _Fault):
            _raise(result)
        return result  # type: ignore[no-any-return]  # what `prepare` gave gives nothing else

    def _dead(self, worker: int) -> UsageError:
        process = self._workers[worker].process
        process.join(1)
        return UsageError("worker-ended", code=str(process.exitcode))

    def end(self) -> None:
        """End all processes at once, whatever they do."""
        for worker in self._workers.values():
            worker.process.kill()
        for worker in self._workers.values():
            self._ended(worker)

    @staticmethod
    def _ended(worker: _Worker) -> None:
        """One that has no work, or has been told to end."""
        worker.pipe.close()
        worker.process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Keep an interrupt for later: a new process must not be met by it before it has said that it does not heed any."""
    if sys.platform != "linux":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _same(act: Callable[[Item], Result]) -> Callable[[Item], Result]:
    return act


def _serve(
    pipe: Connection,
    others: list[Connection],
    prepare: Callable[..., Callable[[Item], Result]],
    given: tuple[Any, ...],
) -> None:
    """Do pieces of work until the other end of the pipe is closed."""
    # The parent ends its workers itself, and a pipe that a worker holds open would not be seen to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    gc.freeze()
    act: Callable[[Item], Result] | None = None
    while True:
        try:
            piece = pipe.recv()
        except EOFError:
            return
        try:
            act = act or prepare(*given)
            result: Any = [_one(act, item) for item in piece]
        except UsageError as error:
            result = _Fault("usage", (error.code, error.facts))
        except FormError as error:
            result = _Fault("form", (error.problems, error.about))
        except RulebookError as error:
            result = _Fault("rulebook", error.problems)
        except Exception as error:  # noqa: BLE001 - told by the parent, which has the last door
            result = _Fault("other", repr(error))
        pipe.send(result)


def _raise(fault: _Fault) -> None:
    match fault.kind:
        case "usage":
            code, facts = fault.facts
            raise UsageError(code, **facts)
        case "form":
            raise FormError(*fault.facts)
        case "rulebook":
            raise RulebookError(fault.facts)
        case _:
            raise RuntimeError(fault.facts)


def processors() -> int:
    """How many processes can work at the same time here."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
