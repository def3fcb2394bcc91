import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { EachItems } from './each-items.tsx';
import { renderInTheme } from '../render-in-theme.tsx';

const item = { item: 'x', name: 'X', state: 'open' as const, outcome: null, taskId: null };
const each = {
  stage: 's',
  step: 'e',
  visit: 1,
  round: 1,
  where: 'stage' as const,
  title: 'Ask suppliers',
  need: 3,
  passed: 0,
  ended: false,
  items: [item],
  mayAdd: [],
};

describe('the items of a step for each item', () => {
  it('says how many items it still waits for', () => {
    renderInTheme(<EachItems each={each} />);
    expect(screen.getByText('It waits for 2 more items: add what is missing.')).toBeDefined();
  });

  it('says that what is open counts no more once the deal has gone on', () => {
    renderInTheme(<EachItems each={{ ...each, need: 1, ended: true }} />);
    expect(screen.getByText(/what is still open counts no more/)).toBeDefined();
  });

  it('says neither while all are there and under way', () => {
    renderInTheme(<EachItems each={{ ...each, need: 1 }} />);
    expect(screen.queryByText(/waits for|counts no more/)).toBeNull();
  });
});
