import { describe, expect, it } from 'vitest';
import { chooseFromPool } from './choose.ts';
import type { Member, Pool, PoolAsk } from './pool.ts';

const member = (person: string, more: Partial<Member> = {}): Member => ({
  person,
  tags: [],
  openEffort: 0,
  capacity: 10,
  hasRoom: true,
  worksBeforeDue: true,
  lastAssignedAt: null,
  ...more,
});
const pool = (members: Member[], more: Partial<Pool> = {}): Pool => ({
  members,
  absences: new Map(),
  pointer: null,
  before: null,
  ...more,
});
const away = (...pairs: [string, string | null][]): Pool['absences'] =>
  new Map(pairs.map(([person, substitute]) => [person, { substitute }]));
const ask = (more: Partial<PoolAsk> = {}): PoolAsk => ({
  by: 'roundRobin',
  needs: [],
  notBy: [],
  sticky: false,
  ...more,
});
const abc = [member('carl'), member('ann'), member('bob')];

describe('choosing from a pool', () => {
  it('round robin goes by id after the pointer, and round again; the pointer moves with it', () => {
    const turn = (pointer: string | null) => chooseFromPool(pool(abc, { pointer }), ask());
    expect([null, 'ann', 'bob', 'carl', 'bert'].map((at) => turn(at).person)).toEqual([
      'ann',
      'bob',
      'carl',
      'ann',
      'bob',
    ]);
    expect(turn('ann')).toEqual({
      person: 'bob',
      pointer: 'bob',
      why: { strategy: 'roundRobin', pool: 3, eligible: 3 },
    });
  });

  it('round robin passes over who cannot have it, and with nobody the pointer stays', () => {
    const members = [member('ann', { hasRoom: false }), member('bob'), member('carl')];
    expect(chooseFromPool(pool(members, { pointer: 'carl' }), ask()).person).toBe('bob');
    const full = members.map((each) => ({ ...each, hasRoom: false }));
    expect(chooseFromPool(pool(full), ask())).toEqual({
      person: null,
      why: { strategy: 'roundRobin', pool: 3, eligible: 0, nobody: 'at-capacity' },
    });
  });

  it('the least loaded by open effort and capacity; of equals the one assigned longest ago, then by id', () => {
    const by = ask({ by: 'leastLoaded' });
    const busy = [
      member('ann', { openEffort: 4, capacity: 4 }),
      member('bob', { openEffort: 5, capacity: 10 }),
    ];
    expect(chooseFromPool(pool(busy), by).person).toBe('bob');
    const equal = [
      member('ann', { lastAssignedAt: 5 }),
      member('bob', { lastAssignedAt: 2 }),
      member('carl', { lastAssignedAt: 2 }),
    ];
    expect(chooseFromPool(pool(equal), by).person).toBe('bob');
    const idle = [member('ann', { capacity: 0 }), member('bob', { openEffort: 99 })];
    expect(chooseFromPool(pool(idle), by).person).toBe('bob');
  });

  it('sticky: whoever did it before goes first, if they can', () => {
    const by = ask({ sticky: true });
    expect(chooseFromPool(pool(abc, { before: 'carl' }), by)).toEqual({
      person: 'carl',
      why: { strategy: 'sticky', pool: 3, eligible: 3 },
    });
    expect(chooseFromPool(pool(abc, { before: 'gone' }), by).person).toBe('ann');
    expect(chooseFromPool(pool(abc, { before: 'carl' }), ask()).person).toBe('ann');
  });

  it('tags must all be there, and nobody gets what they may not have', () => {
    const members = [member('ann', { tags: ['roof'] }), member('bob', { tags: ['roof', 'north'] })];
    expect(chooseFromPool(pool(members), ask({ needs: ['roof', 'north'] })).person).toBe('bob');
    const none = ask({ needs: ['roof', 'north'], notBy: ['bob'] });
    expect(chooseFromPool(pool(members), none).why.nobody).toBe('no-match');
    expect(chooseFromPool(pool([]), ask()).why.nobody).toBe('no-match');
  });

  it('for who is away their substitute gets it on their behalf, up to three deep', () => {
    const absences = away(['ann', 's1'], ['s1', 's2'], ['s2', 's3']);
    expect(chooseFromPool(pool([member('ann')], { absences }), ask())).toEqual({
      person: 's3',
      pointer: 'ann',
      why: { strategy: 'roundRobin', pool: 1, eligible: 1, onBehalfOf: 'ann' },
    });
    const deeper = away(['ann', 's1'], ['s1', 's2'], ['s2', 's3'], ['s3', 's4']);
    expect(chooseFromPool(pool([member('ann')], { absences: deeper }), ask()).why.nobody).toBe(
      'all-away',
    );
  });

  it('substitutes in a circle, and none at all, leave it in the queue', () => {
    const nobody = (absences: Pool['absences']) =>
      chooseFromPool(pool([member('ann')], { absences }), ask()).why.nobody;
    expect(nobody(away(['ann', 'bob'], ['bob', 'ann']))).toBe('all-away');
    expect(nobody(away(['ann', null]))).toBe('all-away');
  });

  it('who stands in for another is a candidate once, with their own limits', () => {
    const members = [member('ann'), member('bob'), member('carl')];
    const chosen = chooseFromPool(pool(members, { absences: away(['ann', 'carl']) }), ask());
    expect(chosen).toMatchObject({ person: 'bob', why: { eligible: 2 } });
    const full = [member('ann'), member('carl', { hasRoom: false })];
    const none = chooseFromPool(pool(full, { absences: away(['ann', 'carl']) }), ask());
    expect(none.why.nobody).toBe('at-capacity');
  });

  it('nobody has their own request approved by a stand-in, or approves it as one', () => {
    const absences = away(['ann', 'bob']);
    const own = ask({ notBy: ['ann'] });
    expect(chooseFromPool(pool([member('ann')], { absences }), own).person).toBeNull();
    const asStandIn = ask({ notBy: ['bob'] });
    expect(chooseFromPool(pool([member('ann')], { absences }), asStandIn).person).toBeNull();
  });

  it('who does not work before the due is not asked', () => {
    const members = [member('ann', { worksBeforeDue: false })];
    expect(chooseFromPool(pool(members), ask()).why.nobody).toBe('no-time-before-due');
  });
});
