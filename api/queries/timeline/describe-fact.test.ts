import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawingSchema } from '#core/drawing/drawing.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import type { SentenceContext } from './sentence.ts';
import { describeFact } from './describe-fact.ts';

const sample = new URL('../../../prisma/samples/photovoltaics.json', import.meta.url);
const drawing = drawingSchema.parse(JSON.parse(readFileSync(sample, 'utf8')));

const context: SentenceContext = {
  drawing,
  actor: 'Marek Nowicki',
  nameOf: (id) => (id === 'anna' ? 'Anna Sikora' : 'Somebody'),
  toldOf: ({ level }) => (level === 'overdue' ? ['Anna Sikora', 'Ewa Zawadzka'] : []),
  dealOf: (id) => (id === 'd2' ? 'SV-2026-0007' : 'Another deal'),
  departmentOf: (key) => (key === 'analysis' ? 'Business analysis' : key),
  textOf: (submission, part = 'text') =>
    submission === 's1' && part === 'text' ? 'They moved' : null,
  zoneOf: (department) => (department === null ? 'Europe/Warsaw' : 'Asia/Tokyo'),
};
const of = { stage: 'prepare', visit: 1, round: 1 };

function told(fact: Fact): [string, string | null] {
  const { title, reason } = describeFact(context, fact);
  return [title, reason];
}

describe('a fact as a line of the timeline', () => {
  it('says who did what, by which outcome', () => {
    const fact: Fact = {
      type: 'TaskCompleted',
      ...of,
      step: 'price',
      by: 'marek',
      outcome: 'done',
    };
    expect(told(fact)).toEqual(['Marek Nowicki completed “Price the system”', 'Outcome: Priced.']);
  });

  it('gives the operands of a decision with the labels and units of the drawing', () => {
    const operands = [{ field: 'surveyResult', value: 'conditional' }];
    const fact: Fact = { type: 'BranchTaken', ...of, step: 'result', port: 'yes', operands };
    expect(told(fact)).toEqual([
      '“Survey result” went feasible, conditional',
      'Survey result is Feasible on conditions.',
    ]);
  });

  it('says by name who was told of what is late, and which level it was', () => {
    const clock = 'task:prepare:price:1:1';
    const late = { clock, cycle: 1, stage: 'prepare', step: 'price' };
    expect(told({ type: 'Escalated', ...late, level: 'overdue', due: 0 })).toEqual([
      'Level 2 of “Default” (when it is due) was raised for “Price the system”',
      'Told: Anna Sikora, Ewa Zawadzka.',
    ]);
    const ofStage = { clock: 'stage:prepare:1', cycle: 1, stage: 'prepare' };
    const superseded = { type: 'EscalationSuperseded', ...ofStage } as const;
    expect(told({ ...superseded, level: 'remind', by: 'lead' })).toEqual([
      expect.stringMatching(
        /^Level 1 of “Default” \(25 % of the time before the due\) was left out/,
      ),
      'Level 3 of “Default” (4 business hours after the due) was due as well.',
    ]);
    expect(told({ type: 'Escalated', ...late, level: 'gone', due: 0 })[0]).toBe(
      'A level that is not drawn any more was raised for “Price the system”',
    );
  });

  it('gives the reason that a person wrote', () => {
    const fact: Fact = {
      type: 'StepSteppedOver',
      ...of,
      step: 'visual',
      why: 'waived',
      by: 'marek',
      reason: 's1',
    };
    expect(told(fact)).toEqual(['Marek Nowicki waived “Draw the visualisation”', '“They moved”']);
  });

  it('says what was due when', () => {
    const fact: Fact = {
      type: 'ClockBreached',
      clock: 'c',
      cycle: 1,
      stage: 'prepare',
      step: 'price',
      due: 0,
    };
    expect(describeFact(context, fact)).toMatchObject({
      title: '“Price the system” is overdue',
      reason: null,
      when: { text: 'It was due', at: 0, zone: 'Asia/Tokyo' },
    });
  });

  it('names reasons and note of a lost deal', () => {
    const fact: Fact = {
      type: 'RunClosed',
      outcome: 'lost',
      reasons: ['price'],
      note: 's1',
      by: 'marek',
    };
    expect(told(fact)).toEqual(['Marek Nowicki marked the deal as lost', 'Price. They moved.']);
  });

  it('says to whom a deal went', () => {
    const fact: Fact = { type: 'OwnerSet', owner: 'anna', by: 'marek' };
    expect(told(fact)).toEqual(['The deal went to Anna Sikora', 'Marek Nowicki handed it over.']);
  });

  it.each<[Fact, [string, string | null]]>([
    [
      { type: 'ApprovalDecided', ...of, step: 'price', decision: 'rejected', by: 'm', note: 's1' },
      ['Marek Nowicki rejected “Price the system”', '“They moved”'],
    ],
    [
      {
        type: 'TaskAssigned',
        ...of,
        step: 'price',
        person: 'anna',
        why: { strategy: 'leastLoaded', pool: 8, eligible: 6 },
      },
      ['“Price the system” went to Anna Sikora', 'Least loaded of 6 eligible people.'],
    ],
    [
      {
        type: 'TaskAssigned',
        ...of,
        step: 'price',
        person: null,
        why: { strategy: 'roundRobin', pool: 8, eligible: 0, nobody: 'all-away' },
      },
      ['“Price the system” stays in the queue', 'Everybody in the pool is away.'],
    ],
    [
      { type: 'RunHeld', by: 'm', until: 0, reason: 's1' },
      ['Marek Nowicki put the deal on hold', '“They moved”'],
    ],
    [
      { type: 'ProcessEnded', ...of, step: 'price', deal: 'd2', outcome: 'finished' },
      ['SV-2026-0007 is finished', '“Price the system” was waiting for it.'],
    ],
    [
      { type: 'WebhookSettled', ...of, step: 'price', result: 'failed', why: 'gave-up:status:503' },
      ['“Price the system” was not delivered', 'It could not be reached for a day.'],
    ],
    [
      { type: 'ReworkStarted', ...of, step: 'price', to: 'visual', link: 'l', count: 1, max: 3 },
      ['“Price the system” sent the work back to “Draw the visualisation”', 'Time 1 of at most 3.'],
    ],
    [
      {
        type: 'ClockPaused',
        clock: 'task:prepare:price:1:1',
        cycle: 1,
        stage: 'prepare',
        why: 'customer',
      },
      ['The time of “Price the system” is paused', 'The customer is waited for.'],
    ],
  ])('says of $type what happened, then why', (fact, sentences) => {
    expect(told(fact)).toEqual(sentences);
  });

  it('still says something where the drawing does not know the step any more', () => {
    const fact: Fact = { type: 'StepSkipped', ...of, step: 'gone' };
    expect(told(fact)).toEqual(['“gone” was skipped', 'No path leads to it any more.']);
  });
});
