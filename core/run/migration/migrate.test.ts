import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  branch,
  exit,
  is,
  link,
  literal,
  minutes,
  owner,
  process,
  stage,
  task,
  technical,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const one = (parts: Parameters<typeof stage>[1]) => process([stage('s', { exits: won, ...parts })]);

describe('migration', () => {
  const plain = one({ steps: [task('a'), task('b'), task('c')], links: ['a>b', 'b>c'] });

  it('E26: what stays keeps its state; new work starts where its turn has come', () => {
    const deal = new Deal(plain).start();
    deal.complete('a');
    const steps = [task('a'), task('b'), task('side'), task('mid'), task('c')];
    const grown = one({ steps, links: ['a>b', 'a>side', 'b>mid', 'mid>c'] });
    expect(deal.migrateTo(grown)).toEqual({ ok: true });
    expect(deal.status('b')).toBe('open');
    expect(deal.status('side')).toBe('open');
    expect(deal.effectsOf('openTask').map((e) => e.task.step)).toEqual(['a', 'b', 'side']);
    deal.complete('b');
    expect(deal.status('mid')).toBe('open');
    expect(deal.factsOf('Migrated')).toHaveLength(1);
  });

  it('E26: a new step behind which everything has begun is stepped over', () => {
    const deal = new Deal(plain).start();
    deal.complete('a');
    const steps = [task('a'), task('x'), task('y'), task('b'), task('c')];
    deal.migrateTo(one({ steps, links: ['a>x', 'x>y', 'y>b', 'b>c'] }));
    expect(deal.factsOf('StepSteppedOver').map((f) => [f.step, f.why])).toEqual([
      ['y', 'addedBehind'],
      ['x', 'addedBehind'],
    ]);
    expect(deal.status('b')).toBe('open');
    deal.complete('b');
    deal.complete('c');
    expect(deal.state.status).toBe('won');
  });

  it('E26: an open step that is gone is taken back, and what waited for it goes on', () => {
    const due = { due: minutes(60) };
    const drawn = one({ steps: [task('a', due), task('b')], links: ['a>b'] });
    const deal = new Deal(drawn).start();
    deal.migrateTo(one({ steps: [task('b')] }));
    expect(deal.effectsOf('closeTask')).toMatchObject([{ as: 'cancelled', why: 'migrated' }]);
    expect(deal.effectsOf('stopClock')).toMatchObject([{ as: 'cancelled' }]);
    expect(deal.status('b')).toBe('open');
    // It comes back as another round: no key comes twice.
    deal.migrateTo(drawn);
    expect(deal.ref('a').round).toBe(2);
    expect(deal.factsOf('StepSteppedOver')).toMatchObject([{ step: 'a', round: 2 }]);
    expect(new Set(deal.effects.map((e) => e.key)).size).toBe(deal.effects.length);
  });

  it('E26: skipped steps are looked at again only when the links into them are others', () => {
    const steps = [branch('q', [{ port: 'yes', when: literal(false) }]), task('a'), task('z')];
    const deal = new Deal(one({ steps, links: ['q.yes>a'] })).start();
    expect(deal.status('a')).toBe('skipped');
    deal.migrateTo(one({ steps: [...steps, task('n')], links: ['q.yes>a'] }));
    expect(deal.status('a')).toBe('skipped');
    deal.migrateTo(one({ steps, links: ['q>a'] }));
    expect(deal.status('a')).toBe('open');
  });

  it('E26: while frozen, a step that waits for its lock goes on waiting for nothing else', () => {
    const crew = { lock: 'crew' };
    const drawn = one({ steps: [task('a', crew), task('b', crew)] });
    const deal = new Deal(drawn).start();
    deal.send({ kind: 'pauseProcess', freeze: 'f' });
    const before = deal.state;
    deal.migrateTo(one({ steps: [task('b', crew), task('a', crew)] }));
    expect(deal.state).toEqual(before);
    deal.send({ kind: 'resumeProcess', freeze: 'f' });
    deal.complete('a');
    expect(deal.status('b')).toBe('open');
  });

  it('E26: a step that waits for its lock begins when that is drawn no more', () => {
    const crew = { lock: 'crew' };
    const deal = new Deal(one({ steps: [task('a', crew), task('b', crew)] })).start();
    deal.migrateTo(one({ steps: [task('a', crew), task('b')] }));
    expect(deal.status('b')).toBe('open');
  });

  it('E26: a step that was skipped because too few of its links can be live stays skipped', () => {
    const steps = [
      task('a'),
      task('b'),
      { ...task('c'), join: { need: 3, late: 'ignore' } as const },
    ];
    const drawn = one({ steps, links: ['a>c', 'b>c'] });
    const deal = new Deal(drawn).start();
    expect(deal.status('c')).toBe('skipped');
    deal.migrateTo(one({ steps, links: ['b>c', 'a>c'] }));
    expect(deal.status('c')).toBe('skipped');
  });

  it('E26: carried work stays as it is, and nothing else of the stage that was left begins', () => {
    const again = stage('t', { steps: [task('z')], exits: won });
    const exits = [exit('on', 'auto', 't')];
    const carried = task('c', { carry: {} });
    const first = (steps: (typeof carried)[]) => stage('s', { steps, exits });
    const deal = new Deal(process([first([task('a'), carried]), again])).start();
    deal.complete('a');
    const before = deal.state;
    deal.migrateTo(process([first([carried, task('a'), task('b')]), again]));
    expect(deal.state).toEqual(before);
    deal.migrateTo(process([first([task('a')]), again]));
    expect(deal.state.sides).toBeUndefined();
    expect(deal.effectsOf('closeTask').map((e) => [e.task.step, e.why])).toContainEqual([
      'c',
      'migrated',
    ]);
  });

  it('E26: what a rework link could not read stays an incident; without the link the step ends', () => {
    const when = is('tier', 'a');
    const drawn = (...links: (string | ReturnType<typeof link>)[]) =>
      process([stage('s', { steps: [task('a'), task('b')], links: ['a>b', ...links] })], {
        tier: 'value',
      });
    const back = { ...link('a>a', when), id: 'again', rework: 1 };
    const deal = new Deal(drawn(back)).start();
    deal.complete('a');
    const before = deal.state;
    deal.migrateTo(drawn(back));
    expect(deal.state).toEqual(before);
    expect(deal.state.incidents).toMatchObject([{ step: 'a', element: 'again' }]);
    deal.migrateTo(drawn());
    expect([deal.status('a'), deal.status('b')]).toEqual(['ended', 'open']);
    expect(deal.state.incidents).toEqual([]);
  });

  it('E26: the same definition wakes no task that has waited for a field and an owner', () => {
    const assignCases = [{ when: is('tier', 'a'), to: technical }];
    const steps = [task('a', { assign: owner, assignCases })];
    const drawn = process([stage('s', { steps, exits: won })], { tier: 'value' });
    const deal = new Deal(drawn).start({}, null);
    deal.set({ tier: 'b' });
    deal.send({ kind: 'setOwner', owner: 'otto' });
    const before = deal.state;
    deal.migrateTo(drawn);
    expect(deal.state).toEqual(before);
    expect(deal.status('a')).toBe('open');
  });

  it('E26: a deal whose stage is gone is not migrated, and says so', () => {
    const deal = new Deal(plain).start();
    const before = JSON.stringify(deal.state);
    const other = process([stage('t', { steps: [task('a')], exits: won })]);
    expect(deal.migrateTo(other)).toMatchObject({
      code: 'unknown',
      message: expect.stringContaining('move the deal first'),
    });
    expect(JSON.stringify(deal.state)).toBe(before);
  });
});
