import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import type { Deal } from '../deal.ts';
import { DealTasks } from './deal-tasks.tsx';

vi.mock('@tanstack/react-router', () => ({
  Link: ({ children }: { children: string }) => children,
}));

const task = {
  id: 't',
  step: 'check',
  title: 'Check the yield',
  state: 'offered',
  to: 'several',
  department: null,
  role: null,
  assignee: null,
  note: null,
  waiting: null,
  priority: 0,
  dueAt: null,
  leftText: null,
  overdue: false,
};
const hold = { until: null, reason: null, by: null, process: true };

function show(more: object, held: Deal['hold'] = null) {
  const tasks = [{ ...task, ...more }];
  const may = { edit: true, override: true };
  renderInTheme(
    <DealTasks deal={{ state: 'open', tasks, waits: [], may, hold: held } as unknown as Deal} />,
  );
  return screen.getAllByRole('row')[1]!;
}
const request = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Request' });

describe('the tasks of a deal', () => {
  it('say for whom they are: several approvers, a role, or the owner', () => {
    expect(show({}).textContent).toContain('several approvers');
    expect(show({ to: 'role', role: 'manager' }).textContent).toContain('Sales manager');
    expect(show({ to: 'owner' }).textContent).toContain('Owner');
    expect(show({ to: 'person' }).textContent).not.toContain('Owner');
  });

  it('E19: offer nothing that is refused while the deal stands', () => {
    show({});
    expect(request().disabled).toBe(false);
    show({}, hold);
    expect(request().disabled).toBe(true);
    show({ state: 'ready' }, hold);
    expect(screen.queryByRole('button', { name: /^More for/ })).toBeNull();
  });
});
