"""The entry: `ctoquiz` and `python -m ctoquiz`."""

from __future__ import annotations

import gc
import os
import sys

from ctoquiz.cli.door import enter

GARBAGE = (100_000, 50, 50)
"""How seldom garbage is looked for: a short command makes little, and looking among all that it imported takes long."""


def main() -> int:
    """Run the command line of this process; the exit code."""
    gc.set_threshold(*GARBAGE)
    return enter(sys.argv[1:], os.environ, for_good=True)


if __name__ == "__main__":
    sys.exit(main())
