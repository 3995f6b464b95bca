#!/usr/bin/env python3
"""Every act of a contributor, on a machine that has nothing but Python: `python3 dev.py --help`."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is the sentence an older Python gives
    sys.exit("Central Asia Timeline needs Python 3.11 or newer; this is " + sys.version.split()[0])

from tools.acts import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
