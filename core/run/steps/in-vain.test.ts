import { describe, expect, it } from 'vitest';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import { email, exit, process, stage, task, webhook } from '../../world/testing/process.ts';

const exits = [exit('on', 'auto', 't')];

function started(steps: StepDefinition[], links: string[] = []): Deal {
  const first = stage('s', { steps, links, exits });
  const second = stage('t', { steps: [task('end')], exits: [exit('won', 'auto', 'won')] });
  return new Deal(process([first, second])).start();
}

function fail(deal: Deal, why: string, step = 'offer'): void {
  deal.send({ kind: 'mailResult', mail: deal.ref(step), result: 'notSent', why });
}

describe('a mail that does not go', () => {
  it('E27: holds its stage as an incident with the cause, and the owner is told', () => {
    const deal = started([email('offer'), task('call')], ['offer>call']);
    fail(deal, 'no-address');
    expect(deal.status('offer')).toBe('incident');
    expect(deal.status('call')).toBe('pending');
    expect(deal.state.stage).toBe('s');
    expect(deal.effectsOf('openIncident')).toMatchObject([
      { code: 'mail:no-address', choices: ['retry', 'skip'], step: { step: 'offer' } },
    ]);
    expect(deal.effectsOf('tellOwner')).toMatchObject([
      { owner: deal.state.owner, cause: 'mail:no-address', isStopped: true },
    ]);
  });

  it('E27, E24: a retry sends it again under a key of its own, and what comes of it counts', () => {
    const deal = started([email('offer')]);
    fail(deal, 'no-address');
    deal.send({ kind: 'resolveIncident', incident: 'i1', choice: 'retry', reason: null });
    expect(deal.effectsOf('sendMail').map(({ key }) => key)).toEqual([
      'mail:s:offer:1:1',
      'mail:s:offer:1:1:i1',
    ]);
    fail(deal, 'suppressed');
    expect(deal.state.incidents).toMatchObject([{ id: 'i2', code: 'mail:suppressed' }]);
    deal.send({ kind: 'resolveIncident', incident: 'i2', choice: 'retry', reason: null });
    deal.send({ kind: 'mailResult', mail: deal.ref('offer'), result: 'sent' });
    expect(deal.state.stage).toBe('t');
    const keys = deal.effects.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('E27: a skip goes on by the pass port, as if it had gone', () => {
    const deal = started([email('offer'), task('call')], ['offer.sent>call']);
    fail(deal, 'rejected:550');
    deal.send({ kind: 'resolveIncident', incident: 'i1', choice: 'skip', reason: 'phoned' });
    expect(deal.status('call')).toBe('open');
    expect(deal.state.incidents).toEqual([]);
  });

  it('E27: follows the link that names notSent, without an incident or a notice', () => {
    const deal = started([email('offer'), task('post')], ['offer.notSent>post']);
    fail(deal, 'no-address');
    expect(deal.status('post')).toBe('open');
    expect(deal.effectsOf('openIncident')).toEqual([]);
    expect(deal.effectsOf('tellOwner')).toEqual([]);
  });

  it('E27: lets the deal go on when it is optional, and the owner is told', () => {
    const deal = started([email('offer', { mandatory: false }), task('call')], ['offer>call']);
    fail(deal, 'no-address');
    expect(deal.status('call')).toBe('open');
    expect(deal.state.steps['offer']).toMatchObject({ port: 'notSent', done: false });
    expect(deal.effectsOf('openIncident')).toEqual([]);
    expect(deal.effectsOf('tellOwner')).toMatchObject([{ isStopped: false }]);
  });
});

describe('a webhook that does not get through', () => {
  it('E27: is an incident where nothing follows "failed", and is called again by a retry', () => {
    const deal = started([webhook('call')]);
    const of = deal.ref('call');
    deal.send({ kind: 'webhookResult', webhook: of, result: 'failed', why: 'gave-up:status' });
    expect(deal.state.incidents).toMatchObject([{ code: 'webhook:gave-up:status' }]);
    deal.send({ kind: 'resolveIncident', incident: 'i1', choice: 'retry', reason: null });
    expect(deal.effectsOf('sendWebhook')).toHaveLength(2);
    deal.send({ kind: 'webhookResult', webhook: of, result: 'delivered' });
    expect(deal.state.stage).toBe('t');
  });
});
