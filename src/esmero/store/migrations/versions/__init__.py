"""The steps, named `vNNNN_what_it_does.py`, with `NNNN` as Alembic's revision."""
