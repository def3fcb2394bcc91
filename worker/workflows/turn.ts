import { log } from '@temporalio/workflow';
import type { RunEvent } from '#core/run/contract/event.ts';
import type { HaltCode } from '#core/run/contract/run-contract.ts';
import { refusedOf } from '#core/run/contract/reply.ts';
import { stepAll, type Folded } from '#core/run/step.ts';
import type { Batch, Written } from '#worker/activities/batch/batch.ts';
import { alarmAt } from './alarm-delay.ts';
import { effectsHash } from './effects-hash.ts';
import type { Run } from './run.ts';
import { haltCodeOf, write } from './write.ts';

/** So many messages go into one batch. */
const MOST = 50;

interface Turn {
  events: RunEvent[];
  now: number;
  folded: Folded;
}

/**
 * One turn of the loop: folds what waits, writes it, adopts what PostgreSQL has instead, and answers.
 * Returns a code when the run cannot go on without an operator; then nothing has been changed.
 */
export async function takeTurn(run: Run): Promise<HaltCode | undefined> {
  if (run.alarm.take()) run.inbox.put({ id: `tick:${run.seq}`, kind: 'tick' });
  if (run.inbox.size === 0) return undefined;
  const mine = foldNext(run, Date.now());
  if (!mine) return 'reducer-failed';
  if (!isEmpty(mine)) return commit(run, mine);
  accept(run, mine, mine.events.length);
  return undefined;
}

/** Folds the next events; when that fails, the first alone, so that good ones are not held up. */
function foldNext(run: Run, now: number): Turn | undefined {
  for (const count of [MOST, 1]) {
    const events = run.inbox.peek(count);
    const folded = tryFold(run, events, now);
    if (folded) return { events: events.slice(0, folded.used), now, folded };
  }
  return undefined;
}

function tryFold(run: Run, events: RunEvent[], now: number): Folded | undefined {
  try {
    return stepAll(run.input.definition, run.state, events, now);
  } catch (error) {
    const kinds = events.map(({ kind }) => kind).join(', ');
    log.error('the reducer failed', { kinds, seq: run.seq, error });
    return undefined;
  }
}

/**
 * Nothing happened in the world, and nobody from outside said anything: a tick too early, or answers
 * that set no more than dues. A refused act or a signal that moves nothing is written all the same:
 * it may only look so to a run that lost a workflow task, and PostgreSQL may be ahead of it.
 */
function isEmpty({ events, folded }: Turn): boolean {
  const own = events.every(({ kind }) => kind === 'tick' || kind === 'answers');
  return own && folded.effects.length === 0 && folded.facts.length === 0;
}

async function commit(run: Run, mine: Turn): Promise<HaltCode | undefined> {
  const batch = batchOf(run, mine);
  let written: Written;
  try {
    written = await write(batch);
  } catch (error) {
    const code = haltCodeOf(error);
    if (code) return code;
    throw error;
  }
  if (written.freeze !== undefined) {
    run.inbox.startAnew(written.freeze);
    return undefined;
  }
  if (written.overtaken) {
    run.inbox.markOvertaken(written.overtaken);
    return undefined;
  }
  const turn = written.stored ? adopt(run, written.stored) : atWritten(run, mine, written.now);
  if (!turn) return 'foreign-batch';
  run.seq = batch.seq;
  accept(run, turn, mine.events.length);
  if (written.answers) {
    run.inbox.putFirst({ id: `answers:${run.seq}`, kind: 'answers', answers: written.answers });
  }
  return undefined;
}

/** What an earlier attempt stored wins, if it folds to the effects that were applied then. */
function adopt(run: Run, stored: NonNullable<Written['stored']>): Turn | undefined {
  const folded = tryFold(run, stored.events, stored.now);
  if (folded?.used !== stored.events.length) return undefined;
  if (effectsHash(folded.effects) !== stored.effectsHash) return undefined;
  return { events: stored.events, now: stored.now, folded };
}

/**
 * A local activity that outlasts its workflow task has the task prolonged by another; a replay takes
 * both for one, and its clock stands at the second. What was written counts, so it is folded again.
 */
function atWritten(run: Run, mine: Turn, now: number): Turn | undefined {
  return now === mine.now ? mine : foldNext(run, now);
}

function accept(run: Run, { events, folded }: Turn, taken: number): void {
  run.state = folded.state;
  run.inbox.settle(taken, events, folded.replies);
  run.alarm.arm(alarmAt(run.input, run.state, folded.wakeAt));
}

function batchOf(run: Run, { events, now, folded }: Turn): Batch {
  const { input } = run;
  return {
    run: run.chain,
    seq: run.seq + 1,
    dealId: input.dealId,
    runNo: input.runNo,
    engine: input.definition.engine,
    checksum: input.definition.checksum,
    events,
    refused: refusedOf(events, folded.replies),
    now,
    facts: folded.facts,
    effects: folded.effects,
    effectsHash: effectsHash(folded.effects),
    state: folded.state,
  };
}
