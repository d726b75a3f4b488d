"""What can go wrong in the store, by name."""

from __future__ import annotations

from esmero.kit.errors import EsmeroError, Unavailable


class StoreUnavailable(Unavailable):
    """The database can't be written or read right now, and it tries again by itself.

    A caller of `write` who gets this was not acknowledged. Where the connection broke in the
    middle of a COMMIT the unit may have been kept all the same: repeating it must be harmless.
    """


class QueryTooSlow(EsmeroError):
    """A query ran past its deadline and was stopped, so that it doesn't hold up the others."""

    code = "too_slow"
    status = 503
    title = "This took too long and was stopped."
    retry = True


class DataFolderInUse(EsmeroError):
    """Another process writes to this data folder."""

    code = "data_folder_in_use"
    status = 503
    title = "Another process is using this data folder."


class SchemaTooNew(EsmeroError):
    """The database was migrated by a newer release than this one."""

    code = "schema_too_new"
    status = 503
    title = "The database belongs to a newer release of Esmero."
