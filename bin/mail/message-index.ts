import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const indexEntry = z.object({
  id: z.string().regex(/^\d+$/),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  receivedAt: z.iso.datetime(),
});

export type IndexEntry = z.infer<typeof indexEntry>;

export interface MessagePage {
  readonly items: readonly IndexEntry[];
  /** Pass as `before` for the page that follows; absent on the last one. */
  readonly next?: string;
}

/** So many messages are kept; the oldest give way. */
const KEPT = 20_000;

/** The messages of one folder: `<id>.eml` as they came, and a line for each in index.jsonl. */
export class MessageIndex {
  readonly #folder: string;
  readonly #entries: IndexEntry[];
  readonly #counts = new Map<string, number>();
  #log: number;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#entries = readEntries(this.#logFile()).slice(-KEPT);
    for (const entry of this.#entries) this.#count(entry.messageId);
    this.#log = this.#rewrite();
  }

  /** Keeps a message for good: when this returns, it is on the disk. */
  add(raw: Buffer, about: Omit<IndexEntry, 'id'>): IndexEntry {
    const entry = { id: String(Number(this.#entries.at(-1)?.id ?? 0) + 1), ...about };
    writeDurably(this.#rawFile(entry.id), raw);
    writeSync(this.#log, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#log);
    this.#entries.push(entry);
    this.#count(entry.messageId);
    if (this.#entries.length > KEPT) this.#dropOldest();
    return entry;
  }

  /** Newest first; `before` is the id of the last one seen; `to` one recipient's whole address. */
  page(query: {
    before?: string | undefined;
    limit: number;
    to?: string | undefined;
  }): MessagePage {
    const to = query.to?.toLowerCase();
    const older = (entry: IndexEntry) =>
      query.before === undefined || Number(entry.id) < Number(query.before);
    const matches = this.#entries.filter(
      (entry) => older(entry) && (to === undefined || entry.to.includes(to)),
    );
    const items = matches.slice(-query.limit).reverse();
    const last = items.at(-1);
    return matches.length > items.length && last ? { items, next: last.id } : { items };
  }

  find(id: string): { entry: IndexEntry; raw: Buffer } | undefined {
    const entry = this.#entries.find((candidate) => candidate.id === id);
    return entry && { entry, raw: readFileSync(this.#rawFile(id)) };
  }

  /** How many messages with this Message-ID have been accepted. Angle brackets may be left out. */
  countOf(messageId: string): number {
    return this.#counts.get(bare(messageId)) ?? 0;
  }

  close(): void {
    closeSync(this.#log);
  }

  #count(messageId: string): void {
    this.#counts.set(bare(messageId), this.countOf(messageId) + 1);
  }

  #dropOldest(): void {
    const oldest = this.#entries.shift();
    if (oldest) rmSync(this.#rawFile(oldest.id), { force: true });
  }

  /** A line torn by a crash, and lines of messages dropped long ago, do not come along. */
  #rewrite(): number {
    const draft = `${this.#logFile()}.new`;
    writeDurably(draft, this.#entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    renameSync(draft, this.#logFile());
    return openSync(this.#logFile(), 'a');
  }

  #logFile = (): string => join(this.#folder, 'index.jsonl');
  #rawFile = (id: string): string => join(this.#folder, `${id}.eml`);
}

function readEntries(file: string): IndexEntry[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').split('\n').flatMap(readEntry);
}

function readEntry(line: string): IndexEntry[] {
  try {
    return [indexEntry.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function writeDurably(file: string, content: string | Buffer): void {
  const handle = openSync(file, 'w', 0o600);
  writeFileSync(handle, content);
  fsyncSync(handle);
  closeSync(handle);
}

const bare = (messageId: string): string => messageId.trim().replace(/^<|>$/g, '');
