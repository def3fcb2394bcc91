import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import { TaskBeside } from './task-beside.tsx';

const part = { by: null, at: null, note: null, dueAt: null };
const task = {
  id: 'mine',
  kind: 'approval',
  may: { openDeal: false },
  approval: {
    need: 2,
    approved: 1,
    parts: [
      { ...part, item: 'a', who: 'Business analysis', state: 'open', taskId: 'mine' },
      {
        ...part,
        item: 'b',
        who: 'Technicians',
        state: 'approved',
        taskId: 'theirs',
        by: { id: 'p', name: 'Paweł Wójcik' },
        note: 'The roof bears it.',
      },
    ],
  },
} as unknown as TaskDetail;

describe('what stands beside an approver’s part', () => {
  it('is how the others decided, for somebody who may not open the deal', () => {
    renderInTheme(<TaskBeside task={task} />);
    const [own, other] = screen.getAllByRole('listitem');
    expect(screen.getByText('1 of 2 approved, all needed')).toBeDefined();
    expect(own?.textContent).toBe('Business analysis (this)To decide');
    expect(other?.textContent).toBe('TechniciansPaweł Wójcik “The roof bears it.”Approved');
  });
});
