import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  approval,
  branch,
  exit,
  is,
  minutes,
  process,
  stage,
  task,
} from '../../world/testing/process.ts';
import type { ApprovalDefinition } from '../../definition/compiling/step-definition.ts';
import { waysOut } from '../../run/ways-out/ways-out.ts';

const won = [exit('won', 'auto', 'won')];
const person = (id: string) => ({ kind: 'person', person: id }) as const;
const approver = (id: string, count = 1) => ({ id, to: person(id), count });
type More = Partial<Omit<ApprovalDefinition, 'id' | 'kind'>>;

/** price → approve → contract. */
function priced(more: More = {}, links = ['price>ok', 'ok.approved>contract']): Deal {
  const steps = [task('price'), approval('ok', more), task('contract')];
  const watched = { margin: 'value', f: 'value' } as const;
  const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched));
  deal.start({ margin: 10 });
  deal.send({
    kind: 'complete',
    task: deal.ref('price'),
    outcome: 'done',
    submission: null,
    values: {},
    isSet: {},
    by: 'pia',
  });
  return deal;
}
const board = { approvers: [approver('a'), approver('b'), approver('c')] };

describe('approvals', () => {
  it('E3: each approver has a part with a task of its own, and all must approve', () => {
    const deal = priced({ approvers: [approver('a'), approver('b', 2)] });
    const opened = deal.effectsOf('openTask').slice(1);
    expect(opened.map(({ task: { item }, assign }) => [item, assign])).toEqual([
      ['a', person('a')],
      ['b', person('b')],
      ['b:2', person('b')],
    ]);
    expect(new Set(opened.map(({ key }) => key)).size).toBe(3);
    expect(opened[0]!.notBy).toEqual(['pia']);
    const ok = deal.ref('ok');
    expect(deal.decide(ok, 'a', 'approved', 'x').ok).toBe(true);
    expect(deal.decide(ok, 'b:2', 'approved', 'y').ok).toBe(true);
    expect(deal.status('ok')).toBe('open');
    expect(deal.decide(ok, 'b', 'approved', 'z').ok).toBe(true);
    expect(deal.state.steps['ok']).toMatchObject({ status: 'ended', port: 'approved', done: true });
    expect(deal.status('contract')).toBe('open');
    expect(deal.factsOf('ApprovalEnded')).toMatchObject([
      { port: 'approved', approvals: 3, need: 3 },
    ]);
  });

  it('E3: a number of approvals is enough, never more than there are parts; the rest is closed', () => {
    const deal = priced({ ...board, need: 2 });
    deal.decide(deal.ref('ok'), 'a', 'approved', 'x');
    deal.decide(deal.ref('ok'), 'c', 'approved', 'y');
    expect(deal.status('ok')).toBe('ended');
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({
      task: { item: 'b' },
      as: 'cancelled',
    });
    const more = priced({ need: 9 });
    more.decide(more.ref('ok'), 'a', 'approved');
    expect(more.status('ok')).toBe('ended');
  });

  it('E3: the first rejection rejects, or only when approval has become impossible', () => {
    const links = ['price>ok', 'ok>contract'];
    const first = priced({ ...board, need: 1 }, links);
    first.decide(first.ref('ok'), 'a', 'rejected');
    expect(first.state.steps['ok']?.port).toBe('rejected');
    const quorum = priced({ ...board, need: 2, rejects: 'quorum' }, links);
    quorum.decide(quorum.ref('ok'), 'a', 'rejected', 'x');
    expect(quorum.status('ok')).toBe('open');
    quorum.decide(quorum.ref('ok'), 'b', 'rejected', 'y');
    expect(quorum.state.steps['ok']?.port).toBe('rejected');
    expect(quorum.factsOf('ApprovalEnded')).toMatchObject([{ approvals: 0, need: 2 }]);
  });

  it('E3: nobody approves their own work, nor twice; a part is decided once', () => {
    const deal = priced(board);
    const ok = deal.ref('ok');
    expect(deal.decide(ok, 'a', 'approved', 'pia')).toMatchObject({ code: 'own-request' });
    expect(deal.decide(ok, 'a', 'approved', 'x').ok).toBe(true);
    expect(deal.decide(ok, 'b', 'approved', 'x')).toMatchObject({ code: 'own-request' });
    expect(deal.decide(ok, 'a', 'approved', 'y')).toMatchObject({ code: 'not-open' });
    expect(deal.decide(ok, 'nobody', 'approved', 'y')).toMatchObject({ code: 'unknown' });
    expect(deal.decide({ ...ok, round: 2 }, 'b', 'approved', 'y')).toMatchObject({ code: 'stale' });
  });

  it('E3: own work is also what leads there by way of automatic steps, and steps that it names', () => {
    const steps = [
      task('other'),
      task('price'),
      branch('which', [{ port: 'low', when: is('margin', 10) }]),
      approval('ok', { notBy: ['other'], approvers: [approver('a'), approver('b')] }),
    ];
    const links = ['price>which', 'which.low>ok'];
    const deal = new Deal(
      process([stage('s', { steps, links, exits: won })], { margin: 'value' }),
    ).start({ margin: 10 });
    for (const [step, by] of [
      ['other', 'otto'],
      ['price', 'pia'],
    ] as const) {
      const done = { outcome: 'done', submission: null, values: {}, isSet: {}, by };
      deal.send({ kind: 'complete', task: deal.ref(step), ...done });
    }
    for (const by of ['otto', 'pia']) {
      expect(deal.decide(deal.ref('ok'), 'a', 'approved', by)).toMatchObject({
        code: 'own-request',
      });
    }
    expect(deal.effectsOf('openTask').at(-1)!.notBy).toEqual(['otto', 'pia']);
  });

  it('E3: only approvers within their limit are asked; with none it waits as an incident', () => {
    const upTo = { field: 'margin', max: 20 };
    const approvers = [
      { ...approver('a'), upTo },
      { ...approver('b'), upTo: { ...upTo, max: 9 } },
    ];
    const deal = priced({ approvers });
    expect(Object.keys(deal.state.steps['ok']!.items!)).toEqual(['a']);
    const steps = [approval('ok', { approvers })];
    const poor = new Deal(process([stage('s', { steps, exits: won })], { margin: 'value' }));
    poor.start();
    expect(poor.state.incidents).toMatchObject([{ step: 'ok', code: 'absent' }]);
    poor.set({ margin: 30 });
    expect(poor.state.incidents).toMatchObject([{ step: 'ok', code: 'absent' }]);
    expect(poor.status('ok')).toBe('incident');
    poor.set({ margin: 15 });
    expect(poor.state.incidents).toEqual([]);
    expect(poor.status('ok')).toBe('open');
  });

  it('E3: an approval that nobody may give is the incident no-approver', () => {
    const approvers = [{ ...approver('a'), upTo: { field: 'margin', max: 5 } }];
    const deal = priced({ approvers });
    expect(deal.state.incidents).toMatchObject([{ step: 'ok', code: 'no-approver' }]);
  });

  describe('that nobody may decide', () => {
    const to = { kind: 'owner' } as const;
    const own = { approvers: [{ id: 'a', to, count: 1 }] };
    /** The owner has done the work before it. */
    function stuck(more: More = own): Deal {
      const deal = new Deal(
        process([
          stage('s', {
            steps: [task('price'), approval('ok', more), task('contract')],
            links: ['price>ok', 'ok.approved>contract'],
            exits: won,
          }),
        ]),
      ).start();
      const none = { submission: null, values: {}, isSet: {} };
      deal.send({
        kind: 'complete',
        task: deal.ref('price'),
        outcome: 'done',
        by: 'olga',
        ...none,
      });
      return deal;
    }
    const resolve = (deal: Deal, choice: 'askManagers' | 'retry' | 'skip') =>
      deal.send({
        kind: 'resolveIncident',
        incident: deal.state.incidents[0]!.id,
        choice,
        reason: null,
      });

    it('E3: is an incident beside it, which offers to ask the managers', () => {
      const deal = stuck();
      expect(deal.status('ok')).toBe('open');
      expect(deal.effectsOf('openIncident')).toMatchObject([
        { code: 'no-decider', step: { step: 'ok' }, choices: ['askManagers', 'retry', 'skip'] },
      ]);
      expect(resolve(deal, 'askManagers').ok).toBe(true);
      expect(deal.state.incidents).toEqual([]);
      expect(deal.factsOf('ManagersAsked')).toMatchObject([{ step: 'ok', item: 'a', by: 'anna' }]);
      expect(deal.effectsOf('assignTask')).toMatchObject([
        { task: { item: 'a' }, assign: { kind: 'role', role: 'manager' } },
      ]);
      expect(deal.decide(deal.ref('ok'), 'a', 'approved', 'olga')).toMatchObject({
        code: 'own-request',
      });
      expect(deal.decide(deal.ref('ok'), 'a', 'approved', 'maria').ok).toBe(true);
      expect(deal.status('contract')).toBe('open');
    });

    it('E3: a retry looks again, a new owner ends it, and a skip passes it', () => {
      const deal = stuck();
      resolve(deal, 'retry');
      expect(deal.state.incidents).toMatchObject([{ id: 'i2', code: 'no-decider' }]);
      deal.send({ kind: 'setOwner', owner: 'otto' });
      expect(deal.state.incidents).toEqual([]);
      deal.send({ kind: 'setOwner', owner: 'olga' });
      expect(deal.state.incidents).toMatchObject([{ code: 'no-decider' }]);
      expect(resolve(deal, 'skip').ok).toBe(true);
      expect(deal.status('contract')).toBe('open');
      expect(deal.state.incidents).toEqual([]);
    });

    it('E3: nobody decides twice, so two parts of one person are one too many', () => {
      const twice = [approver('lena', 2)];
      expect(stuck({ approvers: twice }).state.incidents).toMatchObject([{ code: 'no-decider' }]);
      expect(stuck({ approvers: twice, need: 1 }).state.incidents).toEqual([]);
      const other = stuck({ approvers: [{ id: 'a', to, count: 1 }, approver('lena')], need: 1 });
      expect(other.state.incidents).toEqual([]);
    });

    it('E3: it is one as soon as somebody has decided whom another part needs', () => {
      const deal = stuck({
        approvers: [{ id: 'q', to: { kind: 'role', role: 'sales' }, count: 1 }, approver('lena')],
      });
      expect(deal.state.incidents).toEqual([]);
      deal.decide(deal.ref('ok'), 'q', 'approved', 'lena');
      expect(deal.state.incidents).toMatchObject([{ code: 'no-decider' }]);
      resolve(deal, 'askManagers');
      deal.decide(deal.ref('ok'), 'lena', 'approved', 'maria');
      expect(deal.state.steps['ok']).toMatchObject({ port: 'approved' });
    });
  });

  it('E3: rejected and led nowhere it holds the stage; a waiver lets it go, and the path comes anew', () => {
    const deal = priced({}, ['price>ok', 'ok.approved>contract']);
    deal.decide(deal.ref('ok'), 'a', 'rejected');
    expect(deal.status('contract')).toBe('skipped');
    expect(deal.state.status).toBe('open');
    const unmet = waysOut(deal.definition, deal.state)[0]!.unmet;
    expect(unmet).toEqual([{ kind: 'step', stage: 's', step: 'ok', status: 'rejected' }]);
    expect(deal.send({ kind: 'waive', task: deal.ref('ok'), reason: 'why' }).ok).toBe(true);
    expect(deal.status('contract')).toBe('open');
    deal.complete('contract');
    expect(deal.state.status).toBe('won');
  });

  it('E3: rejected by a path of its own it does not hold the stage', () => {
    const deal = priced({}, ['price>ok', 'ok.rejected>contract']);
    deal.decide(deal.ref('ok'), 'a', 'rejected');
    deal.complete('contract');
    expect(deal.state.status).toBe('won');
  });

  it('E4: an optional approval is offered first; whoever asked for it may not give it', () => {
    const deal = priced({ mandatory: false }, ['price>ok', 'ok>contract']);
    expect(deal.status('ok')).toBe('offered');
    deal.send({ kind: 'request', task: deal.ref('ok'), by: 'rita' });
    expect(deal.effectsOf('closeTask').at(-1)).toMatchObject({ why: 'requested' });
    expect(deal.decide(deal.ref('ok'), 'a', 'approved', 'rita')).toMatchObject({
      code: 'own-request',
    });
    expect(deal.decide(deal.ref('ok'), 'a', 'approved').ok).toBe(true);
  });

  it('has one clock for all parts, and closes every part when it is waived or left', () => {
    const deal = priced({ ...board, due: minutes(30), policy: 'standard' });
    expect(deal.state.clocks.map((clock) => clock.id)).toEqual(['task:s:ok:1:1']);
    deal.passTo(deal.state.clocks[0]!.due!);
    expect(deal.factsOf('Escalated').map((fact) => fact.level)).toEqual(['l1', 'l2']);
    deal.decide(deal.ref('ok'), 'a', 'approved', 'x');
    deal.move('lost', { reasons: ['price'] });
    const closed = deal.effectsOf('closeTask').slice(-2);
    expect(closed.map(({ task: { item }, as }) => [item, as])).toEqual([
      ['b', 'cancelled'],
      ['c', 'cancelled'],
    ]);
    expect(deal.state.clocks).toEqual([]);
  });

  it('the owner’s part follows a new owner, and waits for one', () => {
    const approvers = [{ id: 'a', to: { kind: 'owner' } as const, count: 1 }];
    const steps = [approval('ok', { approvers })];
    const deal = new Deal(process([stage('s', { steps, exits: won })])).start({}, null);
    expect(deal.state.incidents).toMatchObject([{ step: 'ok', code: 'no-owner' }]);
    deal.send({ kind: 'setOwner', owner: 'otto' });
    expect(deal.status('ok')).toBe('open');
    deal.send({ kind: 'setOwner', owner: 'pia' });
    expect(deal.effectsOf('assignTask')).toMatchObject([{ task: { item: 'a' }, owner: 'pia' }]);
  });
});
