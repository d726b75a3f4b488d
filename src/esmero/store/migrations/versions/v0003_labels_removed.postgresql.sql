ALTER TABLE label ADD COLUMN removed_at BIGINT;

ALTER TABLE label DROP CONSTRAINT uq_label_name;

CREATE UNIQUE INDEX ix_label_name ON label (name) WHERE removed_at IS NULL;
