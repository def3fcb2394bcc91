import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import type { Session } from '../../../lib/session.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { DraftConflict } from './draft-conflict.tsx';

it('shows what was filled in elsewhere, of the fields that differ, and lets the person choose', () => {
  const form = ['place', 'notes'].map((id) => ({
    field: { id, label: `The ${id}`, type: 'text' },
  }));
  const [take, keep] = [vi.fn(), vi.fn()];
  renderInTheme(
    <DraftConflict
      task={{ form, currency: 'PLN' } as unknown as TaskDetail}
      mine={{ place: 'Skawina', notes: 'short' }}
      other={{ place: 'Skawina', notes: 'A long text' }}
      onTake={take}
      onKeep={keep}
    />,
    { person: { id: 'p' } } as Session,
  );
  expect(screen.getByText('A long text')).toBeTruthy();
  expect(screen.queryByText(/The place/)).toBeNull();
  screen.getByRole('button', { name: 'Use what is elsewhere' }).click();
  screen.getByRole('button', { name: 'Keep what I typed here' }).click();
  expect([take.mock.calls.length, keep.mock.calls.length]).toEqual([1, 1]);
});
