import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError, toProblem } from '../../lib/problem.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { renderInTheme } from '../render-in-theme.tsx';

const refusal = new ProblemError(
  toProblem(
    {
      title: 'The form is not complete',
      code: 'form-invalid',
      detail: 'Two things are missing.',
      errors: [
        { path: 'values.margin', message: 'Margin is above 100 %.', remedy: 'Give 0 to 100.' },
        { path: 'files.yield', message: 'Yield report is missing.' },
      ],
    },
    422,
  ),
);

describe('ProblemAlert', () => {
  it('names all reasons at once and leads to the field of each', async () => {
    const onField = vi.fn();
    renderInTheme(<ProblemAlert error={refusal} onField={onField} />);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('The form is not complete');
    expect(alert.textContent).toContain('Give 0 to 100.');
    await userEvent.click(screen.getByRole('button', { name: 'Yield report is missing.' }));
    expect(onField).toHaveBeenCalledWith('files.yield');
  });

  it('says once what stands in the detail and in the list, and keeps what leads to its field', () => {
    const message = 'This is not your current password.';
    const errors = [{ path: 'currentPassword', message, remedy: 'Type the one of today.' }];
    const twice = new ProblemError(
      toProblem(
        { code: 'wrong-password', detail: `${message} Type the one of today.`, errors },
        422,
      ),
    );
    const { unmount } = renderInTheme(<ProblemAlert error={twice} />);
    expect(screen.getAllByText(/This is not your current password/)).toHaveLength(1);
    unmount();
    renderInTheme(<ProblemAlert error={twice} onField={() => {}} />);
    expect(screen.getAllByText(/This is not your current password/)).toHaveLength(1);
    expect(screen.getByRole('button', { name: message })).toBeTruthy();
  });

  it('shows nothing without an error', () => {
    renderInTheme(<ProblemAlert error={null} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('gives a code for an error that is no refusal', () => {
    renderInTheme(<ProblemAlert error={new Error('boom')} />);
    expect(screen.getByRole('alert').dataset['code']).toBe('unexpected');
    expect(screen.getByRole('alert').textContent).not.toContain('boom');
  });
});
