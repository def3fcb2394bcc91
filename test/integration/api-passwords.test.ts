import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '#prisma/demo-people.ts';
import { signIn, type ApiClient } from '../support/api-client.ts';
import { sharedMailbox } from '../support/mail.ts';
import { openWorld, problemOf, until, type World } from './api-world.ts';

const first = 'seven grey herons wade';
const second = 'a lamp under wet gravel';
const mailbox = sharedMailbox();

interface Listed {
  id: string;
  email: string;
  resetLink: { state: string; cause: string | null } | null;
}

let world: World;
beforeAll(async () => {
  world = await openWorld({ env: { LOG_LEVEL: 'debug' } });
});
afterAll(() => world?.stop());

const newPerson = (more: object = {}) => ({
  name: 'Ida Lind',
  email: `${randomUUID()}@promyk.test`,
  role: 'member',
  departments: [],
  password: first,
  ...more,
});
const addPerson = (more: object = {}) =>
  world.as.root.send<Listed>('POST', '/admin/people', newPerson(more));
const enter = (email: string, password: string) => signIn(world.stack.url, email, password);
const change = (client: ApiClient, currentPassword: string, password: string) =>
  client.request('POST', '/session/password', { body: { currentPassword, password } });
const reset = async (token: string, password: string) => {
  const answer = await fetch(`${world.stack.url}/api/session/reset`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, password }),
  });
  return { status: answer.status, body: (await answer.json()) as unknown };
};
const sendLink = (id: string) =>
  world.as.root.send<Listed>('POST', `/admin/people/${id}/reset-link`, {});
const listed = async (id: string) => {
  const { items } = await world.as.root.get<{ items: Listed[] }>('/admin/people');
  return items.find((item) => item.id === id)!;
};
const inState = (id: string, state: string) =>
  until(async () => {
    const { resetLink } = await listed(id);
    return resetLink?.state === state ? resetLink : undefined;
  }, `a link that is ${state}`);

/** The tokens that came to an address by mail, newest first. */
async function tokensOf(email: string, count: number): Promise<string[]> {
  const mails = await until(async () => {
    const all = await mailbox.messages(email);
    const links = all.filter(({ subject }) => subject === 'Set a new password');
    return links.length >= count ? links : undefined;
  }, `${count} links for ${email}`);
  const texts = await Promise.all(mails.map(({ id }) => mailbox.read(id)));
  return texts.map(({ text }) => /\/reset-password#([\w-]{43})/.exec(text ?? '')?.[1] ?? '');
}
const linkFor = async ({ id, email }: Listed) => {
  await sendLink(id);
  await inState(id, 'open');
  return (await tokensOf(email, 1))[0]!;
};
const audited = (action: string, subjectId: string) =>
  world.prisma.auditEntry.findMany({ where: { action, subjectId }, orderBy: { at: 'asc' } });

describe('a weak password', () => {
  it.each([
    'password123',
    'Promyk Energia 1',
    'Ida Lind 2026',
    'ida.lind.ida',
    demoPeople[0]!.password,
  ])('is refused for a new person: %s', async (password) => {
    const answer = await world.as.root.request('POST', '/admin/people', {
      body: newPerson({ password }),
    });
    expect(problemOf(answer)).toMatchObject({ code: 'weak-password', paths: ['password'] });
    expect(JSON.stringify(answer.body)).not.toContain(password);
  });

  it('is refused when somebody changes theirs, and by a link, which stays good', async () => {
    const person = await addPerson();
    const client = await enter(person.email, first);
    expect(problemOf(await change(client, first, 'qwertyuiop1')).code).toBe('weak-password');
    const token = await linkFor(person);
    expect(await reset(token, 'qwertyuiop1')).toMatchObject({ body: { code: 'weak-password' } });
    expect((await reset(token, second)).status).toBe(200);
  });

  it('may be as long as two hundred characters, and all of them count', async () => {
    const long = `${first} ${'x'.repeat(200)}`.slice(0, 200);
    const { email } = await addPerson({ password: long });
    await enter(email, long);
    await expect(enter(email, long.slice(0, 199))).rejects.toThrow('wrong-credentials');
  });
});

describe('changing the password', () => {
  it('ends every other session and its live stream, tells the person, and leaves this session', async () => {
    const { id, email } = await addPerson();
    const [here, there] = await Promise.all([enter(email, first), enter(email, first)]);
    const stream = await fetch(`${world.stack.url}/api/live`, { headers: there.headers });
    const ended = (async () => {
      for await (const _ of stream.body!);
      return true;
    })();
    const key = randomUUID();
    const body = { currentPassword: first, password: second };
    expect((await here.request('POST', '/session/password', { body, key })).status).toBe(200);
    expect((await here.request('POST', '/session/password', { body, key })).status).toBe(200);
    expect(await ended).toBe(true);
    expect((await there.request('GET', '/session')).status).toBe(401);
    expect((await here.request('GET', '/session')).status).toBe(200);
    await expect(enter(email, first)).rejects.toThrow('wrong-credentials');
    await enter(email, second);
    const { items } = await here.get<{ items: { title: string }[] }>('/notifications');
    expect(items.map(({ title }) => title)).toEqual(['Your password was changed']);
    const mail = await until(
      async () =>
        (await mailbox.messages(email)).find(({ subject }) => /was changed/.test(subject)),
      'the mail that says it',
    );
    expect((await mailbox.read(mail.id)).text).not.toContain(second);
    expect(await audited('session.changePassword', id)).toMatchObject([
      { actorId: id, result: 'ok' },
      { actorId: id, result: 'ok' },
    ]);
  });

  it('asks for the current one, and lets nobody try it for long', async () => {
    const { email } = await addPerson();
    const client = await enter(email, first);
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const refused = problemOf(await change(client, `wrong ${attempt}`, second));
      expect(refused).toMatchObject({ code: 'wrong-password', paths: ['currentPassword'] });
    }
    expect(problemOf(await change(client, first, second)).code).toBe('too-many-attempts');
    const other = await addPerson();
    const unhindered = await enter(other.email, first);
    expect((await change(unhindered, first, second)).status).toBe(200);
  });
});

describe('a reset link', () => {
  it('comes by mail, sets the password once, and ends every session', async () => {
    const person = await addPerson();
    const client = await enter(person.email, first);
    const token = await linkFor(person);
    expect((await reset(token, second)).status).toBe(200);
    expect((await client.request('GET', '/session')).status).toBe(401);
    await enter(person.email, second);
    expect(await reset(token, first)).toMatchObject({ body: { code: 'link-not-valid' } });
    await enter(person.email, second);
    expect((await listed(person.id)).resetLink?.state).toBe('used');
    const issued = { actorId: world.people.id.root, result: 'ok' };
    expect(await audited('admin.sendResetLink', person.id)).toMatchObject([issued]);
    expect(await audited('session.resetPassword', person.id)).toMatchObject([{ result: 'ok' }]);
  });

  it('is seen by its recipient on the page of development mail, and by no colleague', async () => {
    const person = await addPerson();
    const client = await enter(person.email, first);
    const token = await linkFor(person);
    const [mail] = await mailbox.messages(person.email);
    const read = async (reader: ApiClient) =>
      JSON.stringify((await reader.request('GET', `/dev/mail/${mail!.id}`)).body);
    expect(await read(client)).toContain(token);
    expect(await read(world.as.tom)).toContain('/reset-password#hidden');
    expect(await read(world.as.tom)).not.toContain(token);
  });

  it('is no longer good once a newer one was sent, or after its time', async () => {
    const person = await addPerson();
    const older = await linkFor(person);
    await sendLink(person.id);
    await inState(person.id, 'open');
    const newer = (await tokensOf(person.email, 2)).find((token) => token !== older)!;
    expect(await reset(older, second)).toMatchObject({ body: { code: 'link-not-valid' } });
    const data = { expiresAt: new Date(Date.now() - 1000) };
    await world.prisma.resetLink.update({ where: { personId: person.id }, data });
    expect(await reset(newer, second)).toMatchObject({ body: { code: 'link-not-valid' } });
    expect((await listed(person.id)).resetLink?.state).toBe('expired');
    await enter(person.email, first);
  });

  it('is of no use to somebody who may not sign in, also once they may again', async () => {
    const person = await addPerson();
    const token = await linkFor(person);
    const { items } = await world.as.root.get<{ items: { id: string; revision: number }[] }>(
      '/admin/people',
    );
    const { revision } = items.find(({ id }) => id === person.id)!;
    const { password: _, ...values } = newPerson({ email: person.email });
    const put = (active: boolean, at: number) =>
      world.as.root.send('PUT', `/admin/people/${person.id}`, { ...values, active, revision: at });
    await put(false, revision);
    const again = await world.as.root.request('POST', `/admin/people/${person.id}/reset-link`, {
      body: {},
    });
    expect(problemOf(again).code).toBe('invalid-input');
    await put(true, revision + 1);
    expect(await reset(token, second)).toMatchObject({ body: { code: 'link-not-valid' } });
  });

  it('whose mail does not go is named in People and in the bell of the admin', async () => {
    const person = await addPerson();
    const suppressed = { email: person.email, reason: 'bounce:550' };
    await world.prisma.suppression.create({ data: suppressed });
    await sendLink(person.id);
    const link = await inState(person.id, 'notSent');
    expect(link.cause).toMatch(/gets? no mail/);
    const { items } = await world.as.root.get<{ items: { title: string; personId: string }[] }>(
      '/notifications',
    );
    const told = items.find(({ personId }) => personId === person.id);
    expect(told?.title).toMatch(/^The reset link for Ida Lind did not go\. .*no mail/);
  });
});

describe('a secret', () => {
  it('lies in no row and in no line of a log', async () => {
    const person = await addPerson();
    const client = await enter(person.email, first);
    expect((await change(client, first, second)).status).toBe(200);
    const token = await linkFor(person);
    expect((await reset(token, first)).status).toBe(200);
    const tables = await world.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const plain = [first, second, token, JSON.stringify({ token })];
    const hashes = [first, second].flatMap((password) => [
      createHash('sha256').update(password).digest('hex'),
      createHash('sha256').update(bodyOf(person, password)).digest('hex'),
    ]);
    for (const { name } of tables) {
      const [row] = await world.database.query<{ all: string | null }>(
        `SELECT string_agg(t::text, ' ') AS all FROM "${name}" t`,
      );
      for (const secret of [...plain, ...hashes]) expect(row?.all ?? '').not.toContain(secret);
    }
    const logs = [world.stack.api, ...world.stack.workers].map((part) => part.log()).join('\n');
    for (const secret of plain) expect(logs).not.toContain(secret);
  });

  /** The body that added the person, as a command is told apart by it. */
  function bodyOf({ email }: Listed, password: string): string {
    const { departments, name, role } = newPerson();
    return JSON.stringify({ departments, email, name, password, role });
  }
});
