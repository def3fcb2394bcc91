import fc from 'fast-check';
import type { Value } from '../../condition/condition.ts';
import type { Deal, Sent } from './drive.ts';
import { clockEventOf, isClockAct, randomClockAct, type ClockAct } from './random-clock-acts.ts';
import { eventNames } from './random-steps.ts';
import { allOf, asideOf, choose, partsOf, stepsIn, waitsIn } from './steps-in.ts';

/** One thing that happens to a deal; numbers choose among what there is when it happens. */
export type Act =
  | { act: 'complete'; nth: number; values: Record<string, string | number | boolean> }
  | { act: 'arm' }
  | { act: 'lateMail'; nth: number }
  | { act: 'waive' | 'request' | 'notNeeded' | 'mail' | 'fail'; nth: number }
  | { act: 'endWait' | 'resolve' | 'move'; nth: number; pick: number }
  | { act: 'decide'; nth: number; pick: number; by: string }
  | { act: 'item' | 'addItem' | 'process' | 'webhook' | 'aside'; nth: number; pick: number }
  | { act: 'external'; name: string }
  | { act: 'set'; field: string; value: Value | null }
  | { act: 'owner'; owner: string }
  | { act: 'pass'; ms: number }
  | { act: 'toAlarm' }
  | { act: 'tick' }
  | ClockAct
  | { act: 'garbage'; stage: string; step: string; visit: number; round: number; kind: number };

const nth = fc.nat(5);
const pick = fc.nat(11);
const minute = 60_000;

export const randomAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      act: fc.constant('complete' as const),
      nth,
      values: fc.constantFrom<Record<string, string | number | boolean>>(
        {},
        {},
        { f: true },
        { g: 1, t: 'a' },
        { f: false, g: 2 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('lateMail' as const), nth }) },
  { weight: 1, arbitrary: fc.constant<Act>({ act: 'arm' }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constantFrom('waive', 'request', 'notNeeded', 'mail', 'mail', 'fail'),
      nth,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constantFrom('endWait', 'resolve', 'move'), nth, pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('external' as const),
      name: fc.constantFrom(...eventNames, 'deadline', '__proto__'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Act>(
      { act: 'set', field: 'f', value: true },
      { act: 'set', field: 'f', value: false },
      { act: 'set', field: 'g', value: 1 },
      { act: 'set', field: 'g', value: 2 },
      { act: 'set', field: 't', value: 'a' },
      { act: 'set', field: 't', value: null },
      { act: 'set', field: 'd', value: '2026-09-08' },
      { act: 'set', field: 'd', value: '2026-09-30' },
      { act: 'set', field: 'd', value: null },
      { act: 'set', field: 'list', value: ['x', 'y', 'z'] },
      { act: 'set', field: 'list', value: [] },
      { act: 'owner', owner: 'otto' },
      { act: 'owner', owner: 'pia' },
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Act>(
      { act: 'toAlarm' },
      { act: 'toAlarm' },
      { act: 'tick' },
      { act: 'pass', ms: 1 },
      { act: 'pass', ms: 7 * minute },
      { act: 'pass', ms: 500 * minute },
      { act: 'pass', ms: 9_000 * minute },
    ),
  },
  { weight: 6, arbitrary: randomClockAct },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('decide' as const),
      nth,
      pick,
      by: fc.constantFrom('lena', 'leo', 'lisa', 'anna'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom('item', 'item', 'addItem', 'process', 'webhook', 'aside'),
      nth,
      pick,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('garbage' as const),
      stage: fc.constantFrom('stage0', 'stage1', 'nowhere', 'constructor', '__proto__'),
      step: fc.constantFrom('s0', 's1', 'nothing', 'toString', '__proto__'),
      visit: fc.integer({ min: -1, max: 2 }),
      round: fc.integer({ min: 0, max: 2 }),
      kind: fc.nat(9),
    }),
  },
);

export const randomStart = fc.record({
  f: fc.option(fc.boolean(), { freq: 5 }),
  g: fc.option(fc.nat(2), { freq: 5 }),
  t: fc.option(fc.constantFrom('a', 'b'), { freq: 5 }),
  d: fc.option(fc.constantFrom('2026-09-01', '2026-09-09', '2026-12-01')),
  list: fc.option(fc.subarray(['x', 'y', 'z']), { freq: 5 }),
  owned: fc.constantFrom(true, true, true, false),
});

/** Starts a deal with random fields, with or without an owner. */
export function startWith(
  deal: Deal,
  { owned, ...fields }: typeof randomStart extends fc.Arbitrary<infer T> ? T : never,
): Deal {
  const given = Object.entries(fields).filter((entry) => entry[1] !== null);
  const values = Object.fromEntries(given) as Record<string, Value>;
  return deal.start(values, owned ? 'olga' : null);
}

/** The event that an act stands for in the deal's present state; undefined when there is none. */
export function eventOf(deal: Deal, act: Act): Sent | undefined {
  if (isClockAct(act)) return clockEventOf(deal, act);
  const on = <T>(id: T | undefined, event: (id: T) => Sent) =>
    id === undefined ? undefined : event(id);
  const stage = deal.definition.stages.find((each) => each.id === deal.state.stage);
  const portsOf = (id: string) => stage?.steps.find((each) => each.id === id)?.ports ?? [];
  switch (act.act) {
    case 'complete':
      return on(choose(stepsIn(deal, 'task', 'open'), act.nth), (id) => ({
        kind: 'complete',
        task: deal.ref(id),
        outcome: choose(portsOf(id), act.nth) ?? '',
        submission: `form:${deal.folds.length}`,
        values: act.values,
        isSet: act.nth % 2 === 0 ? {} : { p: true },
      }));
    case 'arm':
      return { kind: 'arm', stage: deal.state.stage, visit: deal.ref('').visit };
    case 'lateMail':
      return on(choose(allOf(stage?.steps, 'email'), act.nth), (id) => {
        const { round, ...mail } = deal.ref(id);
        return { kind: 'mailResult', mail: { ...mail, round: round - 1 }, result: 'sent' };
      });
    case 'waive':
      return on(choose(stepsIn(deal, 'task', 'open'), act.nth), (id) => ({
        kind: 'waive',
        task: deal.ref(id),
        reason: 'why',
      }));
    case 'request':
    case 'notNeeded':
      return on(choose(stepsIn(deal, 'task', 'offered'), act.nth), (id) => ({
        kind: act.act as 'request',
        task: deal.ref(id),
      }));
    case 'mail':
      return on(choose(stepsIn(deal, 'email', 'running'), act.nth), (id) => ({
        kind: 'mailResult',
        mail: deal.ref(id),
        result: act.nth % 3 === 0 ? 'notSent' : 'sent',
      }));
    case 'fail':
      return on(choose(stage?.steps.map((step) => step.id) ?? [], act.nth), (step) => {
        const failures = [{ effect: 'lost', stage: deal.state.stage, step, code: 'failed' }];
        return { kind: 'answers', answers: { clocks: [], timers: [], failures } };
      });
    case 'endWait':
      return on(choose(waitsIn(deal), act.nth), (id) => ({
        kind: 'endWait',
        wait: deal.ref(id),
        port: choose(portsOf(id), act.pick) ?? '',
        reason: 'why',
      }));
    case 'resolve':
      return on(choose(deal.state.incidents, act.nth)?.id, (incident) => ({
        kind: 'resolveIncident',
        incident,
        choice: choose(['retry', 'skip', 'oneMore', 'retry', 'skip', 'lost'], act.pick)!,
        reason: null,
      }));
    case 'move':
      return on(choose([...(stage?.exits ?? []), { id: 'out' }], act.nth)?.id, (id) => ({
        kind: 'move',
        stage: deal.state.stage,
        visit: deal.ref('').visit,
        exit: id,
        ...(act.pick % 2 === 0 ? { reasons: ['quality', 'price'] } : {}),
        ...(act.pick % 3 === 0 ? { override: { reason: 'why' } } : {}),
        ...(act.pick % 4 === 0 ? { redo: [`s${act.nth}`] } : {}),
      }));
    case 'decide':
      return on(choose(partsOf(deal, 'approval'), act.nth), ({ ref, open }) => ({
        kind: 'decide',
        approval: { ...ref, item: choose(open, act.pick) ?? '' },
        decision: act.pick % 4 === 0 ? 'rejected' : 'approved',
        submission: act.nth === 0 ? 'word' : null,
        by: act.by,
      }));
    case 'item':
      return on(choose(partsOf(deal, 'each'), act.nth), ({ ref, open }) => {
        const task = { ...ref, item: choose(open, act.pick) ?? '' };
        if (act.pick === 7) return { kind: 'waive', task, reason: 'why' };
        const outcome = act.pick % 3 === 0 ? 'no' : 'yes';
        return { kind: 'complete', task, outcome, submission: null, values: {}, isSet: {} };
      });
    case 'addItem':
      return on(choose(partsOf(deal, 'each'), act.nth), ({ ref }) => ({
        kind: 'addItem',
        each: ref,
        item: `more${act.pick % 4}`,
      }));
    case 'webhook':
      return on(choose(stepsIn(deal, 'webhook', 'running'), act.nth), (id) => ({
        kind: 'webhookResult',
        webhook: deal.ref(id),
        result: act.pick % 3 === 0 ? 'failed' : 'delivered',
      }));
    case 'process':
      return on(choose(stepsIn(deal, 'process', 'running', 'ended'), act.nth), (id) => {
        const step = deal.ref(id);
        if (act.pick % 3 === 0) return { kind: 'processStarted', step, deal: 'other' };
        const outcome = act.pick % 2 === 0 ? 'won' : 'lost';
        const none = { values: {}, isSet: {} };
        return { kind: 'processEnded', step, deal: 'other', outcome, ...none };
      });
    case 'aside':
      return on(choose(asideOf(deal), act.nth), (task) => {
        if (act.pick === 0) return { kind: 'waive', task, reason: 'why' };
        const none = { submission: null, values: {}, isSet: {} };
        return { kind: 'complete', task, outcome: act.pick % 2 === 0 ? 'done' : 'yes', ...none };
      });
    case 'external':
      return { kind: 'external', name: act.name };
    case 'set': {
      const values = { [act.field]: act.value };
      return { kind: 'setFields', submission: `set:${deal.folds.length}`, values, isSet: {} };
    }
    case 'owner':
      return { kind: 'setOwner', owner: act.owner };
    case 'garbage':
      return garbage(act);
    case 'tick':
    case 'pass':
    case 'toAlarm':
      return { kind: 'tick' };
  }
}

function garbage({ stage, step, visit, round, kind }: Extract<Act, { act: 'garbage' }>): Sent {
  const ref = { stage, step, visit, round };
  const none = { values: {}, isSet: {} };
  const events: Sent[] = [
    { kind: 'complete', task: ref, outcome: 'maybe', submission: null, ...none },
    { kind: 'endWait', wait: ref, port: step, reason: '' },
    { kind: 'move', stage, visit, exit: step },
    { kind: 'resolveIncident', incident: step, choice: 'skip', reason: null },
    { kind: 'mailResult', mail: ref, result: 'sent' },
    { kind: 'start', owner: null, ...none },
    { kind: 'notNeeded', task: ref },
    { kind: 'decide', approval: { ...ref, item: step }, decision: 'approved', submission: null },
    { kind: 'addItem', each: ref, item: step },
    { kind: 'processEnded', step: ref, deal: 'd', outcome: 'won', ...none },
  ];
  return events[kind]!;
}

/** Lets an act happen. */
export function perform(deal: Deal, act: Act): void {
  if (act.act === 'pass') deal.now += act.ms;
  if (act.act === 'toAlarm') deal.now = deal.wakeAt ?? deal.now;
  const event = eventOf(deal, act);
  if (event) deal.send(event);
}
