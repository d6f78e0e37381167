"""The entry: `ctoquiz` and `python -m ctoquiz`."""

from __future__ import annotations

import os
import sys

from ctoquiz.cli.door import enter


def main() -> int:
    """Run the command line of this process; the exit code."""
    return enter(sys.argv[1:], os.environ)


if __name__ == "__main__":
    sys.exit(main())
