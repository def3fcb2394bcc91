import { describe, expect, it } from 'vitest';
import type { Deal } from '../deal.ts';
import { positionSentence } from './position-sentence.ts';

const step = (id: string, name: string) => ({ id, name });
const drawing = {
  stages: [
    {
      id: 'offer',
      name: 'Prepare the offer',
      steps: [
        step('price', 'Price the system'),
        step('photo', 'Visualisation'),
        step('draft', 'Draft the contract'),
      ],
      links: [{ from: 'price', to: 'draft' }],
    },
  ],
} as unknown as Deal['drawing'];
const at = (steps: Record<string, string>) =>
  positionSentence({ state: 'open', stage: 'offer', steps, drawing });

describe('where a deal is, in words', () => {
  it('names parallel steps and what follows', () => {
    expect(at({ price: 'open', photo: 'open', draft: 'pending' })).toBe(
      'Now: Price the system and Visualisation. Next: Draft the contract.',
    );
  });

  it('knows where a deal on hold stands', () => {
    const held = { state: 'on_hold', stage: 'offer', steps: { price: 'open' }, drawing } as const;
    expect(positionSentence(held)).toBe('Now: Price the system.');
    expect(positionSentence({ ...held, state: 'lost' })).toBe('This deal was lost.');
  });

  it('says so when nothing is open any more', () => {
    expect(at({ price: 'ended', photo: 'skipped', draft: 'ended' })).toBe(
      'Every step of “Prepare the offer” is settled.',
    );
  });
});
