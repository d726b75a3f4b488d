CREATE INDEX ix_file_owner_inbox_id ON file (owner, inbox_id);
