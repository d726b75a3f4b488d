"""`esmero restore`: a desk from a back-up."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path

import click

from esmero.cli.command import FOLDER
from esmero.kit.disk import make_folder
from esmero.kit.sealed import load_keys, parse_keys
from esmero.settings import Settings, read_settings
from esmero.store.backup import Manifest, check_backup
from esmero.store.backup import restore as restore_from
from esmero.store.blobs import open_blobs
from esmero.store.lock import FolderLock

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("file", type=FILE, help="The back-up to read.")
@click.option("--data", type=FOLDER, help="The data folder to make [default: ./esmero-data].")
@click.option("--check", is_flag=True, help="Only read it through and say whether it is whole.")
def restore(file: Path, data: Path | None, *, check: bool) -> None:
    """Make a desk in a data folder or database that holds none yet. A back-up from SQLite fits PostgreSQL, and back."""
    if check:
        click.echo(f"{file} is whole: {_told(check_backup(file))}")
        return
    settings = read_settings(os.environ, data=data)
    make_folder(settings.data.absolute())
    with _locked(settings):
        key_file = settings.key_file
        blobs = open_blobs(settings.blobs_place)
        manifest = restore_from(file, settings.database_place, blobs, key_file)
    click.echo(f"Restored {_told(manifest)}.")
    if missing := _missing(settings, key_file, manifest):
        click.echo(f"Before you start it, put the master key {missing} into {key_file}: secrets need it.")


def _locked(settings: Settings) -> FolderLock | nullcontext[None]:
    """Nobody may start a desk in the folder while it is filled."""
    return FolderLock(settings.data) if settings.database_url is None else nullcontext()


def _told(manifest: Manifest) -> str:
    return f"{sum(manifest.rows.values()):,} rows and {manifest.blobs:,} files, made by release {manifest.release}"


def _missing(settings: Settings, key_file: Path, manifest: Manifest) -> str | None:
    """The id of the master key that the desk needs and doesn't have."""
    if settings.master_key is not None:
        keys = parse_keys(settings.master_key)
    else:
        keys = load_keys(key_file) if key_file.exists() else ()
    needed = manifest.keys[0]
    return None if needed in {key.name for key in keys} else needed
