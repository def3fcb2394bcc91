import { describe, expect, it } from 'vitest';
import { lastResort, overseers } from './last-resort.ts';

const of = (...roles: string[]) => roles.map((role, id) => ({ id, role }));
const roles = (people: { role: string }[]) => people.map(({ role }) => role);

describe('who is told when a notice would reach nobody', () => {
  it('is every manager, else operations, else the admins, else whoever is left', () => {
    expect(roles(lastResort(of('admin', 'manager', 'ops', 'manager')))).toEqual([
      'manager',
      'manager',
    ]);
    expect(roles(lastResort(of('admin', 'sales', 'ops')))).toEqual(['ops']);
    expect(roles(lastResort(of('member', 'admin', 'sales')))).toEqual(['admin']);
    expect(roles(lastResort(of('member', 'sales')))).toEqual(['sales']);
    expect(roles(lastResort(of('member')))).toEqual(['member']);
    expect(lastResort([])).toEqual([]);
  });

  it('of work that nobody has is every manager and admin, else the same', () => {
    expect(roles(overseers(of('sales', 'admin', 'manager')))).toEqual(['admin', 'manager']);
    expect(roles(overseers(of('sales', 'ops')))).toEqual(['ops']);
    expect(roles(overseers(of('sales')))).toEqual(['sales']);
  });
});
