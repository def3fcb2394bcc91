import { describe, expect, it } from 'vitest';
import { longestPath, scaleOf } from './path-time.ts';
import { stageGraph } from './stage-graph.ts';
import { asks, tinyDrawing } from '../testing/tiny-drawing.ts';

/** The longest path of a stage in business hours. */
function hours(steps: Record<string, object>, links: string[] = []): number {
  const [stage] = tinyDrawing({ steps, links }).stages;
  return longestPath(stageGraph(stage!, 0), scaleOf('bh')) / 60;
}

const due = (n: number, more: object = {}) => ({ ...asks(), due: { n, unit: 'bh', ...more } });

describe('the time that the work of a stage may take', () => {
  it('adds up along links, and takes the longest of what runs side by side', () => {
    expect(hours({ a: due(2), b: due(3), c: due(4) }, ['a>b'])).toBe(5);
  });

  it('takes the longest of the cases, and nothing for a time from a date', () => {
    const cases = [{ when: '1.0 < 2.0', n: 1, unit: 'bd' }];
    expect(hours({ a: due(2, { cases }) })).toBe(8);
    expect(hours({ a: due(2, { from: 'field', field: 'a' }) })).toBe(0);
  });

  it('counts every attempt of a repeated task, and only the first for what hangs on each', () => {
    const repeat = { on: ['no'], max: 3, every: { n: 4, unit: 'bh' } };
    const steps = { a: { ...due(2), repeat }, b: due(30) };
    expect(hours(steps)).toBe(30);
    expect(hours(steps, ['a>b'])).toBe(48);
    expect(hours(steps, ['a.each>b'])).toBe(32);
  });

  it('takes the first for a join of any, the second for two of three, and leaves out what is cancelled', () => {
    const steps = (join?: object) => ({ a: due(1), b: due(2), c: due(9), j: { ...due(1), join } });
    const links = ['a>j', 'b>j', 'c>j'];
    expect(hours(steps(), links)).toBe(10);
    expect(hours(steps({ mode: 'any', late: 'ignore' }), links)).toBe(9);
    expect(hours(steps({ mode: 'any', late: 'cancel' }), links)).toBe(2);
    expect(hours(steps({ mode: 'count', count: 2, late: 'cancel' }), links)).toBe(3);
  });

  it('counts the time-out of a process, the due time of an approval, and from the entry of the stage', () => {
    const process = { kind: 'process', process: 'P', wait: { timeout: { n: 2, unit: 'bd' } } };
    const approval = {
      kind: 'approval',
      approvers: [{ id: 'x', to: { kind: 'owner' } }],
      due: { n: 6, unit: 'bh', from: 'stageEntry' },
    };
    expect(hours({ p: process, a: approval }, ['p.finished>a'])).toBe(16);
    expect(hours({ p: due(2), a: approval }, ['p>a'])).toBe(6);
  });
});
