"""Checks files in worker processes. A worker that dies costs its one file an error, not the run."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from newslint.engine.lint_file import report_of
from newslint.engine.report import FileError, Report
from newslint.engine.selection import Choice, Selector
from newslint.engine.settings import Project

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

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
    path: str | None = None


class Pool:
    """Worker processes that check one file each at a time."""

    def __init__(self, count: int, project: Project, choice: Choice) -> None:
        methods = multiprocessing.get_all_start_methods()
        self._context: BaseContext = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
        self._arguments = (project, choice)
        self._workers = [self._started() for _ in range(count)]

    def reports(self, paths: Iterable[str]) -> Iterator[Report]:
        """Each file's report, as they come."""
        left = iter(paths)
        for worker in list(self._workers):
            self._feed(worker, left)
        while busy := [worker for worker in self._workers if worker.path is not None]:
            ready = wait([worker.pipe for worker in busy])
            for worker in [worker for worker in busy if worker.pipe in ready]:
                path = worker.path or ""
                try:
                    report: Report = worker.pipe.recv()
                except (EOFError, OSError):
                    report = Report(path, errors=[FileError(path, _DIED)])
                    worker = self._replaced(worker)
                yield report
                self._feed(worker, left)

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def _feed(self, worker: _Worker, left: Iterator[str]) -> None:
        worker.path = next(left, None)
        if worker.path is not None:
            try:
                worker.pipe.send(worker.path)
            except OSError:  # it has died while idle; the file it gets now is checked by another
                path, worker = worker.path, self._replaced(worker)
                worker.path = path
                worker.pipe.send(path)

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


def _serve(pipe: Connection, other_end: Connection, project: Project, choice: Choice) -> None:
    """A worker: reads paths, sends reports, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to answer
    other_end.close()
    selector = Selector(project, choice)
    while True:
        try:
            path = pipe.recv()
        except (EOFError, OSError):
            return  # the main process has gone
        report = report_of(path, project, selector)
        try:
            pipe.send(report)
        except OSError:
            return
