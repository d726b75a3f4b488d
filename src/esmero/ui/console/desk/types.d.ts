/** The words of docs/protocol.md, sections 3 and 5, as types: read by the type checker and never sent to a browser. */

export type Status = 'open' | 'pending' | 'snoozed' | 'closed';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Kind = 'reply' | 'note';
/** `junk` and `held` are folders of their own, whoever has what lies in them. */
export type Whose = 'mine' | 'unassigned' | 'all' | 'junk' | 'held' | 'found';
export type Sort = 'waiting' | 'newest';

export interface Person {
  id: number;
  name: string;
  language: string | null;
  known: boolean;
  blocked: boolean;
}

/** One line of a list. `read` is my own mark; live frames leave it out. */
export interface Summary {
  id: number;
  inbox: number;
  channel: string;
  /** By which channel an answer reaches the customer now. */
  reach: string;
  status: Status;
  /** Nobody asked for it: it is in no list but its own. Missing in the answer of a desk of the release before. */
  junk?: boolean;
  subject: string | null;
  priority: Priority;
  customer: Person;
  assignee: number | null;
  team: number | null;
  labels: number[];
  position: number;
  seq: number;
  last: { seq: number; at: number; by: string; text: string; files: number; note: boolean };
  customer_seq: number;
  /** Of the newest that agents are to read beside the customer's messages. Missing in the answer of the release before. */
  aside_seq?: number;
  delivered_seq: number;
  read_seq: number;
  read?: number;
  waiting_since: number | null;
  order: number;
  snoozed_until: number | null;
  created_at: number;
  closed_at: number | null;
}

export interface FileShown {
  id: number;
  name: string;
  type: string;
  size: number;
  url: string;
}

export interface Actor {
  kind: 'customer' | 'agent' | 'program' | 'desk';
  id: number;
}

/** An event as an agent sees it. Without `text` it says nothing, or what it said was erased. */
export interface DeskEvent {
  id: number;
  stream: string;
  of: number;
  seq: number;
  type: string;
  at: number;
  inbox: number | null;
  by: Actor;
  public: boolean;
  data: Record<string, any>;
  text?: string;
  files?: FileShown[];
  fields?: Record<string, string>;
  /** Of a mail, as far as there is any. */
  subject?: string;
  quoted?: string;
  to?: Recipient[];
  cc?: Recipient[];
  bcc?: Recipient[];
  formatted?: boolean;
}

/** An address and the name that goes with it, if one is known. */
export type Recipient = [address: string, name: string];

/** What went wrong with a message; a later release may know other codes. */
export interface Trouble {
  code: string;
  /** By RFC 3463, such as 5.2.2. */
  status: string;
  /** The other server's own words. */
  said: string;
  /** Whom it is about, where that is not all of them. */
  address: string;
  /** Others were not refused, and got nothing either. */
  forAll: boolean;
}

/** An address that our mail did not reach. */
export interface Returned {
  address: string;
  permanent: boolean;
  trouble: Trouble;
}

export type TurnAct = 'again' | 'edit' | 'discard' | 'recall' | 'forward' | 'answer' | 'resend' | 'rewrite';

/** What a mail has beside its writer's own words. */
export interface Letter {
  quoted: string;
  to: Recipient[];
  cc: Recipient[];
  bcc: Recipient[];
  formatted: boolean;
  subject: string;
  /** Which machine wrote it; '' for a person. */
  machine: string;
  source: number | null;
  returned: Returned[];
}

/** Somebody who takes part besides the customer. */
export interface Taking {
  customer: number;
  address: string;
  name: string;
}

/** What came and could not be understood. */
export interface Held {
  id: number;
  inbox: number;
  way: string;
  size: number;
  reason: string;
  attempts: number;
  at: number;
}

/** Who gets a reply, where it is not whom the desk would take: only what was changed is named. */
export interface Recipients {
  to?: { address: string; name: string }[];
  cc?: { address: string; name: string }[];
  bcc?: { address: string; name: string }[];
  /** The address of ours that it leaves from. */
  sender?: string;
}

export interface Identity {
  id: number;
  channel: string;
  inbox: number | null;
  address: string;
  verified: boolean;
  created_at: number;
}

export interface Customer {
  id: number;
  name: string;
  email: string | null;
  phone: string | null;
  language: string | null;
  address: 'formal' | 'familiar' | null;
  about: string | null;
  known: boolean;
  blocked: boolean;
  identities: Identity[];
  created_at: number;
}

export interface Draft {
  kind: Kind;
  text: string;
  updated_at: number;
}

export interface Viewer {
  id: number;
  typing: boolean;
}

/** What `GET /conversations/{id}` answers. */
export interface Opened {
  conversation: Summary;
  customer: Customer | null;
  /** Missing in the answer of a desk of the release before. */
  participants?: Taking[];
  events: DeskEvent[];
  more: boolean;
  drafts: Draft[];
  viewing: Viewer[];
}

/** What a list shows, as its address says it. */
export interface View {
  list: Whose;
  status: Status;
  sort: Sort;
  inbox: number | null;
  label: number | null;
  /** What was typed, of a search. */
  typed?: string;
}

/** A conversation's events as far as this browser has them: without gaps, from some seq to the newest. */
export interface Thread {
  id: number;
  events: DeskEvent[];
  more: boolean;
  /** True when an event arrived that does not follow the last one: what lies between must be asked for. */
  gap: boolean;
}

/** A reply or note that the desk has not acknowledged yet. */
export interface Pending {
  id: string;
  kind: Kind;
  text: string;
  files: FileShown[];
  at: number;
  state: 'sending' | 'kept' | 'refused';
  reason?: string;
}

export type Mark = '' | 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown' | 'recalled' | 'replaced' | 'bounced' | 'delayed' | Pending['state'];

export interface Turn {
  kind: 'turn';
  key: string;
  side: 'them' | 'us' | 'note';
  by: Actor;
  at: number;
  seq: number;
  event: number;
  text: string | null;
  files: FileShown[];
  /** The first of a run by the same person shows face, name and time; the last one its mark. */
  first: boolean;
  last: boolean;
  mark: Mark;
  /** Why the desk did not take it. */
  reason: string;
  trouble: Trouble | null;
  /** When it is tried again; 0 if it is not. */
  until: number;
  letter: Letter | null;
  /** What was forwarded, or came back to that: with whom. */
  passed: { kind: 'queued' | 'answered'; names: string[]; answers: boolean; address: string } | null;
}

export type Line =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'facts'; key: string; events: DeskEvent[] }
  | Turn;

export interface Me {
  id: number;
  name: string;
  email: string;
  role: string;
  language: string;
  theme: 'system' | 'light' | 'dark';
  availability: 'available' | 'away';
  signature: string;
  notify: { messages: 'all' | 'mine' | 'none'; sound: boolean; desktop: boolean };
  permissions: string[];
  inboxes: number[];
  teams: number[];
}

export interface Agent {
  id: number;
  name: string;
  disabled: boolean;
  role: string;
}

export interface Team {
  id: number;
  name: string;
  members: number[];
  inboxes: number[];
}

export interface InboxName {
  id: number;
  channel: string;
  name: string;
  removed: boolean;
  /** Missing in the answer of a desk of the release before, as the next two. Whether an agent can write first. */
  begins?: boolean;
  /** Whether its messages say whom they go to, and can be forwarded. */
  recipients?: boolean;
  /** The addresses that it sends from, its own first. */
  senders?: string[];
}

/** A mail that is no reply: a first one, one that passes something on, or an answer to who answered that. */
export type Mailing =
  | { kind: 'begin'; inbox: number | null; to: string; customer: number | null }
  | { kind: 'forward'; inbox: number | null; conversation: number; event: number | null; subject: string; files: FileShown[] }
  | { kind: 'answer'; inbox: number | null; conversation: number; event: number; to: string; name: string; subject: string };

export interface Label {
  id: number;
  name: string;
  tint: string;
}

export interface Counts {
  mine: number;
  unassigned: number;
  all: number;
  inboxes: Record<string, number>;
  statuses: Record<string, number>;
}

/** What may be sent: characters in a note, in a reply by kind of channel, bytes in a file, files in a message. */
export interface Limits {
  text: number;
  /** Missing in the answer of a desk of the release before. */
  replies?: Record<string, number>;
  file: number;
  files: number;
}
