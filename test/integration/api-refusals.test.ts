import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { drawing, processKey } from './api-drawing.ts';
import {
  dealTask,
  newDeal,
  openWorld,
  pdf,
  problemOf,
  runningDeal,
  type World,
} from './api-world.ts';
import { seenOf } from '../support/seen-task.ts';

let world: World;
let deal: string;
let survey: TaskDetail;

beforeAll(async () => {
  world = await openWorld();
  deal = await runningDeal(world);
  survey = await dealTask(world, deal, 'survey');
});
afterAll(() => world?.stop());

/** A digest of everything that a command may change. */
async function digest(): Promise<string> {
  const tables = ['contact', 'deal', 'deal_file', 'department', 'person', 'process'];
  const more = ['process_version', 'run_batch', 'run_start', 'submission', 'task', 'calendar'];
  const parts = [...tables, ...more].map(
    (table) =>
      `SELECT '${table}' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS d FROM ${table} t`,
  );
  const rows = await world.database.query<{ d: string }>(parts.join(' UNION ALL '));
  return rows.map(({ d }) => d).join(' ');
}

interface Raw {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A request exactly as given, with Tom's cookie. */
async function raw(path: string, { method = 'POST', headers = {}, body }: Raw) {
  const signedIn = await fetch(`${world.stack.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: world.people.email.tom, password: 'correct horse battery' }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const key = { 'Idempotency-Key': randomUUID() };
  const answer = await fetch(`${world.stack.url}/api${path}`, {
    method,
    headers: { cookie, ...key, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const type = answer.headers.get('Content-Type');
  return { type, answer: { status: answer.status, body: (await answer.json()) as unknown } };
}

const json = { 'Content-Type': 'application/json', 'X-Stagewright': '1' };
const draftPath = `/processes/${processKey}/draft`;

describe('a refusal', () => {
  it('names every part of a malformed drawing', async () => {
    const before = await digest();
    const [first, ...others] = drawing.stages;
    const stages = [
      { ...first, probability: 400, steps: [{ kind: 'task', id: 'Bad id' }] },
      ...others,
    ];
    const answer = await world.as.root.request('PUT', draftPath, {
      body: { revision: 2, drawing: { ...drawing, stages } },
    });
    const { status, code, paths } = problemOf(answer);
    expect([status, code]).toEqual([400, 'invalid-input']);
    expect(paths).toContain('drawing.stages.0.probability');
    expect(paths).toContain('drawing.stages.0.steps.0.id');
    expect(await digest()).toBe(before);
  });

  it('names a property of a drawing that is not known', async () => {
    const before = await digest();
    const stages = [{ ...drawing.stages[0], dedline: { n: 1, unit: 'bd' } }, drawing.stages[1]];
    const answer = await world.as.root.request('PUT', draftPath, {
      body: { revision: 2, drawing: { ...drawing, stages } },
    });
    expect(problemOf(answer)).toMatchObject({ status: 400, paths: ['drawing.stages.0.dedline'] });
    expect(await digest()).toBe(before);
  });

  it('shows the draft as it is now when another has saved it', async () => {
    const before = await digest();
    const answer = await world.as.olga.request('PUT', draftPath, {
      body: { revision: 1, drawing: { ...drawing, name: 'Another name' } },
    });
    const { status, code, body } = problemOf(answer);
    expect([status, code]).toEqual([409, 'draft-changed']);
    expect(body.current).toMatchObject({ revision: 2, savedBy: { name: 'root' } });
    expect(await digest()).toBe(before);
  });

  it('lists every error of a drawing that cannot be published', async () => {
    const broken = structuredClone(drawing);
    broken.stages[1]!.exits = [];
    const [step] = broken.stages[0]!.steps;
    if (step?.kind === 'task') step.assign = { kind: 'department', department: 'nowhere' };
    const key = `BAD-${randomUUID().slice(0, 4).toUpperCase()}`;
    await world.as.root.send('POST', '/processes', { key, name: 'Broken' });
    await world.as.root.send('PUT', `/processes/${key}/draft`, { revision: 1, drawing: broken });
    const before = await digest();
    const answer = await world.as.root.request('POST', `/processes/${key}/versions`, {
      body: { revision: 2 },
    });
    const { status, code, body } = problemOf(answer);
    expect([status, code]).toEqual([422, 'not-publishable']);
    expect(body.errors?.length).toBeGreaterThanOrEqual(2);
    expect(await digest()).toBe(before);
  });

  it('names each field of a deal that is missing, wrong or unknown', async () => {
    const before = await digest();
    const body = { ...newDeal(), fields: { phone: 7, colour: 'red' } };
    const answer = await world.as.sam.request('POST', '/deals', { body });
    const { status, code, paths } = problemOf(answer);
    expect([status, code]).toEqual([422, 'fields-invalid']);
    expect(paths.sort()).toEqual(['fields.colour', 'fields.phone', 'fields.place']);
    expect(JSON.stringify(answer.body)).not.toContain('"value":7');
    expect(await digest()).toBe(before);
  });

  it('names everything that a form lacks, files too', async () => {
    const before = await digest();
    const answer = await world.as.tom.request('POST', `/tasks/${survey.id}/complete`, {
      body: {
        ...seenOf(survey),
        outcome: 'done',
        values: { size: 'large', colour: 'red' },
      },
    });
    const { status, code, paths } = problemOf(answer);
    expect([status, code]).toEqual([422, 'form-invalid']);
    expect(paths.sort()).toEqual(['files.plan', 'values.colour', 'values.size']);
    expect(await digest()).toBe(before);
  });

  it('names everything that keeps a deal in its stage', async () => {
    const before = await world.database.query('SELECT count(*) FROM submission');
    const answer = await world.as.sam.request('POST', `/deals/${deal}/move`, {
      body: { stage: 'prepare', visit: 1, exit: 'next' },
    });
    const { status, code, paths } = problemOf(answer);
    expect([status, code]).toEqual([422, 'gate-unmet']);
    expect(paths.sort()).toEqual(['fields.offer', 'fields.size', 'steps.call', 'steps.survey']);
    expect(await world.database.query('SELECT count(*) FROM submission')).toEqual(before);
  });

  it('says where the deal is when it is asked to move from elsewhere', async () => {
    const answer = await world.as.sam.request('POST', `/deals/${deal}/move`, {
      body: { stage: 'sign', visit: 1, exit: 'won' },
    });
    const { status, code, body } = problemOf(answer);
    expect([status, code]).toEqual([409, 'stale']);
    expect(body.current).toMatchObject({ stage: 'prepare', visit: 1 });
  });

  it('keeps out the member of a foreign department', async () => {
    const before = await digest();
    const answer = await world.as.ada.request('POST', `/tasks/${survey.id}/claim`, {
      body: { revision: survey.revision },
    });
    expect(problemOf(answer)).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await digest()).toBe(before);
  });

  it.each([
    ['GET', `/deals/${randomUUID()}`, undefined, 404],
    ['GET', '/deals/not-an-id', undefined, 400],
    ['GET', `/tasks/${randomUUID()}`, undefined, 404],
    ['POST', `/tasks/${randomUUID()}/claim`, { revision: 1 }, 404],
    ['GET', '/processes/UNKNOWN', undefined, 404],
    ['GET', `/processes/${processKey}/versions/99`, undefined, 404],
    ['GET', `/files/${randomUUID()}`, undefined, 404],
    ['GET', '/nowhere', undefined, 404],
    ['DELETE', '/processes', undefined, 405],
    ['GET', `/tasks?cursor=broken`, undefined, 400],
  ])('answers %s %s with %j by %i', async (method, path, body, status) => {
    const answer = await world.as.root.request(method, path, body === undefined ? {} : { body });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      status,
      code: expect.any(String),
      detail: expect.any(String),
    });
  });

  it('is a problem document with its own media type', async () => {
    const { type, answer } = await raw('/tasks/not-an-id', { method: 'GET' });
    expect(type).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({
      type: expect.any(String),
      title: expect.any(String),
      status: 400,
    });
  });

  it('says where a body stops being JSON', async () => {
    const { answer } = await raw(`/tasks/${survey.id}/claim`, {
      headers: json,
      body: '{"revision": 1,}',
    });
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  it('says how large a body may be', async () => {
    const body = JSON.stringify({ values: { notes: 'x'.repeat(2_200_000) } });
    const { answer } = await raw(`/tasks/${survey.id}/draft`, {
      method: 'PUT',
      headers: json,
      body,
    });
    expect(problemOf(answer)).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('names the content type that a route takes', async () => {
    const headers = { ...json, 'Content-Type': 'application/xml' };
    const { answer } = await raw(`/tasks/${survey.id}/claim`, {
      headers,
      body: '<revision>1</revision>',
    });
    expect(problemOf(answer)).toMatchObject({ status: 415, code: 'wrong-content-type' });
  });

  it('asks for an Idempotency-Key', async () => {
    const body = JSON.stringify({ revision: 1 });
    const headers = { ...json, 'Idempotency-Key': 'short' };
    const { answer } = await raw(`/tasks/${survey.id}/claim`, { headers, body });
    expect(problemOf(answer)).toMatchObject({ status: 400, code: 'idempotency-key' });
  });

  it.each([
    ['without X-Stagewright', { 'Content-Type': 'application/json' }],
    ['from a foreign page', { ...json, Origin: 'https://evil.example' }],
    ['as a form', { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Stagewright': '1' }],
    ['as plain text', { 'Content-Type': 'text/plain', 'X-Stagewright': '1' }],
  ])('protects a write %s from foreign pages', async (_how, headers) => {
    const before = await digest();
    const body = JSON.stringify({ revision: survey.revision });
    const { answer } = await raw(`/tasks/${survey.id}/claim`, { headers, body });
    expect(problemOf(answer)).toMatchObject({ status: 403, code: 'csrf' });
    expect(await digest()).toBe(before);
  });
});

describe('a file', () => {
  const attach = (file: File, field = 'plan', task = survey.id) =>
    world.as.tom.attach(deal, field, task, file);

  it('may have 20 MB', async () => {
    const answer = await attach(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'large.pdf'));
    expect(problemOf(answer)).toMatchObject({
      status: 413,
      code: 'file-too-large',
      paths: ['file'],
    });
  });

  it.each([
    ['a program', new File(['MZ\u0090'], 'setup.exe')],
    ['a page', new File(['<script>alert(1)</script>'], 'page.html')],
    [
      'a picture that calls itself PDF',
      new File([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')], 'plan.pdf'),
    ],
    ['a PDF that calls itself text', new File(['%PDF-1.4\n'], 'plan.txt')],
    ['bytes that call themselves text', new File([new Uint8Array([0, 1, 2, 255])], 'plan.txt')],
  ])('is refused when it is %s', async (_what, file) => {
    const before = await digest();
    expect(problemOf(await attach(file))).toMatchObject({
      status: 422,
      code: 'file-type',
      paths: ['file'],
    });
    expect(await digest()).toBe(before);
  });

  it('is refused when it is empty or under a field that the task does not ask for', async () => {
    expect(problemOf(await attach(new File([], 'plan.pdf')))).toMatchObject({
      status: 422,
      code: 'file-missing',
    });
    expect(problemOf(await attach(pdf(), 'offer'))).toMatchObject({
      status: 422,
      code: 'unknown-reference',
    });
  });

  it('is kept by its content and served as an attachment that runs nothing', async () => {
    const answer = await attach(pdf('../../żółw "1".pdf'));
    expect(answer).toMatchObject({
      status: 201,
      body: { name: 'żółw "1".pdf', type: 'application/pdf' },
    });
    const { id } = answer.body as { id: string };
    const got = await world.as.tom.download(`/files/${id}`);
    expect(got.headers.get('Content-Disposition')).toMatch(/^attachment; filename=/);
    expect(got.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(got.headers.get('Content-Security-Policy')).toContain('sandbox');
    expect(await got.text()).toMatch(/^%PDF-1\.4/);
    expect(await world.as.tom.request('DELETE', `/files/${id}`)).toMatchObject({ status: 200 });
    expect(await world.as.root.request('GET', `/files/${id}`)).toMatchObject({ status: 404 });
  });
});
