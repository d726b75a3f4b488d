"""`esmero backup`: the whole desk in one file, while it runs."""

from __future__ import annotations

import os
from pathlib import Path

import click

from esmero.cli.command import in_folder
from esmero.desk import files, sources
from esmero.kit.sealed import MasterKey, load_keys, parse_keys
from esmero.settings import Settings, read_settings
from esmero.store.backup import Keys, back_up
from esmero.store.blobs import open_blobs
from esmero.store.reading import reading


@click.command()
@click.argument(
    "file", type=click.Path(path_type=Path), help="The back-up to write, such as desk.tar; it must not exist yet."
)
@in_folder
@click.option("--with-keys", is_flag=True, help="Put the master key in too.")
def backup(file: Path, data: Path | None, *, with_keys: bool) -> None:
    """Write database, files and a note of the key into one tar archive. The desk may run meanwhile."""
    settings = read_settings(os.environ, data=data)
    keys = _keys(settings, with_keys=with_keys)
    blobs = open_blobs(settings.blobs_place)
    place = settings.database_place
    named = _named(place)
    manifest = back_up(place, blobs, keys, file.absolute())
    size = file.stat().st_size
    click.echo(f"{file}: {sum(manifest.rows.values()):,} rows, {manifest.blobs:,} files, {size / 1_000_000:,.1f} MB")
    if manifest.with_keys:
        click.echo("The master key is inside: whoever has this file can read everything.")
    else:
        click.echo(f"The master key {manifest.keys[0]} is NOT inside. Keep it elsewhere; secrets are lost without it.")
    lost = [blob for blob in named & _named(place) if f"blobs/{blob}" not in manifest.members]
    if lost:
        click.echo(
            f"{len(lost):,} files that messages name are NOT inside: they are gone. See `esmero doctor`.", err=True
        )
        raise click.exceptions.Exit(1)


def _named(place: str | Path) -> set[str]:
    """The blobs that are named, by messages or as what came: those of before the back-up must be in it."""
    with reading(place) as session:
        return {one.blob for one in files.of_messages(session, limit=2**31)} | sources.blobs(session)


def _keys(settings: Settings, *, with_keys: bool) -> Keys:
    if settings.master_key is None:
        file = settings.key_file
        return Keys(_names(load_keys(file)), file if with_keys else None)
    if with_keys:
        raise click.BadParameter("the master key comes from the settings; keep it where they are kept")
    return Keys(_names(parse_keys(settings.master_key)))


def _names(keys: tuple[MasterKey, ...]) -> tuple[str, ...]:
    return tuple(key.name for key in keys)
