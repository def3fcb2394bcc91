import { fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import type { Deal, DealExit } from '../deal.ts';
import { DealActions } from './deal-actions.tsx';

const next = (to: string, unmet: number): DealExit => ({
  exit: 'next',
  mode: 'manual',
  to,
  label: `Move to ${to}`,
  items: unmet === 0 ? [] : [{ kind: 'step', label: 'Price it', detail: 'open', met: false }],
  unmet,
  continueIn: null,
  redo: null,
  asksReasons: null,
});
const inStage = (stage: string, exit: DealExit) =>
  ({
    id: 'd1',
    state: 'open',
    customer: 'Młyn Borówka',
    stage,
    visit: 1,
    tasks: [],
    exits: [exit],
    may: { move: true, edit: true },
    hold: null,
  }) as unknown as Deal;

/** A deal that becomes another one while its dialog is open. */
function Followed({ later }: { later: Deal }) {
  const [deal, setDeal] = useState(inStage('offer', next('send', 1)));
  return (
    <>
      <button type="button" onClick={() => setDeal(later)}>
        Later
      </button>
      <DealActions deal={deal} />
    </>
  );
}

const confirm = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Move the deal' });

async function openDialog(later: Deal) {
  renderInTheme(<Followed later={later} />);
  await userEvent.click(screen.getByRole('button', { name: /^Move to send/ }));
  expect(confirm().disabled).toBe(true);
}

describe('the ways on of a deal', () => {
  it('E19: are not offered while it stands, but to lose it is', () => {
    const lose: DealExit = { ...next('lost', 0), exit: 'lose', label: 'Lose' };
    const deal = inStage('offer', next('send', 0));
    const hold = { until: null, reason: null, by: null, process: true };
    renderInTheme(<DealActions deal={{ ...deal, exits: [...deal.exits, lose], hold }} />);
    const button = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
    expect(button(/^Move to send/).disabled).toBe(true);
    expect(button(/^Lose/).disabled).toBe(false);
  });
});

describe('an open dialog of a move', () => {
  it('knows when nothing is missing any more', async () => {
    await openDialog(inStage('offer', next('send', 0)));
    fireEvent.click(screen.getByText('Later'));
    expect(confirm().disabled).toBe(false);
  });

  it('closes when the deal leaves the stage, though the next has an exit of that id', async () => {
    await openDialog(inStage('send', next('sign', 0)));
    fireEvent.click(screen.getByText('Later'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
