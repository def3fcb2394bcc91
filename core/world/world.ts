import type { AssigneeAsk } from '../assignment/pool-ask.ts';
import type { Assignee } from '../drawing/people.ts';
import type { AssignmentReason } from '../run/contract/assignment-reason.ts';
import type { CalendarSource } from '../run/contract/effect.ts';
import type { Calendar } from '../time/calendar.ts';

/** What the answers depend on; rows of the database, or the sample world of a simulation. */
export interface World {
  /** The calendar of a department, else the process's; `key` where it has one. */
  calendar(source: CalendarSource): Calendar & { key?: string };
  /** Id of the person who leads a department, or null. */
  departmentLead(department: string): string | null;
  /** Who gets a task, or the deal, that asks a pool, and why; `null` when nobody can. */
  assignee(ask: AssigneeAsk, due?: TaskDue): { person: string | null; why: AssignmentReason };
  /** How many people of a department or role there are who may decide: `notBy` may not. */
  deciders(to: Decider, notBy: string[]): number;
}

/** Whose part of an approval it is, where it is not one person's. */
export type Decider = Extract<Assignee, { kind: 'department' | 'role' }>;

/** Until when a task is to be done, and in what time. */
export interface TaskDue {
  /** Epoch ms. */
  at: number;
  calendar: Calendar;
}
