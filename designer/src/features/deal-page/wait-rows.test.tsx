import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../ui/render-in-theme.tsx';
import type { Deal } from './deal.ts';
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
});
