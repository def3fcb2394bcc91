import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '#core/run/contract/effect.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import { levelKey, readContext } from '#api/queries/timeline/read-context.ts';
import { at, effectsDrawing, writer } from './effects-world.ts';
import { createWorld, type World } from './worker-world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld(effectsDrawing());
});
afterAll(() => world?.close());
beforeEach(async () => {
  const { sam, tina, tom, mona } = world.people;
  await give({ [sam]: 'sales', [tina]: 'member', [tom]: 'member', [mona]: 'manager' });
});

type People = Record<string, string | null>;

/** Roles of people; null for one who has left. */
async function give(roles: People): Promise<void> {
  for (const [id, role] of Object.entries(roles)) {
    const data = role === null ? { active: false } : { active: true, role };
    await world.database.person.update({ where: { id }, data });
  }
}
const noManager = () => give({ [world.people.mona]: 'ops' });
const nobody = () => give(Object.fromEntries(Object.values(world.people).map((id) => [id, null])));

async function written(...effects: Effect[]) {
  const deal = await world.writeStart({ secondsAgo: 0 });
  const write = writer(world, deal);
  await write({ effects });
  const told = async () => {
    const rows = await world.database.notification.findMany({ where: deal });
    return rows.map(({ personId }) => personId).toSorted();
  };
  const incidents = async () => {
    const rows = await world.database.incident.findMany({ where: { ...deal, resolvedAt: null } });
    return rows.map(({ code, step }) => [code, step]);
  };
  return { deal, write, told, incidents };
}

const toManagers: Effect = {
  key: 'note',
  kind: 'notify',
  to: [{ kind: 'managers' }],
  owner: null,
  step: at('tooFew'),
};
const inVain = (owner: string | null): Effect => ({
  key: 'vain',
  kind: 'tellOwner',
  owner,
  step: at('hook'),
  cause: 'refused',
  isStopped: true,
});
const level = (n: number, to: Extract<Effect, { kind: 'escalate' }>['to']): Effect => ({
  key: `level:stage:work:1:1:l${n}`,
  kind: 'escalate',
  to,
  owner: null,
  clock: 'stage:work:1',
  cycle: 1,
  level: `l${n}`,
  stage: 'work',
  due: Date.now(),
});
const forOneWhoLeft = (person: string): Effect => ({
  key: 'open',
  kind: 'openTask',
  task: at('survey'),
  state: 'ready',
  assign: { kind: 'person', person },
  owner: null,
  mandatory: true,
});

describe('a notice that would reach nobody', () => {
  it('is for operations where it is for the managers and there are none', async () => {
    await noManager();
    const { told, incidents } = await written(toManagers);
    expect(await told()).toEqual([world.people.mona]);
    expect(await incidents()).toEqual([]);
  });

  it('of what went in vain is for the managers where the owner has left, else for whoever is here', async () => {
    const { sam, tina, tom, mona } = world.people;
    await give({ [sam]: null });
    expect(await (await written(inVain(sam))).told()).toEqual([mona]);
    await give({ [mona]: null });
    expect(await (await written(inVain(null))).told()).toEqual([tina, tom].toSorted());
  });

  it('of a level is for whoever sells where nobody leads or runs the place', async () => {
    const { sam, mona } = world.people;
    await give({ [mona]: null });
    const { told } = await written(level(1, [{ kind: 'managers' }]));
    expect(await told()).toEqual([sam]);
  });

  it('E30: of a task without owner is for operations where there is neither a manager nor an admin', async () => {
    const { tina, mona } = world.people;
    await noManager();
    await give({ [tina]: null });
    expect(await (await written(forOneWhoLeft(tina))).told()).toEqual([mona]);
  });

  it('is an incident where nobody at all is active, until somebody hears of the deal again', async () => {
    await nobody();
    const { told, incidents, write } = await written(toManagers, inVain(null), {
      ...level(1, [{ kind: 'owner' }]),
    });
    expect(await told()).toEqual([]);
    const open = await incidents();
    expect(open).toHaveLength(3);
    expect(open).toEqual(
      expect.arrayContaining([
        ['nobody-told', null],
        ['nobody-told', 'hook'],
        ['nobody-told', 'tooFew'],
      ]),
    );
    await give({ [world.people.mona]: 'manager' });
    await write({ effects: [{ ...toManagers, key: 'again' }] });
    expect(await told()).toEqual([world.people.mona]);
    expect(await incidents()).toEqual([]);
  });

  it('E30: of a task without owner is an incident as well', async () => {
    const { tom } = world.people;
    await nobody();
    const { incidents } = await written(forOneWhoLeft(tom));
    expect(await incidents()).toEqual([['nobody-told', 'survey']]);
  });
});

describe('a level', () => {
  it('that is drawn to tell nobody tells nobody', async () => {
    const { told, incidents } = await written(level(1, []));
    expect(await told()).toEqual([]);
    expect(await incidents()).toEqual([]);
  });

  it('that went into a digest names the people there', async () => {
    const to = [{ kind: 'person' as const, person: world.people.tina }];
    const levels = [1, 2, 3, 4, 5, 6, 7].map((n) => level(n, to));
    const { deal } = await written(...levels);
    const fact = { type: 'Escalated', clock: 'stage:work:1', cycle: 1, stage: 'work', due: 0 };
    const facts = ['l1', 'l7'].map((name) => ({ ...fact, level: name }) as Fact);
    const { levels: told } = await readContext(world.database, deal.dealId, facts, []);
    const of = (named: string) =>
      told.get(`${deal.runNo}/${levelKey({ clock: 'stage:work:1', cycle: 1, level: named })}`);
    expect([of('l1'), of('l7')]).toEqual([['tina'], ['tina']]);
    const digests = await world.database.notification.findMany({
      where: { ...deal, kind: 'digest' },
    });
    expect(digests).toHaveLength(1);
  });
});
