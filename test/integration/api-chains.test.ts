import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '#core/definition/compile.ts';
import { drawingSchema } from '#core/drawing/drawing.ts';
import type { Step } from '#core/drawing/step.ts';
import { publishProcess } from '../support/publish.ts';
import { readCase } from '../support/read-case.ts';
import { newDeal, openWorld, problemOf, until, type World } from './api-world.ts';

const { drawing } = readCase('starts-itself');
/** Most deals of a chain: the first, and ten that were started by themselves. */
const LONGEST = 11;

/** The same drawing, which starts that process, or none. */
function starting(process: string | undefined, name: string) {
  const copy = structuredClone(drawing);
  const [stage] = copy.stages;
  stage!.steps = stage!.steps.flatMap((step): Step[] =>
    step.kind !== 'process' ? [step] : process ? [{ ...step, process }] : [],
  );
  return { ...copy, name };
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { week } = await world.prisma.calendar.findUniqueOrThrow({ where: { key: 'always' } });
  const office = { key: drawing.calendar, name: 'Office', zone: 'UTC', week: week as object };
  await world.prisma.calendar.create({ data: office });
});
afterAll(() => world?.stop());

async function register(process: string): Promise<void> {
  const { fields: _fields, ...deal } = newDeal();
  await world.as.sam.send('POST', '/deals', { ...deal, process, fields: {} });
}

/** Publishes what publishing refuses, as a version that was made before it did. */
async function publishPast(key: string): Promise<void> {
  await publishProcess(world.as.root, key, starting(undefined, key));
  const own = drawingSchema.parse(starting(key, key));
  const definition = compile(own, { process: key });
  const data = { processKey: key, number: 2, checksum: definition.checksum, drawing: own };
  await world.prisma.processVersion.create({ data: { ...data, definition: definition as object } });
}

const dealsOf = (processKey: string) => world.prisma.deal.findMany({ where: { processKey } });
const chainEnd = (processKey: string) =>
  until(async () => {
    const incident = await world.prisma.incident.findFirst({
      where: { code: 'start-chain', deal: { processKey } },
    });
    return incident ?? undefined;
  }, `the incident at the end of the chain of ${processKey}`);

/** All deals, once the run of each has begun and twice the same number was read. */
const atRest = (processKey: string) =>
  until(async () => {
    const before = await dealsOf(processKey);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const deals = await dealsOf(processKey);
    const begun = deals.every(({ seq }) => seq > 0);
    return begun && deals.length === before.length ? deals : undefined;
  }, `no more deals of ${processKey}`);

describe('two processes that start each other', () => {
  it('are not both published, even when that is asked for at once', async () => {
    const { root } = world.as;
    const keys = ['ONE-1', 'TWO-1'] as const;
    for (const key of keys) await publishProcess(root, key, starting(undefined, key));
    const drafts = await Promise.all(
      keys.map((key, at) =>
        root.send<{ revision: number }>('PUT', `/processes/${key}/draft`, {
          revision: 2,
          drawing: starting(keys[1 - at], key),
        }),
      ),
    );
    const answers = await Promise.all(
      keys.map((key, at) =>
        root.request('POST', `/processes/${key}/versions`, {
          body: { revision: drafts[at]!.revision, note: 'At once', confirmed: ['s.p'] },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    const refused = problemOf(answers.find(({ status }) => status === 422)!);
    expect(refused.body.errors).toMatchObject([{ code: 'process-circle' }]);
  });
});

describe('a process that starts itself', () => {
  it('stops with an incident after ten starts in a row', async () => {
    await publishPast('SELF-1');
    await register('SELF-1');
    expect(await chainEnd('SELF-1')).toMatchObject({ step: 'p', resolvedAt: null });
    expect(await atRest('SELF-1')).toHaveLength(LONGEST);
  });

  it('stops at once when it is paused, and goes on from there', async () => {
    await publishPast('SELF-2');
    await register('SELF-2');
    await until(
      async () => ((await dealsOf('SELF-2')).length > 1 ? true : undefined),
      'a second deal',
    );
    await world.as.olga.send('POST', '/processes/SELF-2/pause', {});
    const paused = await atRest('SELF-2');
    expect(paused.every(({ state }) => state === 'on_hold')).toBe(true);
    expect(paused.length).toBeLessThan(LONGEST);
    await world.as.olga.send('POST', '/processes/SELF-2/resume', {});
    await chainEnd('SELF-2');
    expect(await atRest('SELF-2')).toHaveLength(LONGEST);
  });
});
