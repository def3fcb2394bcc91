import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DayInput } from './day-input.tsx';
import { Dialog } from './dialog.tsx';
import { renderInTheme } from './render-in-theme.tsx';

const day = () => screen.getByRole('textbox', { name: 'Until' });
const calendar = () => screen.queryByRole('button', { name: 'Next month' });

describe('a day in a dialog', () => {
  it('gives Escape to its calendar first, then to the dialog', async () => {
    const onClose = vi.fn();
    renderInTheme(
      <Dialog opened onClose={onClose} title="Hold the deal">
        <DayInput label="Until" />
      </Dialog>,
    );
    const user = userEvent.setup();
    await user.click(day());
    expect(calendar()).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(calendar()).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
