import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  approval,
  exit,
  literal,
  process,
  stage,
  task,
  update,
} from '../../world/testing/process.ts';

const none = { submission: null, values: {}, isSet: {} };
const exits = [exit('won', 'manual', 'won')];

function running(steps = [task('t'), approval('ok')]): Deal {
  const watched = { price: 'value' } as const;
  return new Deal(process([stage('s', { steps, exits })], watched)).start();
}

const edit = (deal: Deal, revision?: number, sets = ['price']) =>
  deal.send({ kind: 'setFields', ...none, sets, ...(revision !== undefined && { revision }) });
const complete = (deal: Deal, more: { seen?: Record<string, number>; overtaken?: true }) =>
  deal.send({ kind: 'complete', task: deal.ref('t'), outcome: 'done', ...none, ...more });
const stale = { ok: false, code: 'stale' };

describe('E25: what a command was made on', () => {
  it('of two edits of the fields on one revision the second is stale', () => {
    const deal = running();
    expect(edit(deal, 1)).toEqual({ ok: true });
    expect(edit(deal, 1)).toMatchObject(stale);
    expect([edit(deal, 2).ok, edit(deal).ok, edit(deal, 4).ok]).toEqual([true, true, true]);
  });

  it('an edit is stale after a form or a step has set a field, and a form after an edit of its field', () => {
    const deal = running([task('t'), approval('ok')]);
    expect(complete(deal, { seen: { price: 1, place: 1 } })).toEqual({ ok: true });
    expect(edit(deal, 1)).toMatchObject(stale);
    const computed = running([update('u', 'price', literal(7)), task('t')]);
    expect(edit(computed, 1)).toMatchObject(stale);
    expect(edit(computed, 2, ['place'])).toEqual({ ok: true });
    const refused = complete(computed, { seen: { price: 1, place: 2, note: 1 } });
    expect(refused).toMatchObject({ ...stale, fields: ['price', 'place'] });
    expect(complete(computed, { seen: { price: 2, place: 3, note: 1 } })).toEqual({ ok: true });
  });

  it('a decision is stale after a field that was shown has changed', () => {
    const deal = running();
    edit(deal, 1);
    const decide = (price: number) =>
      deal.send({
        kind: 'decide',
        approval: { ...deal.ref('ok'), item: Object.keys(deal.state.steps['ok']!.items!)[0]! },
        decision: 'approved',
        submission: null,
        by: 'lena',
        seen: { price },
      });
    expect(decide(1)).toMatchObject({ ...stale, fields: ['price'] });
    expect(decide(2)).toEqual({ ok: true });
  });

  it('a note of a decision changes no field', () => {
    const deal = running();
    const item = Object.keys(deal.state.steps['ok']!.items!)[0]!;
    const word = { decision: 'approved', submission: 'n', by: 'lena' } as const;
    deal.send({ kind: 'decide', approval: { ...deal.ref('ok'), item }, ...word });
    expect(edit(deal, 1)).toEqual({ ok: true });
    expect(deal.effects).toContainEqual(
      expect.objectContaining({ kind: 'useSubmission', submission: 'n', as: 'note' }),
    );
  });

  it('an act on a task that was claimed or changed meanwhile is stale', () => {
    const deal = running();
    expect(complete(deal, { overtaken: true })).toMatchObject(stale);
    expect(complete(deal, {})).toEqual({ ok: true });
  });

  it('another owner than the one that was seen is stale, unless both chose the same', () => {
    const deal = running();
    const give = (owner: string, from?: string | null) =>
      deal.send({ kind: 'setOwner', owner, ...(from !== undefined && { from }) });
    expect(give('piotr', 'olga')).toEqual({ ok: true });
    expect(give('sue', 'olga')).toMatchObject(stale);
    expect(give('piotr', 'olga')).toEqual({ ok: true });
    expect([give('sue', 'piotr').ok, give('olga').ok]).toEqual([true, true]);
  });

  it('another hold than the one that was seen is stale', () => {
    const deal = running();
    const day = 86_400_000;
    const hold = (days: number, heldUntil: number | null) =>
      deal.send({ kind: 'hold', until: deal.now + days * day, reason: 'r', heldUntil });
    const first = deal.now + day;
    expect(hold(1, null)).toEqual({ ok: true });
    expect(hold(2, null)).toMatchObject(stale);
    expect(hold(3, first)).toEqual({ ok: true });
    expect(deal.send({ kind: 'resume', heldUntil: first })).toMatchObject(stale);
    expect(deal.send({ kind: 'resume', heldUntil: deal.now + 3 * day })).toEqual({ ok: true });
    expect(hold(4, first)).toMatchObject(stale);
  });

  it('a deal that begins anew counts its fields on from where the run before was', () => {
    const deal = new Deal(process([stage('s', { steps: [task('t')], exits })]));
    deal.send({ kind: 'start', owner: null, values: {}, isSet: {}, fieldsRevision: 7 });
    expect(edit(deal, 6)).toMatchObject(stale);
    expect(edit(deal, 7)).toEqual({ ok: true });
  });
});
