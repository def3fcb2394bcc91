import { describe, expect, it } from 'vitest';
import type { ProcessDefinition } from '../definition/definition.ts';
import { deepFreeze } from '../world/testing/drive.ts';
import {
  email,
  exit,
  has,
  is,
  leave,
  minutes,
  process,
  stage,
  task,
  wait,
  waitFor,
} from '../world/testing/process.ts';
import { scenarioSchema, type Scenario } from './scenario.ts';
import { simulate, type Simulation } from './simulate.ts';

const monday9 = '2026-09-07T09:00:00+02:00';

function scenario(more: object): Scenario {
  return scenarioSchema.parse({ format: 1, start: { at: monday9, owner: 'olga' }, ...more });
}

function play(definition: ProcessDefinition, more: object): Simulation {
  return simulate(deepFreeze(definition), deepFreeze(scenario(more)));
}

/** When facts of a type happened, as ISO instants in UTC. */
function instants({ facts }: Simulation, type: string): string[] {
  const found = facts.filter(({ fact }) => fact.type === type);
  return found.map(({ at }) => new Date(at).toISOString().slice(0, 16));
}

const manual = [exit('next', 'manual', 'won')];
const due = { n: 2, unit: 'bh' } as const;
const oneTask = process([
  stage('s0', { steps: [task('a', { due, policy: 'standard' })], exits: manual }),
]);

describe('time in a simulation', () => {
  it('passes between acts as in production: each alarm wakes the run at its own instant', () => {
    const played = play(oneTask, { acts: [{ act: 'pass', at: '1bd' }] });
    expect(instants(played, 'ClockBreached')).toEqual(['2026-09-07T09:00']);
    expect(instants(played, 'Escalated')).toEqual([
      '2026-09-07T08:30',
      '2026-09-07T09:00',
      '2026-09-07T13:00',
    ]);
  });

  it('E20: at the instant of an act the act comes first, so work done at its due is in time', () => {
    const done = { act: 'complete', at: '2bh', step: 'a' };
    expect(instants(play(oneTask, { acts: [done] }), 'ClockBreached')).toEqual([]);
    const late = play(oneTask, { acts: [{ ...done, at: '121min' }] });
    expect(instants(late, 'ClockBreached')).toEqual(['2026-09-07T09:00']);
  });

  it('counts from the act before on the calendar of the process, or takes an instant', () => {
    const calendars = {
      always: { zone: 'UTC', week: week([{ from: '06:00', to: '08:00' }]) },
    };
    const acts = [
      { act: 'external', at: '1bh', name: 'x' },
      { act: 'external', at: '1bh', name: 'y' },
      { act: 'external', at: '2026-09-09T00:00:00Z', name: 'z' },
      { act: 'external', name: 'same' },
    ];
    expect(instants(play(oneTask, { world: { calendars }, acts }), 'EventReceived')).toEqual([
      '2026-09-07T08:00',
      '2026-09-08T07:00',
      '2026-09-09T00:00',
      '2026-09-09T00:00',
    ]);
  });

  it('never goes back, and cannot be counted on a calendar that is always closed', () => {
    const back = { act: 'external', at: '2026-09-06T00:00:00Z', name: 'x' };
    expect(play(oneTask, { acts: [back] }).findings).toMatchObject([
      { kind: 'mistake', path: 'acts[0].at', message: expect.stringContaining('lies before') },
    ]);
    const world = { calendars: { always: { zone: 'UTC', week: week([]) } } };
    const [finding] = play(oneTask, { world, acts: [{ act: 'pass', at: '1bh' }] }).findings;
    expect(finding).toMatchObject({ path: 'acts[0].at', kind: 'mistake' });
  });
});

function week(day: object[]) {
  return { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
}

describe('acts of a scenario', () => {
  it('are events with the ids filled in: by the owner, on the current step, with the pass port', () => {
    const played = play(oneTask, { acts: [{ act: 'complete', step: 'a' }] });
    expect(played.facts.map(({ fact }) => fact)).toContainEqual({
      type: 'TaskCompleted',
      stage: 's0',
      step: 'a',
      visit: 1,
      round: 1,
      by: 'olga',
      outcome: 'done',
    });
  });

  it('set fields by their id; what the run keeps as a flag becomes one', () => {
    const watched = { price: 'value', sheet: 'isSet' } as const;
    const definition = process([stage('s0', { steps: [task('a')], exits: manual })], watched);
    const values = { price: 5, sheet: true, unwatched: 'x' };
    const set = play(definition, { acts: [{ act: 'setFields', values }] });
    expect(set.state).toMatchObject({ values: { price: 5 }, isSet: { sheet: true } });
    const acts = [
      { act: 'setFields', values },
      { act: 'setFields', values: { price: null, sheet: null } },
    ];
    expect(play(definition, { acts }).state).toMatchObject({ values: {}, isSet: {} });
  });

  it('reach waits, incidents and ways out too', () => {
    const definition = process(
      [
        stage('s0', {
          steps: [waitFor('w', 'answered', minutes(60)), task('a', { when: is('f', true) })],
          links: ['w>a'],
          exits: manual,
        }),
      ],
      { f: 'value' },
    );
    const played = play(definition, {
      acts: [
        { act: 'endWait', step: 'w', port: 'event', expect: ['WaitEnded', 'IncidentOpened'] },
        { act: 'resolveIncident', choice: 'skip', expect: ['IncidentResolved'] },
        { act: 'move', exit: 'next', reasons: ['quality'], by: 'anna' },
      ],
      final: { status: 'won', reasons: ['quality'] },
    });
    expect(played.findings).toEqual([]);
    expect(played.replies).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  });

  it('that name a step the stage does not have end the play, with what it has', () => {
    const acts = [
      { act: 'complete', step: 'constructor' },
      { act: 'complete', step: 'a' },
    ];
    const played = play(oneTask, { acts, expect: ['RunClosed'] });
    expect(played.replies).toEqual([]);
    expect(played.findings).toEqual([
      {
        kind: 'mistake',
        path: 'acts[0].step',
        message: 'Stage “s0”, where the deal is, has no step “constructor”. It has a.',
        possible: [
          'task a (open): done',
          'exit next to won (manual, 1 unmet)',
          'time, until 2026-09-07T08:30:00.000Z',
        ],
      },
    ]);
  });

  it('may be refused when the scenario says so, with that very code', () => {
    const move = { act: 'move', exit: 'next' };
    expect(play(oneTask, { acts: [{ ...move, refused: 'unmet' }] }).findings).toEqual([]);
    const other = play(oneTask, { acts: [{ ...move, refused: 'stale' }, { act: 'pass' }] });
    expect(other.findings).toMatchObject([{ kind: 'difference', path: 'acts[0].refused' }]);
    expect(other.replies).toHaveLength(2);
    const taken = play(oneTask, { acts: [{ act: 'complete', step: 'a', refused: 'stale' }] });
    expect(taken.findings).toMatchObject([
      { path: 'acts[0].refused', message: '“stale” was expected, but it was accepted.' },
    ]);
  });
});

describe('machines in a simulation', () => {
  const mails = process([
    stage('s0', { steps: [email('m')], exits: [exit('next', 'auto', 's1')] }),
    stage('s1', { steps: [email('m')], exits: [exit('next', 'auto', 'won')] }),
  ]);

  it('report each mail as sent at once', () => {
    expect(play(mails, {}).state.status).toBe('won');
    expect(instants(play(mails, {}), 'MailSettled')).toHaveLength(2);
  });

  it('report what the scenario says, of a step or of a step in one stage', () => {
    const either = { id: 'l', from: 'm', to: 'call', ports: ['sent', 'notSent'] };
    const drawn = { steps: [email('m'), task('call')], links: [either] };
    const followed = process([
      stage('s0', { ...drawn, exits: [exit('next', 'manual', 's1')] }),
      stage('s1', { ...drawn, exits: [exit('next', 'manual', 'won')] }),
    ]);
    const acts = [
      { act: 'complete', step: 'call' },
      { act: 'move', exit: 'next' },
    ];
    const results = (mail: object) =>
      play(followed, { mail, acts }).facts.flatMap(({ fact }) =>
        fact.type === 'MailSettled' ? [`${fact.stage} ${fact.result}`] : [],
      );
    expect(results({ m: 'notSent' })).toEqual(['s0 notSent', 's1 notSent']);
    expect(results({ 's1.m': 'notSent' })).toEqual(['s0 sent', 's1 notSent']);
  });

  it('report nothing of a mail that the scenario reports itself', () => {
    const mail = { 's0.m': 'unreported' };
    expect(play(mails, { mail }).pending.steps).toMatchObject([{ step: 'm', status: 'running' }]);
    const acts = [{ act: 'mailResult', step: 'm', at: '5min', result: 'sent' }];
    expect(instants(play(mails, { mail, acts }), 'MailSettled')).toEqual([
      '2026-09-07T07:05',
      '2026-09-07T07:05',
    ]);
  });

  it('report at the instant of an alarm as well', () => {
    const later = process([
      stage('s0', { steps: [wait('w', minutes(10)), email('m')], links: ['w>m'], exits: manual }),
    ]);
    const played = play(later, { acts: [{ act: 'pass', at: '1h' }] });
    expect(instants(played, 'MailSettled')).toEqual(['2026-09-07T07:10']);
  });
});

describe('what a scenario expects', () => {
  const two = process([
    stage('s0', { steps: [task('a'), task('b')], exits: [exit('next', 'auto', 'lost')] }),
  ]);
  const acts = [
    { act: 'complete', step: 'a' },
    { act: 'complete', step: 'b' },
  ];

  it('is found in order since the last expectation, with others between', () => {
    const [first, second] = acts;
    const expectations = (expect: unknown[]) =>
      play(two, {
        acts: [
          { ...first, expect: ['TaskCompleted'] },
          { ...second, expect },
        ],
      }).findings;
    expect(expectations([{ type: 'TaskCompleted', step: 'b' }, 'RunClosed'])).toEqual([]);
    expect(expectations(['RunClosed', 'TaskCompleted'])).toHaveLength(1);
    expect(expectations([{ type: 'TaskCompleted', step: 'a' }])).toHaveLength(1);
  });

  it('compares what happened with what did not, at its place', () => {
    const expected = [{ type: 'TaskCompleted', step: 'a' }, 'TaskOffered', 'StageLeft'];
    const [finding] = play(two, { acts, expect: expected }).findings;
    const marks = finding?.compared?.map((line) =>
      'missing' in line ? '+' : line.expected ? '=' : ' ',
    );
    expect(marks?.join('')).toBe('    =+ = ');
    expect(finding?.message).toBe('1 of 3 expected facts did not happen, or not in this order.');
  });

  it('reads instants as text, and lists and objects in part', () => {
    const expected = [
      { type: 'TaskCompleted', at: monday9, step: 'a' },
      { type: 'RunClosed', outcome: 'lost', reasons: [] },
    ];
    expect(play(two, { acts, expect: expected }).findings).toEqual([]);
    const wrong = [{ type: 'RunClosed', reasons: ['price'] }];
    expect(play(two, { acts, expect: wrong }).findings).toHaveLength(1);
  });

  it('may never happen', () => {
    const [finding] = play(two, { acts, never: [{ type: 'TaskCompleted', step: 'b' }] }).findings;
    expect(finding).toMatchObject({ kind: 'difference', path: 'never[0]' });
    expect(finding?.compared).toHaveLength(1);
  });

  it('is how it ends, too: each part on its own, with what the deal waits for', () => {
    const final = { status: 'won', stage: 's0', outcome: 'won', reasons: ['quality'] };
    expect(play(two, { final }).findings).toMatchObject([
      { path: 'final.status', message: 'The status is "open", expected "won".' },
      { path: 'final.outcome', message: 'The outcome is none, expected "won".' },
      { path: 'final.reasons', possible: expect.arrayContaining(['task a (open): done']) },
    ]);
  });
});

describe('what a deal waits for', () => {
  it('names steps, incidents, ways out and the next alarm; nothing once it is over', () => {
    const definition = process(
      [
        stage('s0', {
          steps: [
            waitFor('w', 'answered', minutes(60)),
            task('a', { mandatory: false }),
            task('b', { when: has('g') }),
            leave('out', 'lost'),
          ],
          links: ['w>b', 'w>out'],
          criteria: [{ id: 'c', when: has('g') }],
          exits: manual,
        }),
      ],
      { g: 'value' },
    );
    const { pending } = play(definition, {});
    expect(pending.steps).toEqual([
      {
        step: 'w',
        kind: 'wait',
        status: 'waiting',
        ports: ['event', 'timeout'],
        until: Date.parse('2026-09-07T08:00:00Z'),
      },
      { step: 'a', kind: 'task', status: 'offered', ports: ['done'] },
    ]);
    expect(pending.ways).toMatchObject([{ id: 'next', to: 'won', mode: 'manual' }]);
    expect(pending.wakeAt).toBe(Date.parse('2026-09-07T08:00:00Z'));
    const over = play(definition, { acts: [{ act: 'move', exit: 'lost', reasons: ['price'] }] });
    expect(over.pending).toEqual({ steps: [], incidents: [], ways: [] });
  });
});
