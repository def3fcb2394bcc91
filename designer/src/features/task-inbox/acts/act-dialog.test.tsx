import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { ActDialog } from './act-dialog.tsx';
import type { useTaskCommands } from './use-task-commands.ts';

const task = { title: 'Approve margin' } as TaskDetail;

function open(
  act: 'approve' | 'reject',
  run: (seen: TaskDetail, act: string, note: string) => Promise<void>,
) {
  const onClose = vi.fn();
  const commands = { act: run } as unknown as ReturnType<typeof useTaskCommands>;
  renderInTheme(<ActDialog task={task} act={act} commands={commands} onClose={onClose} />);
  return onClose;
}
/** A dialog over a task that another person changes. */
function Changing({ commands }: { commands: ReturnType<typeof useTaskCommands> }) {
  const [fieldsRevision, change] = useState(1);
  const now = { ...task, fieldsRevision };
  return (
    <>
      <button type="button" onClick={() => change(2)}>
        Change
      </button>
      <ActDialog task={now} act="approve" commands={commands} onClose={() => {}} />
    </>
  );
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the dialog of an act on a task', () => {
  it('does not reject before it is said why, and sends what was written', async () => {
    const run = vi.fn(async () => {});
    const onClose = open('reject', run);
    expect(button('Reject').disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: /^Why/ }), 'Too low. ');
    await userEvent.click(button('Reject'));
    expect(run).toHaveBeenCalledWith(task, 'reject', 'Too low.');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('approves without a note', async () => {
    const run = vi.fn(async () => {});
    open('approve', run);
    await userEvent.click(button('Approve'));
    expect(run).toHaveBeenCalledWith(task, 'approve', '');
  });

  it('stays open when it is refused', async () => {
    const onClose = open('approve', () => Promise.reject(new Error('own request')));
    await userEvent.click(button('Approve'));
    await screen.findByRole('alert');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('acts on the task as it was when the dialog was opened, whatever has changed behind it', async () => {
    const run = vi.fn(async () => {});
    const commands = { act: run } as unknown as ReturnType<typeof useTaskCommands>;
    renderInTheme(<Changing commands={commands} />);
    await userEvent.click(screen.getByText('Change'));
    await userEvent.click(button('Approve'));
    expect(run).toHaveBeenCalledWith({ ...task, fieldsRevision: 1 }, 'approve', '');
  });
});
