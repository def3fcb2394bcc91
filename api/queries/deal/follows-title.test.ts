import { describe, expect, it } from 'vitest';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { followsTitle } from './follows-title.ts';

const drawing = {
  stages: [{ id: 'sale', exits: [{ id: 'on', continueIn: { process: 'BUILD' } }] }],
  outcomes: {
    won: { then: [{ id: 'next', process: 'SERVICE' }] },
    lost: { then: [{ id: 'next', process: 'NURTURE' }] },
  },
} as unknown as Drawing;
const incidents = [
  { id: 'i1', follows: 'follow:next' },
  { id: 'i2', follows: 'continueIn' },
  { id: 'i3' },
];

function title(status: string, incident: string): string | undefined {
  const state = { status, stage: 'sale', continuedBy: 'on', incidents };
  return followsTitle(drawing, state as unknown as RunState, incident);
}

describe('what could not follow the end of a deal', () => {
  it('is what follows the way it ended, though both ways share an id', () => {
    expect(title('won', 'i1')).toBe('Start of SERVICE');
    expect(title('finished', 'i1')).toBe('Start of SERVICE');
    expect(title('lost', 'i1')).toBe('Start of NURTURE');
  });

  it('is the process in which it should go on', () => {
    expect(title('continued', 'i2')).toBe('Going on in BUILD');
  });

  it('is nothing for an incident of a step', () => {
    expect(title('open', 'i3')).toBeUndefined();
  });
});
