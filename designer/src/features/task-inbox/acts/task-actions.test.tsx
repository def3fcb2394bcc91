import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { Session } from '../../../lib/session.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { TaskActions } from './task-actions.tsx';
import type { useTaskCommands } from './use-task-commands.ts';

const mutation = { isPending: false, mutate: vi.fn() };
const commands = { claim: mutation, complete: mutation, release: mutation, offered: mutation };

function button(name: RegExp, more: object) {
  const may = { openDeal: true, resume: true, pause: [] };
  const task = { kind: 'task', outcomes: [], held: false, may, ...more } as unknown as TaskDetail;
  renderInTheme(
    <TaskActions
      task={task}
      keysOn
      missing={[]}
      commands={commands as unknown as ReturnType<typeof useTaskCommands>}
      onComplete={() => {}}
    />,
    { person: { id: 'p' } } as Session,
  );
  return screen.getByRole<HTMLButtonElement>('button', { name });
}

describe('the acts of a task', () => {
  it.each([
    ['Request', /^Request/, { state: 'offered' }],
    ['Not needed', /^Not needed/, { state: 'offered' }],
    ['Go on', /^Go on/, { state: 'assigned', assignee: { id: 'p', name: 'Paweł' } }],
  ])('E19: offer no “%s” while the deal is on hold', (_act, name, task) => {
    expect(button(name, task).disabled).toBe(false);
    expect(button(name, { ...task, held: true }).disabled).toBe(true);
  });

  it.each([
    ['Complete', /^Complete/, { may: { complete: true, pause: [] } }],
    ['Approve', /^Approve/, { kind: 'approval', may: { decide: true, pause: [] } }],
  ])('E19: offer “%s” also while the deal is on hold', (_act, name, more) => {
    const outcomes = [{ id: 'done', label: 'Done', passes: true }];
    const task = { state: 'assigned', assignee: null, waiting: null, outcomes, ...more };
    expect(button(name, { ...task, held: true }).disabled).toBe(false);
  });
});
