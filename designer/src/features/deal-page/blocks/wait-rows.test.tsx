import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import type { Deal } from '../deal.ts';
import { WaitRows } from './wait-rows.tsx';

const wait = {
  step: 'answer',
  stage: 'send',
  kind: 'wait',
  visit: 1,
  round: 1,
  title: 'Answer of the customer',
  until: null,
  ports: [{ id: 'timeout', label: 'Time-out' }],
};

function show(may: Partial<Deal['may']>) {
  const deal = { id: 'd', waits: [wait], hold: null, may } as unknown as Deal;
  renderInTheme(
    <table>
      <tbody>
        <WaitRows deal={deal} />
      </tbody>
    </table>,
  );
  return screen.queryByRole('button', { name: /^End/ }) !== null;
}

describe('a wait of a deal', () => {
  it('may be ended by whoever may edit the deal, not by whoever resolves incidents alone', () => {
    expect(show({ edit: true, resolve: false })).toBe(true);
    expect(show({ edit: false, resolve: true })).toBe(false);
  });

  it('is asked about anew each time, without what was written before', async () => {
    show({ edit: true });
    const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Reason/ });
    const ask = async () => {
      await userEvent.click(screen.getByRole('button', { name: /^End/ }));
      await userEvent.click(screen.getByRole('menuitem'));
    };
    await ask();
    await userEvent.type(reason(), 'He called.');
    await userEvent.click(screen.getByRole('button', { name: 'Keep waiting' }));
    const opener = screen.getByRole('button', { name: /^End/ });
    await waitFor(() => expect(document.activeElement).toBe(opener));
    await ask();
    expect(reason().value).toBe('');
  });
});
