ALTER TABLE draft DROP CONSTRAINT pk_draft;

ALTER TABLE draft ADD CONSTRAINT pk_draft PRIMARY KEY (agent_id, conversation_id, kind);
