CREATE TABLE draft_by_kind (
  agent_id INTEGER NOT NULL,
  conversation_id INTEGER NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (agent_id, conversation_id, kind)
)
 WITHOUT ROWID;

INSERT INTO draft_by_kind (agent_id, conversation_id, kind, text, updated_at)
SELECT agent_id, conversation_id, kind, text, updated_at FROM draft;

DROP TABLE draft;

ALTER TABLE draft_by_kind RENAME TO draft;
