CREATE TABLE label_kept (
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  tint TEXT NOT NULL,
  removed_at INTEGER,
  created_at INTEGER NOT NULL,
  CONSTRAINT pk_label PRIMARY KEY (id)
);

INSERT INTO label_kept (id, name, tint, created_at) SELECT id, name, tint, created_at FROM label;

DROP TABLE label;

ALTER TABLE label_kept RENAME TO label;

CREATE UNIQUE INDEX ix_label_name ON label (name) WHERE removed_at IS NULL;
