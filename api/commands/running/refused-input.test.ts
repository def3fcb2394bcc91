import { describe, expect, it } from 'vitest';
import type { PersonEvent } from '#core/run/contract/run-contract.ts';
import type { RefusalCode } from '#core/run/contract/reply.ts';
import { refusedInput } from './refused-input.ts';

const at = { stage: 'offer', step: 'price', visit: 2, round: 3 };
const by = { id: 'e1', by: 'sam' };
const fields = { values: {}, isSet: {} };

const complete: PersonEvent = {
  ...by,
  ...fields,
  kind: 'complete',
  task: at,
  outcome: 'maybe',
  submission: null,
};
const endWait: PersonEvent = { ...by, kind: 'endWait', wait: at, port: 'later', reason: 'r' };
const addItem: PersonEvent = { ...by, kind: 'addItem', each: at, item: 'roof' };
const move: PersonEvent = { ...by, kind: 'move', stage: 'offer', visit: 2, exit: 'next' };
const incident: PersonEvent = {
  ...by,
  kind: 'resolveIncident',
  incident: 'i1',
  choice: 'skip',
  reason: null,
};
const pause: PersonEvent = { ...by, kind: 'pauseTask', task: at, why: 'customer', note: null };
const decide: PersonEvent = {
  ...by,
  kind: 'decide',
  approval: at,
  decision: 'approved',
  submission: null,
};
const seen: PersonEvent = { ...by, kind: 'acknowledge', clock: 'stage:offer:2', cycle: 4 };
const arm: PersonEvent = { ...by, kind: 'arm', stage: 'offer', visit: 2 };

const cases: [PersonEvent, RefusalCode, string, unknown][] = [
  [complete, 'unknown-outcome', 'outcome', 'maybe'],
  [endWait, 'unknown-outcome', 'port', 'later'],
  [decide, 'unknown-outcome', 'decision', 'approved'],
  [pause, 'unknown-outcome', 'why', 'customer'],
  [incident, 'unknown-outcome', 'choice', 'skip'],
  [move, 'unknown-exit', 'exit', 'next'],
  [move, 'stale', 'visit', 2],
  [arm, 'stale', 'visit', 2],
  [seen, 'stale', 'cycle', 4],
  [endWait, 'stale', 'round', 3],
  [addItem, 'stale', 'round', 3],
  [complete, 'stale', 'taskId', undefined],
  [arm, 'unknown', 'stage', 'offer'],
  [incident, 'unknown', 'incident', 'i1'],
  [endWait, 'unknown', 'step', 'price'],
  [addItem, 'unknown', 'step', 'price'],
  [complete, 'unknown', 'taskId', undefined],
];

describe('a refusal by a run', () => {
  it.each(cases)('of %j as %s names %s', (event, code, path, value) => {
    const [error, ...more] = refusedInput(event, { ok: false, code, message: 'No.' }, 'offer');
    expect(error).toEqual({ path, message: 'No.', ...(value !== undefined && { value }) });
    expect(more).toEqual([]);
  });

  it('of a move names its stage, or from the right one the steps to do again', () => {
    const no = { ok: false, code: 'unknown', message: 'No.' } as const;
    expect(refusedInput(move, no, 'sign')).toMatchObject([{ path: 'stage', value: 'offer' }]);
    expect(refusedInput(move, no, 'offer')).toMatchObject([{ path: 'redo' }]);
  });

  it.each(['frozen', 'closed', 'not-open', 'own-request', 'started'] as const)(
    'as %s is about the deal, not about what was sent',
    (code) => {
      expect(refusedInput(complete, { ok: false, code, message: 'No.' }, 'offer')).toEqual([]);
    },
  );
});
