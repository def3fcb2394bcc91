import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import proto, { type temporal } from '@temporalio/proto';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import type { Answers, RunEvent } from '#core/run/contract/event.ts';

const { History } = proto.temporal.api.history.v1;
const root = fileURLToPath(new URL('./histories', import.meta.url));

/** Histories and batches of one released engine. */
export const corpusFolder = (engine: number): string => join(root, String(engine));

export interface RecordedHistory {
  workflowId: string;
  history: temporal.api.history.v1.IHistory;
}

/** What a deal wrote, batch by batch, with the definition it ran. */
export interface RecordedRun {
  name: string;
  definition: ProcessDefinition;
  batches: {
    seq: number;
    now: number;
    events: RunEvent[];
    effectsHash: string;
    answers: Answers | null;
  }[];
}

export function recordedHistories(): RecordedHistory[] {
  return filesOf('.bin').map((file) => ({
    workflowId: file,
    history: History.decode(readFileSync(join(root, file))),
  }));
}

export function recordedRuns(): RecordedRun[] {
  return filesOf('.json').map((file) => ({
    name: file,
    ...(JSON.parse(readFileSync(join(root, file), 'utf8')) as Omit<RecordedRun, 'name'>),
  }));
}

function filesOf(ending: string): string[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith(ending)).toSorted();
}
