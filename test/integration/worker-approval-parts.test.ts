import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import { taskKey } from '#core/run/state/keys.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, type World } from './worker-world.ts';

const boss = { id: 'boss', to: { kind: 'role', role: 'manager' } };
const approval = (id: string) => ({ id, kind: 'approval', name: id, approvers: [boss] });
/** Ids that a pattern of SQL takes for the same. */
const alike = ['ok_a', 'okxa'] as const;

let world: World;
beforeAll(async () => {
  const drawn = effectsDrawing();
  const [stage] = drawn.stages;
  const told = stage!.steps.filter(({ kind }) => kind === 'notify');
  const steps = [...alike.map(approval), ...told];
  const links = alike.map((from) => ({ id: from, from, to: 'tooFew', ports: ['rejected'] }));
  world = await createWorld({ ...drawn, stages: [{ ...stage!, steps, links }] });
});
afterAll(() => world?.close());

/** How often the screens of somebody were told of a change of tasks. */
const toldOf = (ref: string) => world.database.change.count({ where: { topic: 'task', ref } });

const part = (step: string, person: string, item: string): Effect => ({
  key: `open:${step}:${item}`,
  kind: 'openTask',
  task: at(step, item),
  state: 'ready',
  assign: { kind: 'person', person },
  owner: null,
  mandatory: true,
});

it('E3: a decision and a level of an approval reach everybody who has not decided, and no other approval', async () => {
  const { sam, tina, tom, mona } = world.people;
  const deal = await world.writeStart({ secondsAgo: 0 });
  const write = writer(world, deal);
  const [late, other] = alike;
  const parts = [part(late, tina, 'a'), part(late, tom, 'b'), part(late, mona, 'c')];
  const done = { as: 'done', why: 'decided', by: mona, outcome: 'approved' } as const;
  await write({ effects: [...parts, part(other, sam, 'a')] });
  const before = [await toldOf(tina), await toldOf(sam)];
  await write({ effects: [{ key: 'c', kind: 'closeTask', task: at(late, 'c'), ...done }] });
  expect([await toldOf(tina), await toldOf(sam)]).toEqual([before[0]! + 1, before[1]!]);
  const task = at(late);
  const level: Effect = {
    key: 'level',
    kind: 'escalate',
    to: [{ kind: 'assignee' }],
    owner: null,
    clock: taskKey(task),
    cycle: 1,
    level: 'l1',
    stage: task.stage,
    task,
    due: Date.now(),
  };
  await write({ effects: [level] });
  const rows = await world.database.task.findMany({ where: deal, orderBy: { key: 'asc' } });
  expect(rows.map((row) => [row.assigneeId, row.level])).toEqual([
    [tina, 'l1'],
    [tom, 'l1'],
    [mona, null],
    [sam, null],
  ]);
  const where = { ...deal, kind: 'escalation' };
  const told = await world.database.notification.findMany({ where });
  expect(told.map(({ personId }) => personId).sort()).toEqual([tina, tom].sort());
});
