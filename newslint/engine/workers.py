"""Checks files in worker processes. A worker that dies costs its one file an error, not the run."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from newslint.engine.lint_file import reports_of
from newslint.engine.report import FileError, Report
from newslint.engine.selection import RuleSelection, Selector
from newslint.engine.settings import Project

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

_AT_A_TIME = 16  # files that a worker checks side by side
PAYS = 48  # files that are not cached; fewer are checked sooner than workers have started


def worth(jobs: int | None, files: int) -> int:
    """How many workers to use: as asked for; else one a core where there is enough to do. 1: none but this process."""
    if jobs:
        return min(jobs, max(1, files))
    if files < PAYS:
        return 1
    return max(
        1, min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8)
    )


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    paths: list[str] = field(default_factory=list)  # that it is at


class Pool:
    """Worker processes that check some files each at a time."""

    def __init__(self, count: int, project: Project, choice: RuleSelection) -> None:
        methods = multiprocessing.get_all_start_methods()
        self._context: BaseContext = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self._arguments = (project, choice)
        self._workers = [self._started() for _ in range(count)]

    def reports(self, paths: Sequence[str]) -> Iterator[Report]:
        """Each file's report, as they come."""
        size = max(1, min(_AT_A_TIME, len(paths) // (4 * len(self._workers))))
        left = deque(list(paths[at : at + size]) for at in range(0, len(paths), size))
        for worker in list(self._workers):
            self._feed(worker, left)
        while busy := [worker for worker in self._workers if worker.paths]:
            ready = wait([worker.pipe for worker in busy])
            for worker in [worker for worker in busy if worker.pipe in ready]:
                try:
                    made: list[Report] = worker.pipe.recv()
                except (EOFError, OSError):
                    made = _lost(worker.paths, left)
                    worker = self._replaced(worker)
                yield from made
                self._feed(worker, left)

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _feed(self, worker: _Worker, left: deque[list[str]]) -> None:
        worker.paths = left.popleft() if left else []
        if worker.paths:
            try:
                worker.pipe.send(worker.paths)
            except OSError:  # it has died while idle; the files that it gets now are checked by another
                paths, worker = worker.paths, self._replaced(worker)
                worker.paths = paths
                worker.pipe.send(paths)

    def _replaced(self, dead: _Worker) -> _Worker:
        dead.pipe.close()
        dead.process.join()
        fresh = self._started()
        self._workers[self._workers.index(dead)] = fresh
        return fresh

    def _started(self) -> _Worker:
        here, there = multiprocessing.Pipe()
        process = self._context.Process(target=_serve, args=(there, here, *self._arguments), daemon=True)  # type: ignore[attr-defined]
        process.start()
        there.close()
        return _Worker(process, here)


_DIED = "the process that checked this file was ended (too little memory?); check the file by itself"


def _lost(paths: list[str], left: deque[list[str]]) -> list[Report]:
    """What becomes of the files that a worker was at when it died: the one that it was at alone has an error; of
    several each is checked again by itself."""
    if len(paths) == 1:
        return [Report(paths[0], errors=[FileError(paths[0], _DIED)])]
    left.extendleft([path] for path in paths)
    return []


def _serve(pipe: Connection, other_end: Connection, project: Project, choice: RuleSelection) -> None:
    """A worker: reads paths, sends reports, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
    other_end.close()
    selector = Selector(project, choice)
    while True:
        try:
            paths = pipe.recv()
        except (EOFError, OSError):
            return  # the main process has gone
        reports = list(reports_of(paths, project, selector))
        try:
            pipe.send(reports)
        except OSError:
            return
