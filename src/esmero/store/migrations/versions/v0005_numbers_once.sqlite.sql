CREATE TABLE team_kept (
  id INTEGER NOT NULL CONSTRAINT pk_team PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  CONSTRAINT uq_team_name UNIQUE (name)
);

INSERT INTO team_kept (id, name, created_at) SELECT id, name, created_at FROM team;

DROP TABLE team;

ALTER TABLE team_kept RENAME TO team;

CREATE TABLE session_kept (
  id INTEGER NOT NULL CONSTRAINT pk_session PRIMARY KEY AUTOINCREMENT,
  token BLOB NOT NULL,
  agent_id INTEGER NOT NULL,
  device TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  seen_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  CONSTRAINT uq_session_token UNIQUE (token),
  CONSTRAINT fk_session_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);

INSERT INTO session_kept (id, token, agent_id, device, address, created_at, seen_at, expires_at)
  SELECT id, token, agent_id, device, address, created_at, seen_at, expires_at FROM session;

DROP TABLE session;

ALTER TABLE session_kept RENAME TO session;

CREATE INDEX ix_session_agent_id ON session (agent_id);

CREATE TABLE token_kept (
  id INTEGER NOT NULL CONSTRAINT pk_token PRIMARY KEY AUTOINCREMENT,
  token BLOB NOT NULL,
  agent_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER,
  CONSTRAINT uq_token_token UNIQUE (token),
  CONSTRAINT fk_token_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);

INSERT INTO token_kept (id, token, agent_id, name, role, created_at, used_at)
  SELECT id, token, agent_id, name, role, created_at, used_at FROM token;

DROP TABLE token;

ALTER TABLE token_kept RENAME TO token;

DELETE FROM sqlite_sequence WHERE name IN ('team', 'token');

INSERT INTO sqlite_sequence (name, seq) SELECT 'team', max(
  (SELECT coalesce(max(id), 0) FROM team),
  (SELECT coalesce(max(team_id), 0) FROM conversation)
);

INSERT INTO sqlite_sequence (name, seq) SELECT 'token', coalesce(max(id), 0) FROM token;
