import fc from 'fast-check';
import type { Deal, Sent } from './drive.ts';

/** What stops time, lets it go on, or computes it anew; numbers choose among what there is. */
export type ClockAct =
  | { act: 'hold'; ms: number }
  | { act: 'resume' }
  | { act: 'pauseProcess' | 'resumeProcess'; freeze: string }
  | { act: 'pauseTask' | 'resumeTask' | 'railTask' | 'acknowledge' | 'takeBackNote'; nth: number }
  | { act: 'recalculate'; calendar: string };

const nth = fc.nat(5);
const hour = 3_600_000;

export const randomClockAct: fc.Arbitrary<ClockAct> = fc.oneof(
  fc
    .constantFrom(1, 20 * 60_000, 3 * hour, 100 * hour)
    .map((ms): ClockAct => ({ act: 'hold', ms })),
  fc.constant<ClockAct>({ act: 'resume' }),
  fc.record({
    act: fc.constantFrom('pauseProcess', 'resumeProcess', 'resumeProcess'),
    freeze: fc.constantFrom('f1', 'f2'),
  }) as fc.Arbitrary<ClockAct>,
  fc.record({
    act: fc.constantFrom('pauseTask', 'resumeTask', 'railTask', 'acknowledge', 'takeBackNote'),
    nth,
  }) as fc.Arbitrary<ClockAct>,
  fc.constantFrom('always', 'technical').map((calendar): ClockAct => ({
    act: 'recalculate',
    calendar,
  })),
);

const clockActs = new Set<string>([
  'hold',
  'resume',
  'pauseProcess',
  'resumeProcess',
  'pauseTask',
  'resumeTask',
  'railTask',
  'acknowledge',
  'takeBackNote',
  'recalculate',
]);

/** Whether an act is about time. */
export function isClockAct<A extends { act: string }>(act: A | ClockAct): act is ClockAct {
  return clockActs.has(act.act);
}

const none = { values: {}, isSet: {} };

/** The event that an act on time stands for now; undefined when there is none. */
export function clockEventOf(deal: Deal, act: ClockAct): Sent | undefined {
  switch (act.act) {
    case 'hold':
      return { kind: 'hold', until: deal.now + act.ms, reason: 'why' };
    case 'resume':
      return { kind: 'resume' };
    case 'pauseProcess':
    case 'resumeProcess':
      return { kind: act.act, freeze: act.freeze };
    case 'recalculate':
      return { kind: 'recalculate', calendar: act.calendar, revision: 2 };
    case 'acknowledge':
    case 'takeBackNote': {
      const clock = pick(deal.state.clocks, act.nth);
      return clock && { kind: act.act, clock: clock.id, cycle: clock.cycle };
    }
    case 'railTask':
      return railTask(deal, act.nth);
    case 'pauseTask':
    case 'resumeTask':
      return pauseOrResume(deal, act.act, act.nth);
  }
}

function pauseOrResume(deal: Deal, kind: 'pauseTask' | 'resumeTask', n: number): Sent | undefined {
  const open = Object.entries(deal.state.steps).filter(([, { status }]) => status === 'open');
  const id = pick(open, n)?.[0];
  if (id === undefined) return undefined;
  const task = deal.ref(id);
  if (kind === 'resumeTask') return { kind, task, note: null };
  return { kind, task, why: n % 2 === 0 ? 'customer' : 'internal', note: null };
}

/** Completes a task of a rail that runs. */
function railTask(deal: Deal, n: number): Sent | undefined {
  const open = Object.entries(deal.state.sides ?? {}).flatMap(([rail, { steps }]) =>
    Object.entries(steps).flatMap(([id, { status }]) => (status === 'open' ? [{ rail, id }] : [])),
  );
  const chosen = pick(open, n);
  if (!chosen) return undefined;
  const { rail, id } = chosen;
  const drawn = deal.definition.rails?.find((each) => each.id === rail);
  const outcome = drawn?.steps.find((step) => step.id === id)?.ports[0] ?? '';
  const task = deal.railRef(rail, id);
  return { kind: 'complete', task, outcome, submission: null, ...none };
}

function pick<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length];
}

/** Lets a frozen deal go on, whatever froze it. */
export function thaw(deal: Deal): void {
  for (const { id } of deal.state.freezes ?? []) {
    deal.send(id === 'hold' ? { kind: 'resume' } : { kind: 'resumeProcess', freeze: id });
  }
}
