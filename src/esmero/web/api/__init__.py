"""The API under `/api/v1`, which the console itself uses: one file for each resource of docs/protocol.md."""
