import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf, type World } from './api-world.ts';
import { openOvertakenWorld, statusesOf } from './overtaken-world.ts';
import { processKey } from './api-drawing.ts';

let world: World;
beforeAll(async () => {
  world = await openOvertakenWorld();
});
afterAll(() => world?.stop());

interface Row {
  revision: number;
}
interface Person extends Row {
  id: string;
  name: string;
  email: string;
  role: string;
  departments: string[];
  active: boolean;
}
interface Department extends Row {
  key: string;
  name: string;
  calendar: string;
  lead: { id: string };
  members: { id: string }[];
}

/** What two admins edit: how it is read, and a change of it on what was read; `n` tells the two apart. */
interface Edit {
  code?: string;
  read: () => Promise<unknown>;
  change: (seen: never, n: number) => { method: string; path: string; body: object };
}

const away = { from: '2031-07-01T00:00:00Z', to: '2031-07-15T00:00:00Z' };
const listed = async <T>(path: string, find: (item: T) => boolean) => {
  const { items } = await world.as.root.get<{ items: T[] }>(path);
  return items.find(find)!;
};
const personNamed = (id: string) => listed<Person>('/admin/people', (each) => each.id === id);
const departmentOf = (key: string) =>
  listed<Department>('/admin/departments', (each) => each.key === key);
const departmentInput = ({ name, calendar, lead, members, revision }: Department) => ({
  name,
  calendar,
  revision,
  lead: lead.id,
  members: members.map(({ id }) => id),
});
const personInput = ({ name, email, role, departments, active, revision }: Person) => {
  return { name, email, role, departments, active, revision };
};

const edits: Record<string, Edit> = {
  'an absence': {
    read: () => world.as.root.send('POST', '/absences', { person: world.people.id.tom, ...away }),
    change: ({ id, revision }: Row & { id: string }, n) => ({
      method: 'PUT',
      path: `/absences/${id}`,
      body: { ...away, revision, note: `Note ${n}` },
    }),
  },
  'a person': {
    read: () => personNamed(world.people.id.ada),
    change: (person: Person, n) => ({
      method: 'PUT',
      path: `/admin/people/${person.id}`,
      body: { ...personInput(person), name: `Ada ${n}` },
    }),
  },
  'a department': {
    read: () => departmentOf('technical'),
    change: (department: Department, n) => ({
      method: 'PUT',
      path: '/admin/departments/technical',
      body: { ...departmentInput(department), name: `Technicians ${n}` },
    }),
  },
  'a calendar': {
    read: () => listed<{ key: string }>('/admin/calendars', ({ key }) => key === 'always'),
    change: ({ key, calendar }: { key: string; calendar: object }, n) => ({
      method: 'PUT',
      path: `/admin/calendars/${key}`,
      body: { name: `Always ${n}`, calendar },
    }),
  },
  'the draft of a process': {
    code: 'draft-changed',
    read: () => world.as.root.get(`/processes/${processKey}`),
    change: ({ revision, drawing }: Row & { drawing: object }, n) => ({
      method: 'PUT',
      path: `/processes/${processKey}/draft`,
      body: { revision, drawing: { ...drawing, name: `Process ${n}` } },
    }),
  },
  'a draft, and a version restored over it': {
    code: 'draft-changed',
    read: () => world.as.root.get(`/processes/${processKey}`),
    change: ({ revision, drawing }: Row & { drawing: object }, n) =>
      n === 1
        ? {
            method: 'POST',
            path: `/processes/${processKey}/versions/1/restore`,
            body: { revision },
          }
        : {
            method: 'PUT',
            path: `/processes/${processKey}/draft`,
            body: { revision, drawing: { ...drawing, name: 'Another process' } },
          },
  },
};

const revisionIn = (current: unknown) => {
  const { revision, calendar } = current as { revision?: number; calendar?: Row };
  return revision ?? calendar?.revision;
};

describe('of two who edit on one revision at once', () => {
  it.each(Object.entries(edits))(
    'one changes %s, and the other is told how it is now',
    async (_what, { read, change, code = 'stale' }) => {
      for (let round = 0; round < 4; round += 1) {
        const seen = (await read()) as never;
        const send = (n: number) => {
          const { method, path, body } = change(seen, n);
          return world.as.root.request(method, path, { body });
        };
        const answers = await Promise.all([send(1), send(2)]);
        expect(statusesOf(answers)).toEqual([200, 409]);
        const refused = problemOf(answers.find(({ status }) => status === 409)!);
        expect(refused).toMatchObject({ code, paths: ['revision'] });
        const done = answers.find(({ status }) => status === 200)!;
        expect(revisionIn(refused.body.current)).toBe(revisionIn(done.body));
      }
    },
  );

  it('one removes an absence, or the other changes it', async () => {
    const seen = await edits['an absence']!.read();
    const { id, revision } = seen as Row & { id: string };
    const { root, tom } = world.as;
    const change = { ...away, revision, note: 'Later' };
    const answers = await Promise.all([
      root.request('POST', `/absences/${id}/remove`, { body: { revision } }),
      tom.request('PUT', `/absences/${id}`, { body: change }),
    ]);
    const [won, lost] = answers.toSorted((a, b) => a.status - b.status);
    expect(won!.status).toBe(200);
    expect([404, 409]).toContain(lost!.status);
  });

  it('one pauses a process, and the other is told that it is paused', async () => {
    const send = (act: string) =>
      world.as.root.request('POST', `/processes/${processKey}/${act}`, { body: {} });
    expect(statusesOf(await Promise.all([send('pause'), send('pause')]))).toEqual([200, 409]);
    expect(statusesOf(await Promise.all([send('resume'), send('resume')]))).toEqual([200, 409]);
  });
});

describe('the members of a department, which people have in two forms', () => {
  it('are not taken away by who saves the person as they were before', async () => {
    const { root } = world.as;
    const person = await personNamed(world.people.id.ada);
    const department = await departmentOf('technical');
    const body = departmentInput(department);
    const members = [...body.members, person.id];
    await root.send('PUT', '/admin/departments/technical', { ...body, members });
    const path = `/admin/people/${person.id}`;
    const answer = await root.request('PUT', path, { body: personInput(person) });
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'stale' });
    expect(problemOf(answer).body.current).toMatchObject({
      departments: expect.arrayContaining(['technical']) as string[],
    });
    const after = await departmentOf('technical');
    expect(after.members.map((member) => member.id)).toContain(person.id);
  });

  it('are not brought back by who saves the department as it was before', async () => {
    const { root } = world.as;
    const before = await departmentOf('technical');
    const person = await personNamed(world.people.id.ada);
    const seen = personInput(person);
    await root.send('PUT', `/admin/people/${person.id}`, { ...seen, departments: ['analysis'] });
    const path = '/admin/departments/technical';
    const answer = await root.request('PUT', path, { body: departmentInput(before) });
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'stale' });
  });

  it('are changed by one of the two forms when both save at once', async () => {
    const { root } = world.as;
    for (let round = 0; round < 4; round += 1) {
      const { id } = world.people;
      const person = personInput(await personNamed(id.ada));
      const department = departmentInput(await departmentOf('technical'));
      const isIn = department.members.includes(id.ada);
      const members = isIn
        ? department.members.filter((member) => member !== id.ada)
        : [...department.members, id.ada];
      const departments = isIn
        ? person.departments.filter((key) => key !== 'technical')
        : [...person.departments, 'technical'];
      const answers = await Promise.all([
        root.request('PUT', `/admin/people/${id.ada}`, { body: { ...person, departments } }),
        root.request('PUT', '/admin/departments/technical', { body: { ...department, members } }),
      ]);
      expect(statusesOf(answers)).toEqual([200, 409]);
    }
  });
});
