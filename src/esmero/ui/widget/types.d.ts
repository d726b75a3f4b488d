/** The words of docs/protocol.md, section 2, as types: read by the type checker and never sent to a browser. */

export interface Person {
  id: number;
  name: string;
}

export interface FileShown {
  id: number;
  name: string;
  type: string;
  size: number;
  url: string;
}

export interface TalkEvent {
  id: number;
  seq: number;
  type: string;
  at: number;
  conversation: number;
  by: { kind: 'agent' | 'customer' | 'desk'; id?: number; name?: string };
  client_id?: string | null;
  text?: string;
  files?: FileShown[];
  upto?: number;
  to?: Person | null;
}

export interface Way {
  kind: string;
  address?: string;
  cost?: string;
}

export interface Inbox {
  key: string;
  name: string;
  brand: string;
  greeting: Record<string, string>;
  address: 'formal' | 'familiar';
  languages: string[];
  accent?: string;
  open: boolean;
  until: number | null;
  back: number | null;
  zone: string;
  people: Person[];
  /** No desk sends it before waits are measured. */
  answers_within?: number;
  ways: Way[];
  files?: boolean;
}

export interface Limits {
  text: number;
  file: number;
  files: number;
  types?: string[];
  /** Endings of names. */
  never?: string[];
}

export interface Conversation {
  id: number;
  status: 'open' | 'pending' | 'snoozed' | 'closed';
  /** Only the page of one conversation is told. */
  subject?: string | null;
}

/** What this browser knows of the conversation. */
export interface Talk {
  /** Whose it is, as the desk names them. */
  visitor: string;
  events: TalkEvent[];
  conversation: Conversation | null;
  position: number;
  more: boolean;
  /** The last of the customer's messages that somebody of ours has read, by its seq. */
  seen: number;
  /** The last of our messages that the customer has read, by its seq. */
  read: number;
  /** The last of our messages that the desk knows to be here, by its seq. */
  delivered: number;
  answering: Person | null;
  typing: Person | null;
}

/** A message of the customer that the desk has not acknowledged yet. */
export interface Pending {
  id: string;
  text: string;
  files: FileShown[];
  at: number;
  /** It waits for the person's word. */
  held?: boolean;
  /** Its files are no longer there. */
  lost?: boolean;
  /** Why the desk did not take it: its code and its words. */
  why?: string;
  refused?: string;
}

export interface Unsent {
  id: string;
  at: number;
  frame: Record<string, any>;
  state: 'pending' | 'refused';
  refusal?: { code: string; title: string };
}

export interface Said {
  kind: 'message';
  key: string;
  mine: boolean;
  name: string;
  person: number;
  /** null: it was erased. */
  text: string | null;
  files: FileShown[];
  at: number;
  first: boolean;
  last: boolean;
  state: '' | 'kept' | 'held' | 'refused' | 'sent' | 'read';
  reason?: string;
  why?: string;
  lost?: boolean;
}

export type Line =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'unread'; key: string }
  | { kind: 'fact'; key: string; what: string; at: number; name: string }
  | Said;

export type Files = ReturnType<typeof import('./files.js').files>;

/** What the elements of a screen are given. */
export interface Room {
  model: ReturnType<typeof import('./visitor.js').visitor>;
  view: ReturnType<typeof import('./view.js').viewing>;
  files: Files;
  /** UTC milliseconds, anew each half minute. */
  now: number;
  /** To the shop's page. */
  tell: (what: string, values?: object) => void;
}

/** What the launcher (widget.js) hands to panel.js. A launcher may be older than the panel: change it only by adding. */
export interface Launcher {
  /** The script's data attributes. */
  set: Record<string, string | undefined>;
  /** Calls of the page that came before the panel did. */
  calls: [name: string, values: any[]][];
  host: HTMLElement;
  root: ShadowRoot;
  button: HTMLButtonElement;
  badge: HTMLElement;
  panel: HTMLElement;
  card: HTMLElement;
  /** The launcher's own address, from which the desk's others follow. */
  desk: string;
  make(tag: string, parent: Node): any;
  /** Calls `start` now and every half minute until `reached`; shows the other ways in when it takes long. */
  reach(): void;
  reached(): void;
  start(): void;
  shown?(open: boolean): void;
  call?(name: string, values: any[]): void;
}

declare global {
  interface Window {
    Esmero: any;
    /** Marks in the session's and the browser's storage of the shop's page. */
    esmero?: any;
  }
}
