"""Lets ``python -m esmero`` and the installed ``esmero`` command start alike."""

from __future__ import annotations

import sys

from esmero.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
