import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { run } from '#bin/stagewright/testing/run.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { drawing, processKey } from './api-drawing.ts';
import { openWorld, problemOf, type World } from './api-world.ts';

let world: World;
const draftPath = `/processes/${processKey}/draft`;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await world?.stop();
});

/** A drawing whose mail waits for a call, and the same without the link between them. */
function mailDrawings() {
  const chained = structuredClone(drawing);
  chained.stages[0]!.steps.push({
    id: 'letter',
    kind: 'email',
    name: 'Send the offer by mail',
    mandatory: false,
    subject: 'Your offer',
    body: 'It is attached.',
  });
  chained.stages[0]!.links.push({ id: 'priced', from: 'call', to: 'letter', ports: [] });
  const cut = structuredClone(chained);
  cut.stages[0]!.links = [];
  return { chained, cut };
}

describe('saving and publishing a draft', () => {
  it('finds no conflict in a drawing that the draft is already, whatever revision it was made on', async () => {
    const answer = await world.as.olga.request('PUT', draftPath, {
      body: { revision: 1, drawing },
    });
    expect([answer.status, answer.body]).toMatchObject([200, { revision: 2 }]);
    expect(await world.as.root.get(draftPath.replace('/draft', ''))).toMatchObject({
      revision: 2,
      savedBy: { name: 'root' },
    });
  });

  it('refuses a drawing in which a condition was left empty, with its place', async () => {
    const broken = structuredClone(drawing);
    broken.stages[0]!.criteria.push({ id: 'known', label: 'Size is known', when: '' });
    const key = `EMPTY-${randomUUID().slice(0, 4).toUpperCase()}`;
    await world.as.root.send('POST', '/processes', { key, name: 'Empty' });
    await world.as.root.send('PUT', `/processes/${key}/draft`, { revision: 1, drawing: broken });
    const answer = await world.as.root.request('POST', `/processes/${key}/versions`, {
      body: { revision: 2 },
    });
    const { status, code, body } = problemOf(answer);
    expect([status, code]).toEqual([422, 'not-publishable']);
    expect(body.errors).toMatchObject([
      { code: 'condition-invalid', path: expect.stringMatching(/criteria\.\d\.when$/) },
    ]);
  });

  it('asks for a mail that now starts with its stage to be confirmed, and publishes it then', async () => {
    const { chained, cut } = mailDrawings();
    const path = `/processes/MAIL-${randomUUID().slice(0, 4).toUpperCase()}`;
    const { root } = world.as;
    await root.send('POST', '/processes', { key: path.split('/')[2], name: 'Mail' });
    await root.send('PUT', `${path}/draft`, { revision: 1, drawing: chained });
    await root.send('POST', `${path}/versions`, { revision: 2 });
    await root.send('PUT', `${path}/draft`, { revision: 2, drawing: cut });
    expect(await root.get(`${path}/impact`)).toMatchObject({
      confirm: [
        {
          step: 'prepare.letter',
          sentence:
            '“Send the offer by mail” starts as soon as “Prepare the offer” does; in the published version it waits for “Call the customer”.',
        },
      ],
    });
    const publish = (confirmed: string[]) =>
      root.request('POST', `${path}/versions`, { body: { revision: 3, confirmed } });
    const { status, code, body } = problemOf(await publish(['prepare.call']));
    expect([status, code]).toEqual([422, 'not-confirmed']);
    expect(body.errors).toMatchObject([{ path: 'confirmed', value: 'prepare.letter' }]);
    expect(await root.get(`${path}/versions`)).toMatchObject({ items: [{ number: 1 }] });
    expect((await publish(['prepare.letter'])).body).toMatchObject({ number: 2 });
  });

  it('says at an import which mail starts with its stage and did not in the live version', async () => {
    const { chained, cut } = mailDrawings();
    const key = `FILE-${randomUUID().slice(0, 4).toUpperCase()}`;
    const folder = mkdtempSync(join(tmpdir(), 'import-'));
    vi.stubEnv('DATABASE_URL', world.database.url);
    const imported = (name: string, content: Drawing) => {
      const file = join(folder, name);
      writeFileSync(file, JSON.stringify({ format: 1, key, name: content.name, drawing: content }));
      return run('import', file);
    };
    const first = await imported('chained.json', chained);
    expect([first.code, first.out.at(-1)]).toEqual([
      0,
      `${key}: the process was made, its draft is at revision 1. Nothing is published: publish it in the designer.`,
    ]);
    await world.as.root.send('POST', `/processes/${key}/versions`, { revision: 1 });
    const second = await imported('cut.json', cut);
    expect(second.code).toBe(0);
    expect(second.notes).toMatch(/warning {2}starts-with-stage .*\[step letter\]/);
    expect(second.out.at(-1)).toBe(
      `${key}: the draft was replaced and is at revision 2. Nothing is published: publish it in the designer, and confirm there what starts earlier now: prepare.letter.`,
    );
  });
});
