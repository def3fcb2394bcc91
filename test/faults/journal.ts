import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ApiClient } from '../support/api-client.ts';

/** A command that a client wants done, the same at each attempt. */
export interface Command {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly body: object;
}

export interface Entry extends Command {
  readonly by: string;
  /** How often it was sent. */
  attempts: number;
  /** The answer that decided it: done, or refused. */
  answer?: Answer;
}

const PAUSE_MS = 150;

/** Statuses after which the same key is sent again: unknown, overtaxed, broken. */
const isUndecided = (status: number): boolean => status === 202 || status === 429 || status >= 500;

/** What clients sent and were told: held against the database at the end. */
export class Journal {
  readonly entries: Entry[] = [];
  /** Attempts that decided nothing, by what was seen. */
  readonly interruptions = new Map<string, number>();
  private readonly patience: AbortSignal;

  /** `patience` ends all that is still undecided. */
  constructor(patience: AbortSignal) {
    this.patience = patience;
  }

  /** Commands acknowledged with success. */
  get acknowledged(): Entry[] {
    return this.entries.filter(({ answer }) => answer !== undefined && answer.status < 300);
  }

  /** Sends a command, the same key again after every failure, until it is done or refused. */
  async decide(client: ApiClient, command: Command): Promise<Answer> {
    const entry: Entry = { ...command, by: client.email, attempts: 0 };
    this.entries.push(entry);
    for (;;) {
      this.patience.throwIfAborted();
      entry.attempts += 1;
      const answer = await this.attempt(client, command);
      if (answer && !isUndecided(answer.status)) {
        entry.answer = answer;
        return answer;
      }
      await pause(PAUSE_MS);
    }
  }

  /** A question, asked again until there is an answer. */
  async ask<T>(client: ApiClient, path: string): Promise<T> {
    for (;;) {
      this.patience.throwIfAborted();
      const answer = await client.request('GET', path).catch(() => undefined);
      if (answer?.status === 200) return answer.body as T;
      await pause(PAUSE_MS);
    }
  }

  private async attempt(client: ApiClient, command: Command): Promise<Answer | undefined> {
    try {
      const { method, path, body, key } = command;
      const answer = await client.request(method, path, { body, key });
      if (isUndecided(answer.status)) this.count(String(answer.status));
      return answer;
    } catch (error) {
      this.count(nameOf(error));
      return undefined;
    }
  }

  private count(what: string): void {
    this.interruptions.set(what, (this.interruptions.get(what) ?? 0) + 1);
  }
}

function nameOf(error: unknown): string {
  const { code, name } = ((error as Error).cause ?? error) as { code?: string; name?: string };
  return code ?? name ?? 'unknown';
}
