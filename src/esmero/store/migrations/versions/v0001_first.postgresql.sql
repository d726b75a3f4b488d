CREATE TABLE agent (
  id BIGSERIAL NOT NULL,
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  password TEXT,
  role TEXT NOT NULL,
  trainee INTEGER DEFAULT 0 NOT NULL,
  language TEXT NOT NULL,
  theme TEXT NOT NULL,
  availability TEXT NOT NULL,
  notify TEXT NOT NULL,
  seq INTEGER NOT NULL,
  disabled_at BIGINT,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_agent PRIMARY KEY (id),
  CONSTRAINT ck_agent_role CHECK (role IN ('administrator', 'supervisor', 'agent')),
  CONSTRAINT ck_agent_availability CHECK (availability IN ('available', 'away')),
  CONSTRAINT uq_agent_email UNIQUE (email)
);

CREATE TABLE answer (
  owner TEXT NOT NULL,
  key TEXT NOT NULL,
  request BYTEA NOT NULL,
  status INTEGER,
  body BYTEA,
  lease_until BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_answer PRIMARY KEY (owner, key)
);

CREATE INDEX ix_answer_created_at ON answer (created_at);

CREATE TABLE conversation (
  id BIGSERIAL NOT NULL,
  inbox_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  identity_id BIGINT NOT NULL,
  channel TEXT NOT NULL,
  live INTEGER NOT NULL,
  status TEXT NOT NULL,
  priority TEXT NOT NULL,
  subject TEXT,
  assignee_id BIGINT,
  team_id BIGINT,
  seq INTEGER NOT NULL,
  position BIGINT NOT NULL,
  last_seq INTEGER NOT NULL,
  last_at BIGINT NOT NULL,
  last_by TEXT NOT NULL,
  last_text TEXT NOT NULL,
  last_files INTEGER NOT NULL,
  last_note INTEGER NOT NULL,
  customer_seq INTEGER NOT NULL,
  agent_seq INTEGER NOT NULL,
  delivered_seq INTEGER NOT NULL,
  read_seq INTEGER NOT NULL,
  seen_seq INTEGER NOT NULL,
  waiting_since BIGINT,
  sort BIGINT NOT NULL,
  snoozed_until BIGINT,
  created_at BIGINT NOT NULL,
  closed_at BIGINT,
  CONSTRAINT pk_conversation PRIMARY KEY (id),
  CONSTRAINT ck_conversation_status CHECK (status IN ('open', 'pending', 'snoozed', 'closed')),
  CONSTRAINT ck_conversation_priority CHECK (priority IN ('low', 'normal', 'high', 'urgent'))
);

CREATE INDEX ix_conversation_assignee_id_status_last_at_id ON conversation (assignee_id, status, last_at, id);

CREATE INDEX ix_conversation_assignee_id_status_sort_id ON conversation (assignee_id, status, sort, id);

CREATE INDEX ix_conversation_customer_id_id ON conversation (customer_id, id);

CREATE INDEX ix_conversation_identity_id_id ON conversation (identity_id, id);

CREATE INDEX ix_conversation_inbox_id_status_last_at_id ON conversation (inbox_id, status, last_at, id);

CREATE INDEX ix_conversation_inbox_id_status_sort_id ON conversation (inbox_id, status, sort, id);

CREATE INDEX ix_conversation_unassigned_last ON conversation (inbox_id, status, last_at, id) WHERE assignee_id IS NULL;

CREATE INDEX ix_conversation_unassigned_sort ON conversation (inbox_id, status, sort, id) WHERE assignee_id IS NULL;

CREATE UNIQUE INDEX uq_conversation_live ON conversation (identity_id) WHERE live = 1 AND status <> 'closed';

CREATE TABLE cursor (
  name TEXT NOT NULL,
  position BIGINT NOT NULL,
  CONSTRAINT pk_cursor PRIMARY KEY (name)
);

CREATE TABLE customer (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  language TEXT,
  address TEXT,
  about TEXT,
  known INTEGER NOT NULL,
  blocked_at BIGINT,
  seq INTEGER NOT NULL,
  position BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_customer PRIMARY KEY (id)
);

CREATE TABLE draft (
  agent_id BIGINT NOT NULL,
  conversation_id BIGINT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  updated_at BIGINT NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (agent_id, conversation_id)
);

CREATE TABLE event (
  id BIGSERIAL NOT NULL,
  stream_kind TEXT NOT NULL,
  stream_id BIGINT NOT NULL,
  seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  actor TEXT NOT NULL,
  inbox_id BIGINT,
  public INTEGER NOT NULL,
  data TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_event PRIMARY KEY (id),
  CONSTRAINT uq_event_stream_kind_stream_id_seq UNIQUE (stream_kind, stream_id, seq)
);

CREATE TABLE file (
  id BIGSERIAL NOT NULL,
  blob TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  owner TEXT NOT NULL,
  inbox_id BIGINT,
  conversation_id BIGINT,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_file PRIMARY KEY (id),
  CONSTRAINT uq_file_blob UNIQUE (blob)
);

CREATE INDEX ix_file_unnamed ON file (created_at) WHERE conversation_id IS NULL;

CREATE TABLE inbox (
  id BIGSERIAL NOT NULL,
  channel TEXT NOT NULL,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  settings TEXT NOT NULL,
  secret BYTEA,
  seq INTEGER NOT NULL,
  removed_at BIGINT,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_inbox PRIMARY KEY (id),
  CONSTRAINT uq_inbox_key UNIQUE (key)
);

CREATE TABLE label (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  tint TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_label PRIMARY KEY (id),
  CONSTRAINT uq_label_name UNIQUE (name)
);

CREATE TABLE memory (
  inbox_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_memory PRIMARY KEY (inbox_id, name)
);

CREATE TABLE parked (
  cursor TEXT NOT NULL,
  event_id BIGINT NOT NULL,
  attempts INTEGER NOT NULL,
  reason TEXT NOT NULL,
  parked_at BIGINT NOT NULL,
  CONSTRAINT pk_parked PRIMARY KEY (cursor, event_id)
);

CREATE TABLE presence (
  agent_id BIGINT NOT NULL,
  process TEXT NOT NULL,
  active_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  CONSTRAINT pk_presence PRIMARY KEY (agent_id, process)
);

CREATE TABLE read_mark (
  agent_id BIGINT NOT NULL,
  conversation_id BIGINT NOT NULL,
  seq INTEGER NOT NULL,
  CONSTRAINT pk_read_mark PRIMARY KEY (agent_id, conversation_id)
);

CREATE TABLE receipt (
  inbox_id BIGINT NOT NULL,
  key TEXT NOT NULL,
  event_id BIGINT,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_receipt PRIMARY KEY (inbox_id, key)
);

CREATE TABLE tally (
  inbox_id BIGINT NOT NULL,
  status TEXT NOT NULL,
  assignee_id BIGINT NOT NULL,
  count INTEGER NOT NULL,
  CONSTRAINT pk_tally PRIMARY KEY (inbox_id, status, assignee_id)
);

CREATE TABLE team (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_team PRIMARY KEY (id),
  CONSTRAINT uq_team_name UNIQUE (name)
);

CREATE TABLE timer (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  subject_id BIGINT NOT NULL,
  due_at BIGINT NOT NULL,
  lease_owner TEXT,
  lease_until BIGINT,
  attempts INTEGER DEFAULT 0 NOT NULL,
  CONSTRAINT pk_timer PRIMARY KEY (id),
  CONSTRAINT uq_timer_name_subject_id UNIQUE (name, subject_id)
);

CREATE INDEX ix_timer_due_at ON timer (due_at);

CREATE TABLE content (
  event_id BIGINT NOT NULL,
  text TEXT NOT NULL,
  extra TEXT,
  CONSTRAINT pk_content PRIMARY KEY (event_id),
  CONSTRAINT fk_content_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);

CREATE TABLE conversation_label (
  conversation_id BIGINT NOT NULL,
  label_id BIGINT NOT NULL,
  CONSTRAINT pk_conversation_label PRIMARY KEY (conversation_id, label_id),
  CONSTRAINT fk_conversation_label_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id)
);

CREATE INDEX ix_conversation_label_label_id_conversation_id ON conversation_label (label_id, conversation_id);

CREATE TABLE identity (
  id BIGSERIAL NOT NULL,
  customer_id BIGINT NOT NULL,
  inbox_id BIGINT NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  verified_at BIGINT,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_identity PRIMARY KEY (id),
  CONSTRAINT uq_identity_channel_inbox_id_address UNIQUE (channel, inbox_id, address),
  CONSTRAINT fk_identity_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
);

CREATE INDEX ix_identity_customer_id ON identity (customer_id);

CREATE TABLE inbox_team (
  inbox_id BIGINT NOT NULL,
  team_id BIGINT NOT NULL,
  CONSTRAINT pk_inbox_team PRIMARY KEY (inbox_id, team_id),
  CONSTRAINT fk_inbox_team_inbox_id FOREIGN KEY(inbox_id) REFERENCES inbox (id) ON DELETE CASCADE,
  CONSTRAINT fk_inbox_team_team_id FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE
);

CREATE INDEX ix_inbox_team_team_id ON inbox_team (team_id);

CREATE TABLE link (
  id BIGSERIAL NOT NULL,
  token BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  agent_id BIGINT,
  data TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  CONSTRAINT pk_link PRIMARY KEY (id),
  CONSTRAINT ck_link_purpose CHECK (purpose IN ('setup', 'invitation', 'reset')),
  CONSTRAINT uq_link_token UNIQUE (token),
  CONSTRAINT fk_link_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);

CREATE TABLE outbox (
  id BIGSERIAL NOT NULL,
  event_id BIGINT NOT NULL,
  conversation_id BIGINT NOT NULL,
  inbox_id BIGINT NOT NULL,
  channel TEXT NOT NULL,
  reply_seq INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER DEFAULT 0 NOT NULL,
  due_at BIGINT NOT NULL,
  lease_owner TEXT,
  lease_until BIGINT,
  CONSTRAINT pk_outbox PRIMARY KEY (id),
  CONSTRAINT ck_outbox_state CHECK (state IN ('waiting', 'leased', 'sent', 'failed', 'unknown', 'recalled')),
  CONSTRAINT uq_outbox_event_id UNIQUE (event_id),
  CONSTRAINT fk_outbox_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);

CREATE INDEX ix_outbox_due ON outbox (due_at) WHERE state IN ('waiting', 'leased');

CREATE TABLE session (
  id BIGSERIAL NOT NULL,
  token BYTEA NOT NULL,
  agent_id BIGINT NOT NULL,
  device TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  CONSTRAINT pk_session PRIMARY KEY (id),
  CONSTRAINT uq_session_token UNIQUE (token),
  CONSTRAINT fk_session_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);

CREATE INDEX ix_session_agent_id ON session (agent_id);

CREATE TABLE team_member (
  team_id BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  CONSTRAINT pk_team_member PRIMARY KEY (team_id, agent_id),
  CONSTRAINT fk_team_member_team_id FOREIGN KEY(team_id) REFERENCES team (id) ON DELETE CASCADE,
  CONSTRAINT fk_team_member_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);

CREATE INDEX ix_team_member_agent_id ON team_member (agent_id);

CREATE TABLE token (
  id BIGSERIAL NOT NULL,
  token BYTEA NOT NULL,
  agent_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  used_at BIGINT,
  CONSTRAINT pk_token PRIMARY KEY (id),
  CONSTRAINT uq_token_token UNIQUE (token),
  CONSTRAINT fk_token_agent_id FOREIGN KEY(agent_id) REFERENCES agent (id)
);

CREATE TABLE search (
  event_id BIGINT NOT NULL,
  words TSVECTOR NOT NULL,
  CONSTRAINT pk_search PRIMARY KEY (event_id)
);

CREATE INDEX ix_search_words ON search USING gin (words) WITH (gin_pending_list_limit = 256);
