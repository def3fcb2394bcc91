import { describe, expect, it } from 'vitest';
import type { EachDefinition } from '../../definition/compiling/step-definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import { each, exit, is, minutes, process, stage, task } from '../../world/testing/process.ts';

const exits = [exit('won', 'auto', 'won')];
const watched = { list: 'value', f: 'value' } as const;
type More = Partial<Omit<EachDefinition, 'id' | 'kind'>>;

function started(more: More = {}, list: string[] | undefined = ['x', 'y', 'z']): Deal {
  const steps = [each('all', more), task('then')];
  const deal = new Deal(process([stage('s', { steps, links: ['all>then'], exits })], watched));
  return deal.start(list ? { list } : {});
}

describe('each', () => {
  it('E8: every value of the list has a task of its own, in order, and ends by an outcome', () => {
    const deal = started();
    expect(deal.effectsOf('openTask').map(({ task: { item } }) => item)).toEqual(['x', 'y', 'z']);
    for (const item of ['y', 'x', 'z']) expect(deal.completeItem('all', item).ok).toBe(true);
    expect(deal.state.steps['all']).toMatchObject({ status: 'ended', port: 'done', done: true });
    expect(deal.status('then')).toBe('open');
    expect(deal.factsOf('ItemEnded').map(({ item }) => item)).toEqual(['y', 'x', 'z']);
    expect(deal.factsOf('EachEnded')).toMatchObject([{ port: 'done', passed: 3, items: 3 }]);
  });

  it('E8: without items it is done at once, with fewer than it needs short', () => {
    expect(started({ need: 2 }, []).state.steps['all']).toMatchObject({ port: 'done' });
    const short = started({ need: 4 });
    expect(short.state.steps['all']).toMatchObject({ port: 'short' });
    expect(short.effectsOf('openTask')).toHaveLength(1);
    expect(short.effectsOf('closeTask')).toEqual([]);
  });

  it('E8: an absent list is an incident, and goes on when it is there', () => {
    const steps = [each('all')];
    const deal = new Deal(process([stage('s', { steps, exits })], watched)).start();
    expect(deal.state.incidents).toMatchObject([{ step: 'all', at: 'work', code: 'absent' }]);
    deal.set({ list: ['x'] });
    expect(deal.state.incidents).toEqual([]);
    expect(deal.status('all')).toBe('open');
  });

  it('E8: with cancel it ends as soon as that is certain, and closes the rest', () => {
    const deal = started({ need: 2, late: 'cancel' });
    deal.completeItem('all', 'x');
    deal.completeItem('all', 'y');
    expect(deal.state.steps['all']).toMatchObject({ port: 'done' });
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { item: 'z' },
      as: 'cancelled',
    });
    const short = started({ need: 2, late: 'cancel' });
    short.completeItem('all', 'x', 'no');
    expect(short.status('all')).toBe('open');
    short.completeItem('all', 'y', 'no');
    expect(short.state.steps['all']).toMatchObject({ port: 'short' });
  });

  it('E8: with wait it waits for all items, and the count says how it ends', () => {
    const deal = started({ need: 1 });
    deal.completeItem('all', 'x');
    deal.completeItem('all', 'y', 'no');
    expect(deal.status('all')).toBe('open');
    deal.completeItem('all', 'z', 'no');
    expect(deal.state.steps['all']).toMatchObject({ port: 'done' });
    const short = started();
    for (const item of ['x', 'y', 'z']) short.completeItem('all', item, 'no');
    expect(short.state.steps['all']).toMatchObject({ port: 'short' });
  });

  it('E8: a definition of before, which says ignore, waits for all items', () => {
    const deal = started({ need: 1, late: 'ignore' });
    deal.completeItem('all', 'x');
    expect(deal.status('all')).toBe('open');
  });

  it('E8: it goes on once enough have passed; the rest stays open and counts no more', () => {
    const deal = started({ need: 1, late: 'goOn', due: minutes(30), policy: 'standard' });
    deal.completeItem('all', 'x');
    expect(deal.state.steps['all']).toMatchObject({ status: 'ended', port: 'done' });
    expect(deal.status('then')).toBe('open');
    expect(deal.effectsOf('closeTask').map(({ task }) => task.item)).toEqual(['x']);
    expect(deal.state.clocks.map(({ item }) => item)).toEqual(['y', 'z']);
    expect(deal.completeItem('all', 'y', 'no').ok).toBe(true);
    expect(deal.completeItem('all', 'y')).toMatchObject({ code: 'not-open' });
    const waived = { ...deal.ref('all'), item: 'z' };
    expect(deal.send({ kind: 'waive', task: waived, reason: 'why' }).ok).toBe(true);
    expect(deal.factsOf('EachEnded')).toMatchObject([{ port: 'done', passed: 1, items: 3 }]);
    expect(deal.state.steps['all']).toMatchObject({ status: 'ended', port: 'done' });
    expect(deal.state.clocks).toEqual([]);
  });

  it('E8: where too few can pass any more it goes on as well, by short', () => {
    const deal = started({ need: 2, late: 'goOn' });
    deal.completeItem('all', 'x', 'no');
    expect(deal.status('all')).toBe('open');
    deal.completeItem('all', 'y', 'no');
    expect(deal.state.steps['all']).toMatchObject({ status: 'ended', port: 'short' });
    expect(deal.completeItem('all', 'z').ok).toBe(true);
  });

  it('E8: what stays open is closed as the stage is left, with its clock', () => {
    const deal = started({ need: 1, late: 'goOn', due: minutes(30), policy: 'standard' });
    deal.completeItem('all', 'x');
    deal.complete('then');
    expect(deal.state.status).toBe('won');
    expect(deal.effectsOf('closeTask').slice(-2)).toMatchObject([
      { task: { item: 'y' }, as: 'cancelled', why: 'stage_left' },
      { task: { item: 'z' }, as: 'cancelled', why: 'stage_left' },
    ]);
    expect(deal.effectsOf('stopClock').map(({ as }) => as)).toEqual([
      'met',
      'cancelled',
      'cancelled',
    ]);
  });

  it('E8: what stays open follows a new owner, takes no more items, and cannot be waived as a whole', () => {
    const deal = started({ need: 1, late: 'goOn', mayAdd: true, assign: { kind: 'owner' } });
    deal.completeItem('all', 'x');
    deal.send({ kind: 'setOwner', owner: 'piotr' });
    expect(deal.effectsOf('assignTask').map(({ task }) => task.item)).toEqual(['y', 'z']);
    const added = deal.send({ kind: 'addItem', each: deal.ref('all'), item: 'w' });
    expect(added).toMatchObject({ code: 'not-open' });
    const whole = deal.send({ kind: 'waive', task: deal.ref('all'), reason: 'why' });
    expect(whole).toMatchObject({ code: 'not-open' });
    const request = { ...deal.ref('all'), item: 'y' };
    expect(deal.send({ kind: 'request', task: request })).toMatchObject({ code: 'not-open' });
  });

  it('E8: what a rail has left open is taken back with it', () => {
    const items = each('more', { need: 1, late: 'goOn' });
    const trigger = { on: 'start' } as const;
    const beside = { id: 'r', name: 'R', from: 's', to: 's', steps: [items, task('last')] };
    const rails = [
      { ...beside, links: [{ id: 'l', from: 'more', to: 'last', ports: [] }], trigger },
    ];
    const main = stage('s', { steps: [task('a')], exits });
    const deal = new Deal({ ...process([main], watched), rails } as never);
    deal.start({ list: ['x', 'y'] });
    const none = { submission: null, values: {}, isSet: {} };
    const doneIn = (step: string, outcome: string, item?: string) => {
      const ref = deal.refIn('r', step);
      const named = item === undefined ? ref : { ...ref, item };
      return deal.send({ kind: 'complete', task: named, outcome, ...none });
    };
    expect(doneIn('more', 'yes', 'x').ok).toBe(true);
    expect(doneIn('last', 'done').ok).toBe(true);
    expect(deal.factsOf('RailEnded')).toMatchObject([{ why: 'done' }]);
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({ task: { item: 'y' }, why: 'rail' });
  });

  it('E8: with fewer items than it needs it waits, where people may add more', () => {
    const deal = started({ need: 2, mayAdd: true }, []);
    expect(deal.status('all')).toBe('open');
    const add = (item: string) => deal.send({ kind: 'addItem', each: deal.ref('all'), item });
    add('p');
    deal.completeItem('all', 'p', 'no');
    expect(deal.status('all')).toBe('open');
    add('q');
    deal.completeItem('all', 'q');
    expect(deal.state.steps['all']).toMatchObject({ port: 'short' });
    const more = started({ need: 2, mayAdd: true, late: 'cancel' }, ['x', 'y']);
    more.completeItem('all', 'x', 'no');
    expect(more.status('all')).toBe('open');
    more.send({ kind: 'addItem', each: more.ref('all'), item: 'q' });
    more.completeItem('all', 'y');
    more.completeItem('all', 'q');
    expect(more.state.steps['all']).toMatchObject({ port: 'done' });
  });

  it('E8: items may be added while it runs, each name once', () => {
    const deal = started({ mayAdd: true }, ['x']);
    const add = (item: string) => deal.send({ kind: 'addItem', each: deal.ref('all'), item });
    expect(add('new').ok).toBe(true);
    expect(add('new')).toMatchObject({ code: 'not-open' });
    expect(add('a b')).toMatchObject({ code: 'unknown' });
    expect(deal.factsOf('ItemAdded')).toMatchObject([{ item: 'new', by: 'anna' }]);
    deal.completeItem('all', 'x');
    expect(deal.status('all')).toBe('open');
    deal.completeItem('all', 'new');
    expect(add('late')).toMatchObject({ code: 'not-open' });
    expect(started().send({ kind: 'addItem', each: deal.ref('all'), item: 'q' }).ok).toBe(false);
  });

  it('E8: an item that is waived or not needed counts as passed; so the whole can be waived', () => {
    const deal = started({ need: 2, late: 'cancel' });
    const item = (id: string) => ({ ...deal.ref('all'), item: id });
    deal.send({ kind: 'waive', task: item('x'), reason: 'why' });
    deal.send({ kind: 'notNeeded', task: item('y') });
    expect(deal.state.steps['all']).toMatchObject({ port: 'done' });
    expect(deal.factsOf('StepSteppedOver')).toMatchObject([
      { item: 'x', why: 'waived', reason: 'why' },
      { item: 'y', why: 'notNeeded' },
    ]);
    const whole = started();
    whole.send({ kind: 'waive', task: whole.ref('all'), reason: 'why' });
    expect(whole.state.steps['all']).toMatchObject({ port: 'done', done: false });
    expect(whole.effectsOf('closeTask').map(({ as }) => as)).toEqual([
      'waived',
      'waived',
      'waived',
    ]);
  });

  it('E8: a command names an item that is open, and an outcome of the items', () => {
    const deal = started();
    expect(deal.complete('all', 'yes')).toMatchObject({ code: 'unknown' });
    expect(deal.completeItem('all', 'q')).toMatchObject({ code: 'unknown' });
    expect(deal.completeItem('all', 'x', 'done')).toMatchObject({ code: 'unknown-outcome' });
    deal.completeItem('all', 'x');
    expect(deal.completeItem('all', 'x')).toMatchObject({ code: 'not-open' });
    expect(deal.completeItem('all', '__proto__')).toMatchObject({ code: 'unknown' });
  });

  it('E17: a person ends it by a port, with a reason', () => {
    const deal = started();
    deal.completeItem('all', 'x');
    deal.send({ kind: 'endWait', wait: deal.ref('all'), port: 'short', reason: 'why' });
    expect(deal.state.steps['all']).toMatchObject({ port: 'short' });
    expect(deal.factsOf('WaitEnded')).toMatchObject([{ step: 'all', port: 'short' }]);
    expect(deal.effectsOf('closeTask')).toHaveLength(3);
  });

  it('departments: each has its own item, and its clock runs on its calendar', () => {
    const over = { kind: 'departments', departments: ['technical', 'sales'] } as const;
    const deal = started({
      over: { ...over, departments: [...over.departments] },
      due: minutes(30),
      policy: 'standard',
    });
    expect(deal.effectsOf('openTask').map(({ assign }) => assign)).toEqual([
      { kind: 'department', department: 'technical' },
      { kind: 'department', department: 'sales' },
    ]);
    const clocks = deal.effectsOf('startClock');
    expect(clocks.map(({ clock, task, calendar }) => [clock, task?.item, calendar])).toEqual([
      ['task:s:all:1:1:technical', 'technical', { calendar: 'always', department: 'technical' }],
      ['task:s:all:1:1:sales', 'sales', { calendar: 'always', department: 'sales' }],
    ]);
    deal.completeItem('all', 'technical');
    expect(deal.state.clocks.map(({ item }) => item)).toEqual(['sales']);
    deal.passTo(deal.state.clocks[0]!.due!);
    expect(deal.effectsOf('escalate').at(-1)?.task).toMatchObject({ item: 'sales' });
  });

  it('E4: an optional one is offered, and opens when it becomes mandatory', () => {
    const steps = [each('all', { mandatory: is('f', 'on') }), task('other')];
    const deal = new Deal(process([stage('s', { steps, exits })], watched));
    deal.start({ list: ['x'], f: 'off' });
    expect(deal.status('all')).toBe('offered');
    deal.set({ f: 'on' });
    expect(deal.status('all')).toBe('open');
    const offered = started({ mandatory: false });
    expect(offered.status('all')).toBe('offered');
    offered.send({ kind: 'request', task: offered.ref('all') });
    expect(offered.effectsOf('openTask').map(({ task: { item } }) => item)).toEqual([
      undefined,
      'x',
      'y',
      'z',
    ]);
  });
});
