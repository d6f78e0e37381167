"""The entry: `ctoquiz` and `python -m ctoquiz`."""

from __future__ import annotations

import gc
import os
import sys

from ctoquiz.cli.door import enter


def main() -> int:
    """Run the command line of this process; the exit code."""
    # A short command makes little garbage, and looking for it among what was imported takes a tenth of its time.
    gc.set_threshold(100_000, 50, 50)
    return enter(sys.argv[1:], os.environ)


if __name__ == "__main__":
    sys.exit(main())
