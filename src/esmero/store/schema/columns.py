"""What all tables share: names of constraints, and the form of numbers."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows only in a column that is called exactly INTEGER.
BIG = BigInteger().with_variant(Integer, "sqlite")


def number() -> Column[int]:
    """Make the column of a number that the database gives."""
    return Column("id", BIG, primary_key=True, autoincrement=True)
