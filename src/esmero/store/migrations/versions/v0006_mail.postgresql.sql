ALTER TABLE conversation ADD COLUMN junk INTEGER DEFAULT 0 NOT NULL;

CREATE INDEX ix_conversation_junk ON conversation (inbox_id, last_at, id) WHERE junk = 1;

ALTER TABLE agent ADD COLUMN signature TEXT DEFAULT '' NOT NULL;

ALTER TABLE identity ADD COLUMN trouble TEXT CONSTRAINT ck_identity_trouble CHECK (trouble IN ('permanent', 'temporary'));

CREATE TABLE reference (
  channel TEXT NOT NULL,
  name TEXT NOT NULL,
  conversation_id BIGINT NOT NULL,
  event_id BIGINT NOT NULL,
  CONSTRAINT pk_reference PRIMARY KEY (channel, name)
);

CREATE TABLE source (
  id BIGSERIAL NOT NULL,
  inbox_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  way TEXT NOT NULL,
  size BIGINT NOT NULL,
  sealed BYTEA,
  blob TEXT,
  event_id BIGINT,
  state TEXT NOT NULL,
  reason TEXT,
  attempts INTEGER DEFAULT 0 NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_source PRIMARY KEY (id),
  CONSTRAINT ck_source_state CHECK (state IN ('kept', 'held', 'put_away')),
  CONSTRAINT uq_source_name UNIQUE (name)
);

CREATE INDEX ix_source_event_id ON source (event_id);

CREATE INDEX ix_source_held ON source (inbox_id, id) WHERE state = 'held';

CREATE TABLE markup (
  event_id BIGINT NOT NULL,
  html TEXT NOT NULL,
  CONSTRAINT pk_markup PRIMARY KEY (event_id),
  CONSTRAINT fk_markup_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);

CREATE TABLE participant (
  conversation_id BIGINT NOT NULL,
  identity_id BIGINT NOT NULL,
  customer_id BIGINT NOT NULL,
  CONSTRAINT pk_participant PRIMARY KEY (conversation_id, identity_id),
  CONSTRAINT fk_participant_conversation_id FOREIGN KEY(conversation_id) REFERENCES conversation (id)
);

CREATE INDEX ix_participant_identity_id ON participant (identity_id);

ALTER TABLE conversation ADD COLUMN reach_channel TEXT DEFAULT '' NOT NULL;

ALTER TABLE conversation ADD COLUMN reach_identity_id BIGINT DEFAULT 0 NOT NULL;

ALTER TABLE conversation ADD COLUMN reach_inbox_id BIGINT;

ALTER TABLE conversation ADD COLUMN mailed_seq INTEGER DEFAULT 0 NOT NULL;

UPDATE conversation SET reach_channel = channel, reach_identity_id = identity_id;

ALTER TABLE conversation ADD COLUMN aside_seq INTEGER DEFAULT 0 NOT NULL;

CREATE TABLE desk_setting (
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  secret BYTEA,
  CONSTRAINT pk_desk_setting PRIMARY KEY (name)
);

CREATE TABLE matter (
  key TEXT NOT NULL,
  since BIGINT NOT NULL,
  told_at BIGINT,
  ended_at BIGINT,
  CONSTRAINT pk_matter PRIMARY KEY (key)
);

CREATE TABLE own_mail (
  id BIGSERIAL NOT NULL,
  key TEXT NOT NULL,
  purpose TEXT NOT NULL,
  recipient TEXT NOT NULL,
  sealed BYTEA,
  state TEXT NOT NULL,
  code TEXT DEFAULT '' NOT NULL,
  said TEXT DEFAULT '' NOT NULL,
  attempts INTEGER DEFAULT 0 NOT NULL,
  due_at BIGINT NOT NULL,
  expires_at BIGINT,
  lease_owner TEXT,
  lease_until BIGINT,
  created_at BIGINT NOT NULL,
  ended_at BIGINT,
  CONSTRAINT pk_own_mail PRIMARY KEY (id),
  CONSTRAINT ck_own_mail_state CHECK (state IN ('waiting', 'leased', 'sent', 'failed', 'unknown')),
  CONSTRAINT uq_own_mail_key UNIQUE (key)
);

CREATE INDEX ix_own_mail_due ON own_mail (due_at) WHERE state IN ('waiting', 'leased');

CREATE INDEX ix_own_mail_recipient ON own_mail (recipient);

CREATE TABLE pictures_shown (
  what TEXT NOT NULL,
  number BIGINT NOT NULL,
  agent_id BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_pictures_shown PRIMARY KEY (what, number),
  CONSTRAINT ck_pictures_shown_what CHECK (what IN ('message', 'customer'))
);

CREATE TABLE sender (
  id BIGSERIAL NOT NULL,
  name TEXT NOT NULL,
  inbox_id BIGINT NOT NULL,
  verdict TEXT NOT NULL,
  made_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  CONSTRAINT pk_sender PRIMARY KEY (id),
  CONSTRAINT ck_sender_verdict CHECK (verdict IN ('allow', 'block'))
);

CREATE UNIQUE INDEX ix_sender_name_inbox_id ON sender (name, inbox_id);

DROP TABLE search;

CREATE TABLE search (
  place BIGINT NOT NULL,
  words TSVECTOR NOT NULL,
  CONSTRAINT pk_search PRIMARY KEY (place)
);

CREATE INDEX ix_search_words ON search USING gin (words) WITH (gin_pending_list_limit = 256);

INSERT INTO cursor (name, position) SELECT 'search.refill', position FROM cursor WHERE name = 'search';
