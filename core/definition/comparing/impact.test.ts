import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.ts';
import { impact } from './impact.ts';
import { cleanDrawing } from '../testing/clean-drawing.ts';
import { stageOf, stepOf } from '../testing/find.ts';

describe('impact', () => {
  it('names the deals whose stage or steps a version removes, and counts the others', () => {
    const to = cleanDrawing();
    stageOf(to, 'send').steps.pop();
    to.stages[0]!.id = 'other';
    expect(impact(cleanDrawing(), to, { prepare: 6, send: 1, gone: 3 })).toEqual([
      '6 deals sit in “Prepare the offer”, which this version removes; they finish on their version.',
      '1 deal sits in “Send the offer”, from which this version removes “Offer an extra”; it finishes on its version.',
    ]);
    expect(impact(cleanDrawing(), cleanDrawing(), { prepare: 2, send: 3 })).toEqual([
      '5 open deals finish on their version; new deals use this one.',
    ]);
    expect(impact(cleanDrawing(), to, {})).toEqual([]);
  });
});

describe('changesBetween', () => {
  it('finds nothing between equal drawings', () => {
    expect(changesBetween(cleanDrawing(), cleanDrawing())).toEqual([]);
  });

  it('tells what was added, removed, renamed and changed, by stable ids', () => {
    const to = cleanDrawing();
    const prepare = stageOf(to, 'prepare');
    prepare.name = 'Write the offer';
    prepare.links.pop();
    prepare.steps.pop();
    const call = stepOf(to, 'task', 'send', 'call');
    call.name = 'Ring the customer';
    call.due = { n: 2, unit: 'bd' };
    stageOf(to, 'send').steps.push({ ...structuredClone(call), id: 'new', name: 'Send a card' });
    to.outcomes.won.reasons.push({ id: 'speed', label: 'Speed' });
    expect(changesBetween(cleanDrawing(), to).map(({ sentence }) => sentence)).toEqual([
      'Stage “Prepare the offer” is now called “Write the offer”.',
      'Write the offer: step “Tell the owner” was removed.',
      'Write the offer: link “Price it → Tell the owner” was removed.',
      'Send the offer: step “Call the customer” is now called “Ring the customer”.',
      'Send the offer: step “Ring the customer” was changed.',
      'Send the offer: step “Send a card” was added.',
      'The list of reasons changed.',
    ]);
  });

  it('tells that the order of stages changed', () => {
    const to = cleanDrawing();
    to.stages.reverse();
    expect(changesBetween(cleanDrawing(), to)).toMatchObject([{ kind: 'moved', element: 'stage' }]);
  });
});
