import { describe, expect, it } from 'vitest';
import type { Role } from '../contract/primitives.ts';
import { visibleChange } from './visible-change.ts';

function actor(role: Role, departments: string[] = []) {
  const of = departments.map((key) => ({ key, name: key, lead: false }));
  return { id: 'me', name: 'Me', email: 'me@x.test', role, departments: of };
}
const change = (topic: string, ref: string | null) => ({ xid: 1n, id: 1n, topic, ref });

describe('visibleChange', () => {
  it('tells members of tasks of their departments and of their own, without saying which', () => {
    const member = actor('member', ['technical']);
    expect(visibleChange(member, change('task', 'technical'))).toEqual({ topic: 'task' });
    expect(visibleChange(member, change('task', 'me'))).toEqual({ topic: 'task' });
    expect(visibleChange(member, change('task', 'analysis'))).toBeUndefined();
  });

  it('tells everybody of a role of the tasks that it is asked for, and no other role', () => {
    expect(visibleChange(actor('sales'), change('task', 'role:sales'))).toEqual({ topic: 'task' });
    expect(visibleChange(actor('member'), change('task', 'role:sales'))).toBeUndefined();
  });

  it('tells members nothing of deals, and nobody of what is unheard of', () => {
    expect(visibleChange(actor('member'), change('deal', 'd'))).toBeUndefined();
    expect(visibleChange(actor('sales'), change('deal', 'd'))).toEqual({ topic: 'deal', id: 'd' });
    expect(visibleChange(actor('admin'), change('secret', 'x'))).toBeUndefined();
  });

  it('tells each person of their own notices alone', () => {
    expect(visibleChange(actor('admin'), change('notification', 'you'))).toBeUndefined();
    expect(visibleChange(actor('member'), change('notification', 'me'))).toEqual({
      topic: 'notification',
    });
  });
});
