import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#api/contract/contract.ts';
import { policy } from '#api/authorisation/policy.ts';
import { problemSchema } from '#api/contract/problem.ts';
import { problems } from '#api/problem/problem-codes.ts';
import { specialRoutes } from '#api/authorisation/route-name.ts';
import { processKey } from './api-drawing.ts';
import { callers, clientOf, expected, type Caller } from './api-expected.ts';
import { dealTask, openWorld, pdf, runningDeal, type World } from './api-world.ts';

interface Request {
  method: string;
  path: string;
  body?: unknown;
}

const stale = 999_999;
/** Ends before it begins, so nobody is ever away. */
const away = { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' };
const person = { name: 'X', email: 'x@promyk.test', role: 'member', departments: [] };
const department = { name: 'X', calendar: null, lead: null, members: [] };
const week = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const calendar = { name: 'X', calendar: { zone: 'UTC', week, exceptions: [], revision: stale } };

const seen = { revision: stale, fieldsRevision: stale, draftRevision: stale };

/** Bodies that pass the schema and change nothing: a stale revision, an unknown name, a taken key. */
function bodyOf(route: string): unknown {
  switch (route) {
    case 'session.signIn':
      return { email: 'nobody@promyk.test', password: 'wrong' };
    case 'session.changePassword':
      return { currentPassword: 'wrong', password: 'long enough to pass' };
    case 'session.resetPassword':
      return { token: 'made-up', password: 'long enough to pass' };
    case 'session.demoSignIn':
      return { email: 'nobody@promyk.test' };
    case 'processes.create':
      return { key: processKey, name: 'Taken' };
    case 'processes.saveDraft':
      return undefined; // filled in below, with a drawing
    case 'processes.publish':
      return { revision: stale };
    case 'processes.restore':
      return { revision: stale };
    case 'deals.create':
      return { process: processKey, title: 'X', contact: { name: 'X' }, source: 'Phone' };
    case 'deals.move':
      return { stage: 'nowhere', visit: stale, exit: 'nowhere' };
    case 'deals.setFields':
      return { revision: stale, values: {} };
    case 'deals.setOwner':
      return { owner: randomUUID(), from: null };
    case 'deals.event':
      return { name: 'unheardOf' };
    case 'status.retry':
      return { kind: 'mail', ref: 'none' };
    case 'deals.decideMail':
      return { attempt: 1, decision: 'again' };
    case 'deals.endWait':
      return { stage: 'nowhere', visit: 1, round: 1, port: 'timeout', reason: 'It is a test.' };
    case 'deals.addItem':
      return { stage: 'nowhere', visit: 1, round: 1, item: 'nothing' };
    case 'deals.acknowledge':
    case 'deals.takeBackNote':
      return { clock: 'stage:nowhere:1', cycle: 1 };
    case 'deals.hold':
      return { until: '2000-01-01T00:00:00Z', reason: 'It is a test.', heldUntil: null };
    case 'deals.resume':
      return { heldUntil: null };
    case 'deals.arm':
      return { stage: 'nowhere', visit: stale };
    case 'deals.reopen':
      return { stage: 'nowhere', reason: 'It is a test.' };
    case 'absences.create':
      return { person: world.people.id.tom, ...away };
    case 'absences.update':
      return { revision: stale, ...away };
    case 'absences.remove':
      return { revision: stale };
    case 'tasks.decide':
      return { revision: stale, fieldsRevision: stale, decision: 'approved' };
    case 'tasks.pause':
      return { revision: stale, why: 'customer', note: 'It is a test.' };
    case 'tasks.resume':
      return { revision: stale };
    case 'deals.resolveIncident':
      return { choice: 'retry' };
    case 'tasks.complete':
      return { ...seen, outcome: 'done', values: {} };
    case 'tasks.saveDraft':
      return { draftRevision: stale, values: { unheardOf: 1 } };
    case 'tasks.waive':
      return { revision: stale, reason: 'It is a test.' };
    case 'tasks.claim':
    case 'tasks.release':
    case 'tasks.request':
    case 'tasks.notNeeded':
      return { revision: stale };
    case 'notifications.read':
      return { ids: [] };
    case 'admin.createPerson':
      return { ...person, email: 'root@promyk.test', password: 'long enough to pass' };
    case 'admin.updatePerson':
      return { ...person, revision: stale, active: true };
    case 'admin.createDepartment':
      return { ...department, key: 'technical' };
    case 'admin.updateDepartment':
      return { ...department, revision: stale };
    case 'admin.createCalendar':
      return { ...calendar, key: 'always' };
    case 'admin.updateCalendar':
      return calendar;
    default:
      return undefined;
  }
}

let world: World;
let ids: { deal: string; task: string; file: string; drawing: unknown };

beforeAll(async () => {
  world = await openWorld();
  const deal = await runningDeal(world);
  const { id: task } = await dealTask(world, deal, 'survey');
  const { body } = await world.as.root.attach(deal, 'plan', task, pdf());
  const { drawing } = await world.as.root.get<{ drawing: unknown }>(`/processes/${processKey}`);
  ids = { deal, task, file: (body as { id: string }).id, drawing };
});
afterAll(() => world?.stop());

function requestOf(route: string): Request {
  const special: Record<string, Request> = {
    'files.upload': {
      method: 'POST',
      path: `/deals/${ids.deal}/files?field=plan&task=${ids.task}`,
    },
    'files.download': { method: 'GET', path: `/files/${ids.file}` },
    'files.remove': { method: 'DELETE', path: `/files/${randomUUID()}` },
    'live.open': { method: 'GET', path: '/live' },
  };
  const found = special[route];
  if (found) return found;
  const [group = '', name = ''] = route.split('.');
  const groups = contract as unknown as Record<
    string,
    Record<string, { '~orpc': { route: { method?: string; path?: string } } }>
  >;
  const { method = 'GET', path = '' } = groups[group]?.[name]?.['~orpc'].route ?? {};
  const key =
    group === 'processes' || route === 'deals.intake'
      ? processKey
      : group === 'admin'
        ? keyOf(route)
        : '';
  const filled = path
    .replace('{dealId}', ids.deal)
    .replace('{taskId}', ids.task)
    .replace('{key}', key)
    .replace('{number}', '1')
    .replace('{step}', 'nowhere')
    .replace('{incident}', 'none')
    .replace('{mail}', ids.deal)
    .replace(
      '{id}',
      group === 'absences' ? randomUUID() : group === 'devMail' ? '0' : world.people.id.tom,
    );
  const query = queries[route] ?? '';
  const body =
    route === 'processes.saveDraft' ? { revision: stale, drawing: ids.drawing } : bodyOf(route);
  return { method, path: filled + query, ...(body === undefined ? {} : { body }) };
}

const queries: Record<string, string> = {
  'deals.board': `?process=${processKey}`,
  'deals.list': `?process=${processKey}`,
  'admin.holidays': '?country=PL&from=2026&to=2026',
};

function keyOf(route: string): string {
  return route === 'admin.updateCalendar' ? 'always' : 'technical';
}

async function answerOf(caller: Caller, { method, path, body }: Request): Promise<Response> {
  const headers: Record<string, string> = { 'X-Stagewright': '1', 'Idempotency-Key': randomUUID() };
  if (caller !== 'nobody') headers['cookie'] = await cookieOf(caller);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  return fetch(`${world.stack.url}/api${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** What a refusal lacks of what every refusal says: its code, what to do, and which input is wrong. */
async function lacking(answer: Response): Promise<string[]> {
  if (answer.status < 400) {
    await answer.body?.cancel();
    return [];
  }
  const type = answer.headers.get('Content-Type') ?? '';
  const { data, error } = problemSchema.safeParse(await answer.json());
  if (!type.startsWith('application/problem+json') || !data) return [`${type} ${error?.message}`];
  const { code, status, remedy, errors = [] } = data;
  const isOfInput = [400, 404, 422].includes(status);
  return [
    ...(code in problems ? [] : [`code ${code}`]),
    ...(status === answer.status ? [] : [`status ${status}`]),
    ...(remedy ? [] : ['remedy']),
    ...(isOfInput && !errors.some(({ path }) => path) ? [`the input that is wrong (${code})`] : []),
  ];
}

const cookies = new Map<Caller, string>();
async function cookieOf(caller: Exclude<Caller, 'nobody'>): Promise<string> {
  const kept = cookies.get(caller);
  if (kept) return kept;
  const email = world.people.email[clientOf[caller]];
  const answer = await fetch(`${world.stack.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: 'correct horse battery' }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  cookies.set(caller, cookie);
  return cookie;
}

function mark(route: string, status: number): string {
  if (status >= 500) return '!';
  if (status === 403) return '-';
  if (status !== 401) return '+';
  return route === 'session.signIn' ? '+' : '?';
}

const routes = [
  ...Object.entries(contract).flatMap(([group, of]) =>
    Object.keys(of).map((name) => `${group}.${name}`),
  ),
  ...specialRoutes,
];

describe('authorisation', () => {
  it('has a rule and an expectation for every route, and for no other', () => {
    expect(Object.keys(policy).sort()).toEqual([...routes].sort());
    expect(Object.keys(expected).sort()).toEqual([...routes].sort());
  });

  it.each(routes.filter((route) => route !== 'session.signOut'))(
    'lets into %s whom it should',
    async (route) => {
      const found: string[] = [];
      for (const caller of callers) {
        const answer = await answerOf(caller, requestOf(route));
        found.push(mark(route, answer.status));
        expect(await lacking(answer)).toEqual([]);
      }
      expect(found.join('')).toBe(expected[route]);
    },
  );

  it('signs anyone out, and nobody as well', async () => {
    const request = requestOf('session.signOut');
    for (const caller of callers) expect((await answerOf(caller, request)).status).toBe(200);
    cookies.clear();
  });

  it('shows a member the value of a deal only where the step deals with money', async () => {
    const survey = await world.as.tom.get<{ valueHidden: boolean; valueMinor: null }>(
      `/tasks/${ids.task}`,
    );
    expect(survey).toMatchObject({ valueHidden: true, valueMinor: null });
    const seller = await world.as.sam.get<{ valueHidden: boolean }>(`/tasks/${ids.task}`);
    expect(seller).toMatchObject({ valueHidden: false, valueMinor: 4_680_000 });
  });

  it('shows a member the granted facts and nothing else of the deal', async () => {
    const survey = await world.as.tom.get<{ facts: { label: string }[] }>(`/tasks/${ids.task}`);
    expect(survey.facts.map(({ label }) => label)).toEqual(['Place']);
    expect(JSON.stringify(survey)).not.toContain('600 100 200');
  });
});
