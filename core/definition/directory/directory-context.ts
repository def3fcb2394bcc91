import type { Drawing } from '../../drawing/drawing.ts';
import type { Directory } from './directory.ts';
import type { Problem } from '../problems/problem.ts';
import type { RuleContext } from '../rules/rule-context.ts';

type ProcessEntry = NonNullable<Directory['processes']>[number];

/** Another process, with what a mapping needs to look up. */
export interface KnownProcess extends Pick<ProcessEntry, 'name' | 'live'> {
  stages: Set<string>;
  fields: Map<string, ProcessEntry['fields'][number]>;
}

/** A drawing together with what it refers to. */
export interface DirectoryContext extends RuleContext {
  departments: Map<string, Directory['departments'][number]>;
  people: Map<string, Directory['people'][number]>;
  calendars: Map<string, Directory['calendars'][number]>;
  processes: Map<string, KnownProcess> | undefined;
  /** The newest published drawing of this process. */
  published: Drawing | undefined;
  /** Roles that active people have; undefined when that is not known. */
  roles: Set<string> | undefined;
  /** Tags that active people have; undefined when that is not known. */
  tags: Set<string> | undefined;
}

/** Finds problems between the drawing and the organisation. */
export type DirectoryRule = (context: DirectoryContext) => Iterable<Problem>;

export function directoryContext(context: RuleContext, directory: Directory): DirectoryContext {
  const { departments, people, calendars } = directory;
  const active = people.filter((person) => person.active);
  return {
    ...context,
    departments: new Map(departments.map((department) => [department.key, department])),
    people: new Map(people.map((person) => [person.id, person])),
    calendars: new Map(calendars.map((calendar) => [calendar.key, calendar])),
    processes: processesOf(directory),
    published: directory.published,
    roles: known(active.map(({ role }) => role && [role])),
    tags: known(active.map(({ tags }) => tags)),
  };
}

function processesOf({ processes }: Directory): Map<string, KnownProcess> | undefined {
  return (
    processes &&
    new Map(
      processes.map(({ key, name, live, stages, fields }) => [
        key,
        {
          name,
          live,
          stages: new Set(stages.map(({ id }) => id)),
          fields: new Map(fields.map((field) => [field.id, field])),
        },
      ]),
    )
  );
}

function known(lists: readonly (string[] | '' | undefined)[]): Set<string> | undefined {
  const told = lists.filter((list) => list !== undefined && list !== '');
  return told.length > 0 ? new Set(told.flat()) : undefined;
}
