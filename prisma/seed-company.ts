import { readFileSync } from 'node:fs';
import { hashPassword } from 'better-auth/crypto';
import { compile } from '#core/definition/compile.ts';
import type { ProcessDefinition } from '#core/definition/definition.ts';
import { validate } from '#core/definition/validate.ts';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import type { Transaction } from './client.ts';
import { demoCalendar, demoDepartments, demoProcesses } from './demo-company.ts';
import { demoPeople } from './demo-people.ts';

/** A published process, for deals to start on. */
export interface SeededVersion {
  id: string;
  number: number;
  drawing: Drawing;
  definition: ProcessDefinition;
}

/** Ids of the people by e-mail. */
export async function seedPeople(tx: Transaction): Promise<Map<string, string>> {
  const password = await hashPassword(demoPeople[0]?.password ?? '');
  const people = demoPeople.map(({ name, email, role }) => ({ name, email, role }));
  const rows = await tx.person.createManyAndReturn({
    data: people,
    select: { id: true, email: true },
  });
  await tx.account.createMany({
    data: rows.map(({ id }) => ({ accountId: id, providerId: 'credential', userId: id, password })),
  });
  return new Map(rows.map(({ id, email }) => [email, id]));
}

export async function seedDepartments(tx: Transaction, people: Map<string, string>): Promise<void> {
  const { key: calendarKey, name, zone, week, exceptions, revision } = demoCalendar;
  const hours = { zone, week: week as object, exceptions: exceptions as object[] };
  await tx.calendar.create({ data: { key: calendarKey, name, ...hours, revision } });
  await tx.calendarRevision.create({ data: { key: calendarKey, ...hours, revision } });
  await tx.department.createMany({
    data: demoDepartments.map(({ key, name: title, lead }) => ({
      key,
      name: title,
      calendarKey,
      leadId: people.get(lead) ?? null,
    })),
  });
  await tx.departmentMember.createMany({
    data: demoPeople.flatMap(({ email, departments }) =>
      departments.map((departmentKey) => ({ departmentKey, personId: people.get(email) ?? '' })),
    ),
  });
}

/** The organisation as `validate` needs to know it. */
function directory(people: Map<string, string>) {
  const members = (key: string) => demoPeople.filter((p) => p.departments.includes(key)).length;
  return {
    departments: demoDepartments.map(({ key, name, lead }) => ({
      key,
      name,
      members: members(key),
      lead: people.get(lead) ?? null,
      calendar: demoCalendar.key,
    })),
    people: demoPeople.map(({ name, email, role }) => ({
      id: people.get(email) ?? '',
      name,
      active: true,
      role,
    })),
    calendars: [{ key: demoCalendar.key, workingTime: true }],
  };
}

function readSample(file: string): Drawing {
  const url = new URL(`./samples/${file}`, import.meta.url);
  return drawingSchema.parse(JSON.parse(readFileSync(url, 'utf8')));
}

/** Publishes the samples as version 1. @throws Error that lists what keeps one from being published */
export async function seedProcesses(
  tx: Transaction,
  people: Map<string, string>,
): Promise<Map<string, SeededVersion>> {
  const author = people.get('ewa.zawadzka@promyk.example') ?? null;
  const versions = new Map<string, SeededVersion>();
  for (const { key, sample } of demoProcesses) {
    const drawing = readSample(sample);
    const errors = validate(drawing, directory(people)).filter((p) => p.severity === 'error');
    if (errors.length > 0)
      throw new Error(`${sample}: ${errors.map(({ message }) => message).join(' ')}`);
    const definition = compile(drawing, { process: key });
    const draft = drawing as object;
    await tx.process.create({ data: { key, name: drawing.name, draft, draftById: author } });
    const { id } = await tx.processVersion.create({
      data: {
        processKey: key,
        number: 1,
        checksum: definition.checksum,
        drawing: draft,
        definition: definition as unknown as object,
        note: 'First version',
        authorId: author,
      },
      select: { id: true },
    });
    versions.set(key, { id, number: 1, drawing, definition });
  }
  return versions;
}
