import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { renderInTheme } from '../../ui/render-in-theme.tsx';
import { ActDialog } from './act-dialog.tsx';
import type { useTaskCommands } from './use-task-commands.ts';

const task = { title: 'Approve margin' } as TaskDetail;

function open(act: 'approve' | 'reject', run: (act: string, note: string) => Promise<void>) {
  const onClose = vi.fn();
  const commands = { act: run } as unknown as ReturnType<typeof useTaskCommands>;
  renderInTheme(<ActDialog task={task} act={act} commands={commands} onClose={onClose} />);
  return onClose;
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the dialog of an act on a task', () => {
  it('does not reject before it is said why, and sends what was written', async () => {
    const run = vi.fn(async () => {});
    const onClose = open('reject', run);
    expect(button('Reject').disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: /^Why/ }), 'Too low. ');
    await userEvent.click(button('Reject'));
    expect(run).toHaveBeenCalledWith('reject', 'Too low.');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('approves without a note', async () => {
    const run = vi.fn(async () => {});
    open('approve', run);
    await userEvent.click(button('Approve'));
    expect(run).toHaveBeenCalledWith('approve', '');
  });

  it('stays open when it is refused', async () => {
    const onClose = open('approve', () => Promise.reject(new Error('own request')));
    await userEvent.click(button('Approve'));
    await screen.findByRole('alert');
    expect(onClose).not.toHaveBeenCalled();
  });
});
