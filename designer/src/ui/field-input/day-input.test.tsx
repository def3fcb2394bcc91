import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { DayInput } from './day-input.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { renderInTheme } from '../render-in-theme.tsx';
import type { Unread } from '../written/unread.ts';

const day = () => screen.getByRole('textbox', { name: 'Until' });
const calendar = () => screen.queryByRole('button', { name: 'Next month' });

describe('a day in a dialog', () => {
  it('gives Escape to its calendar first, then to the dialog', async () => {
    const onClose = vi.fn();
    renderInTheme(
      <Dialog opened onClose={onClose} title="Hold the deal">
        <DayInput label="Until" value={null} onChange={() => {}} />
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

describe('a day within bounds', () => {
  it('says which days may be chosen when another is typed', async () => {
    const onChange = vi.fn();
    const Held = () => {
      const [value, setValue] = useState<string | Unread | null>(null);
      onChange.mockImplementation(setValue);
      const bounds = { minDate: '2026-12-02', maxDate: '2027-05-30' };
      return <DayInput label="Until" value={value} onChange={onChange} {...bounds} />;
    };
    renderInTheme(<Held />);
    await userEvent.type(day(), '31.12.2027');
    await userEvent.tab();
    expect(onChange.mock.calls.every(([value]) => typeof value !== 'string')).toBe(true);
    const why = 'Choose a day from Wed 2 Dec 2026 to Sun 30 May 2027.';
    expect(screen.getByText(why)).toBeTruthy();
    expect(day().getAttribute('aria-invalid')).toBe('true');
  });

  it('takes a day of the calendar', async () => {
    const onChange = vi.fn();
    renderInTheme(<DayInput label="Until" value="2026-12-02" onChange={onChange} />);
    await userEvent.click(day());
    await userEvent.click(screen.getByRole('button', { name: '24 December 2026' }));
    expect(onChange).toHaveBeenLastCalledWith('2026-12-24');
    expect(calendar()).toBeNull();
  });
});
