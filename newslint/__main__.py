"""The program `newslint`, also as `python -m newslint`: Ctrl-C ends it in a word from the first moment on."""

from __future__ import annotations

import os

try:
    import signal
except KeyboardInterrupt:  # before anything stands that could answer it
    os._exit(130)


def main() -> None:
    """Run the command line. Until it is loaded, which no one needs to see taken apart, Ctrl-C ends the process."""
    early = signal.getsignal(signal.SIGINT) is signal.default_int_handler  # else somebody has it ignored
    if early:
        signal.signal(signal.SIGINT, _stop)
    from newslint.cli import main as run

    if early:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    run("newslint")


def _stop(*_: object) -> None:
    try:
        os.write(2, b"\nnewslint: stopped\n")
    finally:
        os._exit(130)


if __name__ == "__main__":
    main()
