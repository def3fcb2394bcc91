import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import { taskKey } from '#core/run/state/keys.ts';
import { weekdays } from '#core/time/calendar.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, type World } from './worker-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(effectsDrawing());
  const week = Object.fromEntries(weekdays.map((day) => [day, [{ from: '08:00', to: '16:00' }]]));
  const office = { key: 'office', name: 'Office', zone: 'UTC', week };
  await world.database.calendar.create({ data: office });
});
afterAll(() => world?.close());

const evening = Date.parse('2026-11-24T18:00:00Z');
const task = at('survey');
const opened: Effect[] = [
  {
    key: 'clock',
    kind: 'startClock',
    clock: taskKey(task),
    cycle: 1,
    stage: task.stage,
    from: evening,
    after: { n: 4, unit: 'bh' },
    calendar: { calendar: 'office' },
    levels: [],
  },
  {
    key: 'open',
    kind: 'openTask',
    task,
    state: 'ready',
    assign: { kind: 'department', department: 'technical', by: 'roundRobin' },
    owner: null,
    mandatory: true,
  },
];

/** Who is given a task in the evening that is due on the next day at noon, and why. */
async function given() {
  const deal = await world.startDeal();
  const { answers } = await writer(world, deal)({ effects: opened, now: evening });
  return answers!.assignees![0]!;
}

async function isAway(personId: string, to: string): Promise<void> {
  const data = { personId, from: new Date('2026-11-24T22:00:00Z'), to: new Date(to) };
  await world.database.absence.create({ data });
}

it('who comes back when a task is due already is passed over, and who comes back before is not', async () => {
  const { tina, tom } = world.people;
  await isAway(tina, '2026-11-25T12:00:00Z');
  await isAway(tom, '2026-11-25T10:00:00Z');
  expect([(await given()).person, (await given()).person]).toEqual([tom, tom]);
  await isAway(tom, '2026-11-26T00:00:00Z');
  const why = { strategy: 'roundRobin', pool: 2, eligible: 0, nobody: 'no-time-before-due' };
  expect(await given()).toMatchObject({ person: null, why });
});
