import type { Directory } from './directory.ts';
import type { Problem } from './problem.ts';
import type { RuleContext } from './rule-context.ts';

/** A drawing together with what it refers to. */
export interface DirectoryContext extends RuleContext {
  departments: Map<string, Directory['departments'][number]>;
  people: Map<string, Directory['people'][number]>;
  calendars: Map<string, Directory['calendars'][number]>;
}

/** Finds problems between the drawing and the organisation. */
export type DirectoryRule = (context: DirectoryContext) => Iterable<Problem>;

export function directoryContext(context: RuleContext, directory: Directory): DirectoryContext {
  return {
    ...context,
    departments: new Map(directory.departments.map((department) => [department.key, department])),
    people: new Map(directory.people.map((person) => [person.id, person])),
    calendars: new Map(directory.calendars.map((calendar) => [calendar.key, calendar])),
  };
}
