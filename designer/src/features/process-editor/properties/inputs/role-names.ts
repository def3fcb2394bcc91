import type { Assignee } from '#core/drawing/people.ts';

type Role = Extract<Assignee, { kind: 'role' }>['role'];

/** Roles that work can be given to, as people call them. */
export const roleNames: Record<Role, string> = {
  manager: 'Sales manager',
  sales: 'Anybody in sales',
  ops: 'Sales operations',
  admin: 'Administrator',
};
