import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import { exit, minutes, process, stage, task, wait, waitFor } from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const minute = 60_000;
const hour = 3_600_000;
const deadline = { after: minutes(60) };
const policy = 'standard';

describe('deadlines and escalation', () => {
  it('each level fires once, and a breach does not stop the clock', () => {
    const steps = [task('a')];
    const deal = new Deal(process([stage('s', { deadline, policy, steps, exits: won })])).start();
    const start = deal.now;
    expect(deal.wakeAt).toBe(start + 45 * minute);
    deal.passTo(start + 45 * minute);
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l1']);
    deal.passTo(start + hour);
    expect(deal.factsOf('ClockBreached')).toHaveLength(1);
    deal.passTo(start + 9 * hour);
    expect(deal.effectsOf('escalate').map((e) => [e.key, e.to])).toEqual([
      ['level:stage:s:1:1:l1', [{ kind: 'assignee' }]],
      ['level:stage:s:1:1:l2', [{ kind: 'owner' }]],
      ['level:stage:s:1:1:l3', [{ kind: 'managers' }]],
    ]);
    deal.complete('a');
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'metLate' }]);
  });

  it('of several levels overdue at once only the highest fires, the rest are superseded', () => {
    const steps = [task('a')];
    const deal = new Deal(process([stage('s', { deadline, policy, steps, exits: won })])).start();
    deal.now += 9 * hour;
    deal.send({ kind: 'tick' });
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l3']);
    expect(deal.factsOf('EscalationSuperseded').map((f) => [f.level, f.by])).toEqual([
      ['l1', 'l3'],
      ['l2', 'l3'],
    ]);
    expect(deal.factsOf('ClockBreached')).toHaveLength(1);
    expect(deal.wakeAt).toBeUndefined();
  });

  it("a task's clock runs from when it is ready, on its department's calendar", () => {
    const steps = [task('a', { due: { n: 1, unit: 'bd' }, policy })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start();
    const [ask] = deal.effectsOf('startClock');
    expect(ask).toMatchObject({ clock: 'task:s:a:1:1', from: deal.now });
    expect(ask!.calendar).toEqual({ calendar: 'always', department: 'technical' });
    // Monday 09:00 in Warsaw is the opening itself, so the next one counts: Tuesday 17:00.
    expect(deal.state.clocks[0]!.due).toBe(Date.UTC(2026, 8, 8, 15));
    deal.passTo(Date.UTC(2026, 8, 8, 15));
    expect(deal.effectsOf('escalate').at(-1)).toMatchObject({ task: { step: 'a' }, level: 'l2' });
  });

  it('E20: work done at the very instant of the due is on time', () => {
    const steps = [task('a', { due: minutes(60) })];
    const deal = new Deal(process([stage('s', { deadline, steps, exits: won })])).start();
    deal.now += hour;
    deal.complete('a');
    expect(deal.effectsOf('stopClock').map((e) => e.as)).toEqual(['met', 'met']);
    expect(deal.factsOf('ClockBreached')).toEqual([]);
  });

  it('E20: what was due before comes before the event, in the order of the dues', () => {
    const steps = [wait('late', minutes(30)), wait('soon', minutes(10)), task('a')];
    const drawn = process([stage('s', { deadline: { after: minutes(20) }, steps, exits: won })]);
    const deal = new Deal(drawn).start();
    deal.now += 40 * minute;
    const before = deal.facts.length;
    deal.complete('a');
    expect(deal.facts.slice(before).map((f) => ('step' in f ? f.step : f.type))).toEqual([
      'soon',
      'ClockBreached',
      'late',
      'a',
      'StageLeft',
      'RunClosed',
    ]);
  });

  it('E20: at one instant the event comes first, then timers, then deadline exits', () => {
    const steps = [waitFor('w', 'reply', minutes(60)), wait('v', minutes(60)), task('a')];
    const exits = [exit('late', 'event', 'lost', { event: 'deadline', reason: 'timing' })];
    const deal = new Deal(process([stage('s', { deadline, steps, exits })])).start();
    deal.now += hour;
    const before = deal.facts.length;
    deal.send({ kind: 'external', name: 'reply' });
    const told = deal.facts.slice(before).map((f) => ('port' in f ? [f.step, f.port] : f.type));
    expect(told.slice(0, 4)).toEqual([
      'EventReceived',
      ['w', 'event'],
      ['v', 'done'],
      'ClockBreached',
    ]);
    expect(deal.state.status).toBe('lost');
  });

  it('E20: extra wake-ups change nothing and write nothing', () => {
    const steps = [wait('w', minutes(60)), task('a')];
    const deal = new Deal(process([stage('s', { deadline, policy, steps, exits: won })])).start();
    const before = JSON.stringify(deal.state);
    const count = deal.facts.length + deal.effects.length;
    for (let n = 0; n < 5; n += 1) {
      deal.now += minute;
      deal.send({ kind: 'tick' });
    }
    expect(JSON.stringify(deal.state)).toBe(before);
    expect(deal.facts.length + deal.effects.length).toBe(count);
  });
});

describe('a deadline by date', () => {
  const dated = { after: { n: 10, unit: 'd' }, field: 'offerDue' } as const;
  const watched = { offerDue: 'value' } as const;
  const drawn = (by: typeof dated | { field: 'offerDue' }) =>
    process([stage('s', { deadline: by, policy, steps: [task('a')], exits: won })], watched);

  it('the earlier of the time and the date is due, the date at the end of its day', () => {
    const deal = new Deal(drawn(dated)).start({ offerDue: '2026-09-09' });
    expect(deal.state.clocks[0]!.due).toBe(Date.UTC(2026, 8, 10));
    const later = new Deal(drawn(dated)).start({ offerDue: '2027-01-01' });
    expect(later.state.clocks[0]!.due).toBe(later.now + 240 * hour);
  });

  it('E21: moved later, levels that lie ahead are armed again in a new cycle; the breach stays', () => {
    const deal = new Deal(drawn(dated)).start({ offerDue: '2026-09-08' });
    deal.passTo(Date.UTC(2026, 8, 9, 1));
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l1', 'l2']);
    deal.set({ offerDue: '2026-09-11' });
    expect(deal.factsOf('ClockMoved')).toMatchObject([{ cycle: 2, field: 'offerDue' }]);
    expect(deal.state.clocks[0]).toMatchObject({ breached: true, due: Date.UTC(2026, 8, 12) });
    deal.passTo(Date.UTC(2026, 8, 12));
    expect(deal.effectsOf('escalate').map((e) => e.key)).toEqual([
      'level:stage:s:1:1:l1',
      'level:stage:s:1:1:l2',
      'level:stage:s:1:2:l1',
      'level:stage:s:1:2:l2',
    ]);
    expect(deal.factsOf('ClockBreached')).toHaveLength(1);
  });

  it('E21: moved earlier, fired levels stay fired, and of those now past only the highest fires', () => {
    const deal = new Deal(drawn(dated)).start({ offerDue: '2026-09-14' });
    deal.passTo(Date.UTC(2026, 8, 13, 12));
    expect(deal.factsOf('Escalated').map((f) => f.level)).toEqual(['l1']);
    deal.set({ offerDue: '2026-09-12' });
    expect(deal.factsOf('Escalated').map((f) => [f.level, f.cycle])).toEqual([
      ['l1', 1],
      ['l3', 2],
    ]);
    expect(deal.factsOf('EscalationSuperseded').map((f) => f.level)).toEqual(['l2']);
    expect(deal.factsOf('ClockBreached')).toHaveLength(1);
  });

  it('E21: a date set to what it was moves no clock', () => {
    const deal = new Deal(drawn(dated)).start({ offerDue: '2026-09-08' });
    deal.set({ offerDue: '2026-09-08' });
    expect(deal.factsOf('ClockMoved')).toEqual([]);
  });

  it('E21: emptied, the time counts again; without one the clock idles until there is a date', () => {
    const deal = new Deal(drawn(dated)).start({ offerDue: '2026-09-08' });
    deal.set({ offerDue: null });
    expect(deal.state.clocks[0]!.due).toBe(deal.now + 240 * hour);
    const bare = new Deal(drawn({ field: 'offerDue' })).start();
    expect(bare.effectsOf('startClock')).toEqual([]);
    bare.set({ offerDue: '2026-09-08' });
    expect(bare.wakeAt).toBeGreaterThan(bare.now);
    bare.set({ offerDue: null });
    expect(bare.wakeAt).toBeUndefined();
    bare.complete('a');
    expect(bare.effectsOf('stopClock').map((e) => e.as)).toEqual(['cancelled']);
    expect(new Set(bare.effects.map((e) => e.key)).size).toBe(bare.effects.length);
  });
});
