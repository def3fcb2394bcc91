import { describe, expect, it } from 'vitest';
import type { Deal, DealExit } from '../deal.ts';
import { moveInput, moveWords } from './move-words.ts';

const deal = {
  id: 'd1',
  stage: 'offer',
  visit: 1,
  customer: 'Młyn Borówka',
  tasks: [{ state: 'ready' }, { state: 'done' }, { state: 'offered' }],
} as unknown as Deal;
const exit = (to: string): DealExit => ({
  exit: 'x',
  mode: 'manual',
  to,
  label: 'Move to Send the offer',
  items: [],
  unmet: 0,
  continueIn: null,
  redo: null,
  asksReasons: null,
});

describe('the words of a move', () => {
  it('say how much work a loss cancels', () => {
    expect(moveWords(deal, exit('lost')).consequence).toBe(
      'Młyn Borówka. Cancels 2 open tasks and ends the process.',
    );
  });

  it('name the result on both buttons', () => {
    const words = moveWords(deal, exit('lost'));
    expect([words.confirm, words.keep]).toEqual(['Lose the deal', 'Keep the deal']);
  });

  it('say of a way back that it does not go on by itself, and ask what is done again', () => {
    const back = { ...exit('survey'), label: 'Survey again', redo: [] };
    expect(moveWords(deal, back)).toMatchObject({
      question: 'Survey again?',
      confirm: 'Send the deal back',
    });
    const said = { reasons: [], note: '', why: undefined, redo: ['measure'] };
    expect(moveInput(deal, back, said)).toMatchObject({ redo: ['measure'] });
    expect(moveInput(deal, exit('s4'), said)).not.toHaveProperty('redo');
  });

  it('leave an override out unless one was given', () => {
    const said = { reasons: ['price'], note: '  ', why: undefined };
    expect(moveInput(deal, exit('lost'), said)).toEqual({
      dealId: 'd1',
      stage: 'offer',
      visit: 1,
      exit: 'x',
      reasons: ['price'],
    });
    expect(moveInput(deal, exit('s4'), { ...said, why: ' agreed ' })).toMatchObject({
      override: { reason: 'agreed' },
    });
  });
});
