import { roles, type Role } from './primitives.ts';

const roleNames: Record<Role, string> = {
  admin: 'Administrator',
  ops: 'Operations',
  manager: 'Sales manager',
  sales: 'Sales',
  member: 'Department member',
};

/** Where a name is given, or the key of a role. */
export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** A role as people call it; one that is not known is shown as it is. */
export function roleName(role: string): string {
  return isRole(role) ? roleNames[role] : role;
}
