"""Standard input, output and error as they may be: closed, full, or with nobody at the other end."""

from __future__ import annotations

import contextlib
import errno
import os
import signal
import sys
from typing import NoReturn

_OUTPUT_ERRORS = (errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT)


def reserve_closed_streams() -> None:
    """Give each standard stream that is closed something to stand for it.

    Else the next file that is opened would become standard output. What is written to it, or read from standard
    input, is an error; what is written to standard error is lost.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                if _is_closed(number):
                    os.open(os.devnull, os.O_RDONLY if name == "stdout" else os.O_WRONLY)
                setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))


def is_output_error(error: BaseException) -> bool:
    """Whether an error comes of a stream that can't be written (or of standard input, which is closed)."""
    return isinstance(error, OSError) and error.errno in _OUTPUT_ERRORS and error.filename is None


def say_stopped(message: str) -> None:
    """A last word on standard error, if that can be written."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()


def end(code: int) -> NoReturn:
    """End the process at once: taking all that a run has remembered apart, object by object, costs a fifteenth of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except BrokenPipeError:
            code = 141  # as a shell reports a process that a closed pipe ended
        except OSError as error:
            code = 2
            with contextlib.suppress(OSError):
                os.write(2, f"newslint: the output can't be written: {error.strerror}\n".encode())
    os._exit(code)


def _is_closed(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return True
    return False
