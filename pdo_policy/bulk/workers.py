"""Work in pieces becomes its results in the order of the pieces, done by one process or by several."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from pdo_policy.errors import FormError, RulebookError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_AHEAD = 4
"""How many pieces for each process are out or waiting for their turn; more would only take memory."""


class _Fault(NamedTuple):
    """An exception of a worker, as it is sent."""

    kind: str
    facts: Any


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


def done(
    prepare: Callable[..., Callable[[Piece], Result]], given: tuple[Any, ...], pieces: Iterator[Piece], jobs: int
) -> Iterator[Result]:
    """The results of pieces of work, in the order of the pieces.

    Args:
        prepare: gives what does a piece, in the process that is to do it; a function of a module.
        given: the arguments of `prepare`.
        pieces: the work, each piece taken when its turn is near.
        jobs: how many processes do it; with one, this one.

    Raises:
        UsageError: a process has ended before its work was done.
    """
    if jobs == 1:
        act = prepare(*given)
        for piece in pieces:
            yield act(piece)
        return
    crew = _Crew[Piece, Result](prepare, given, jobs)
    try:
        yield from crew.results(pieces)
    finally:
        crew.end()


class _Crew(Generic[Piece, Result]):
    """Processes that wait for work at the other end of a pipe."""

    def __init__(self, prepare: Callable[..., Callable[[Piece], Result]], given: tuple[Any, ...], jobs: int) -> None:
        # What a forked process needs is there already; where there is no fork, it is made anew.
        context: Any = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
        self._workers: list[_Worker] = []
        for _ in range(jobs):
            ours, theirs = context.Pipe()
            others = [worker.pipe for worker in self._workers] if sys.platform == "linux" else []
            process = context.Process(target=_serve, args=(theirs, [*others, ours], prepare, given), daemon=True)
            # What stands in the buffers of this process must not be written by another.
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            process.start()
            theirs.close()
            self._workers.append(_Worker(process, ours))
        self._at: dict[int, int] = {}

    def results(self, pieces: Iterator[Piece]) -> Iterator[Result]:
        """The results in order; no worker is further ahead than some pieces."""
        waiting: dict[int, Result] = {}
        numbered = enumerate(pieces)
        turn, most = 0, _AHEAD * len(self._workers)
        idle = list(range(len(self._workers)))
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

    def _send(self, worker: int, number: int, piece: Piece) -> None:
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

    def _receive(self, worker: int) -> Result:
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
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.pipe.close()


def _serve(
    pipe: Connection,
    others: list[Connection],
    prepare: Callable[..., Callable[[Piece], Result]],
    given: tuple[Any, ...],
) -> None:
    """Do pieces of work until the other end of the pipe is closed."""
    # The parent ends its workers itself, and a pipe that a worker holds open would not be seen to end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for other in others:
        other.close()
    gc.freeze()
    act: Callable[[Piece], Result] | None = None
    while True:
        try:
            piece = pipe.recv()
        except EOFError:
            return
        try:
            act = act or prepare(*given)
            result: Any = act(piece)
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
