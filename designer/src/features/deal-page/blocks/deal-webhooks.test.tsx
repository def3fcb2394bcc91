import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInTheme } from '../../../ui/render-in-theme.tsx';
import type { Deal } from '../deal.ts';
import { DealWebhooks } from './deal-webhooks.tsx';

const webhook = {
  title: 'Tell the ERP',
  host: 'erp.example.com',
  at: '2026-09-16T09:00:00Z',
  nextAt: null,
  why: null,
};
const show = (more: object[]) => {
  const webhooks = more.map((each, id) => ({ ...webhook, id: `${id}`, ...each }));
  renderInTheme(<DealWebhooks deal={{ webhooks } as unknown as Deal} />);
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
};

describe('the webhooks of a deal', () => {
  it('say how each went, how often it was tried and what was answered', () => {
    const why = 'The other system reports a fault of its own.';
    const said = show([
      { state: 'delivered', attempts: 1, status: 200 },
      { state: 'planned', attempts: 3, status: 503, why, nextAt: '2026-09-16T10:00:00Z' },
      { state: 'planned', attempts: 0, status: null },
      { state: 'failed', attempts: 2, status: null, why: 'Nothing listens at its address.' },
    ]);
    expect(said[0]).toMatch(/^Tell the ERPerp.example.com, 1 attempt, answered 200delivered /);
    expect(said[1]).toContain(`erp.example.com, 3 attempts, answered 503${why}tried again `);
    expect(said[2]).toMatch(/^Tell the ERPerp.example.comwaits /);
    expect(said[3]).toContain('2 attempts, no answerNothing listens at its address.not delivered ');
  });

  it('take no room where the process has told nobody', () => {
    expect(show([])).toEqual([]);
    expect(screen.queryByText('Webhooks')).toBeNull();
  });
});
