"""Lets ``python -m esmero`` and the installed ``esmero`` command start alike."""

from __future__ import annotations


def main() -> None:
    """Run the command line; exits the process with the command's status."""
    from esmero.cli.main import app

    app(prog_name="esmero")


if __name__ == "__main__":
    main()
