import { describe, expect, it } from 'vitest';
import { Deal } from '../../world/testing/drive.ts';
import {
  branch,
  email,
  exit,
  is,
  link,
  minutes,
  process,
  stage,
  task,
  wait,
} from '../../world/testing/process.ts';

const won = [exit('won', 'auto', 'won')];
const watched = { margin: 'value', tier: 'value', note: 'isSet' } as const;

describe('links and stepping over', () => {
  it('E1: a false step condition steps over the step, and the contract behind it still comes', () => {
    const steps = [task('price'), task('approve', { when: is('margin', 10) }), task('contract')];
    const links = ['price>approve', 'approve>contract'];
    const deal = new Deal(process([stage('offer', { steps, links, exits: won })], watched)).start();
    deal.complete('price', 'done', { margin: 20 });
    expect(deal.state.steps['approve']).toMatchObject({
      status: 'ended',
      port: 'done',
      done: false,
    });
    expect(deal.status('contract')).toBe('open');
    expect(deal.state.status).toBe('open');
    expect(deal.factsOf('StepSteppedOver')[0]).toMatchObject({
      step: 'approve',
      why: 'condition',
      operands: [{ field: 'margin', value: 20 }],
    });
  });

  it('E1: a false link condition cuts the path, and what hangs on it alone is skipped', () => {
    const steps = [task('price'), task('approve'), task('contract')];
    const links = [link('price>approve', is('margin', 10)), 'approve>contract'];
    const deal = new Deal(process([stage('offer', { steps, links, exits: won })], watched)).start();
    deal.complete('price', 'done', { margin: 20 });
    expect(deal.factsOf('LinkCut')).toMatchObject([
      { link: 'price_approve', operands: [{ field: 'margin', value: 20 }] },
    ]);
    expect(deal.factsOf('StepSkipped').map((fact) => fact.step)).toEqual(['approve', 'contract']);
    expect(deal.state.status).toBe('won');
  });

  it('E1: a step with one live and one dead link starts; only all dead skip it', () => {
    const steps = [
      branch('which', [{ port: 'big', when: is('tier', 'a') }]),
      task('visit'),
      task('call'),
      task('offer'),
    ];
    const links = ['which.big>visit', 'which.otherwise>call', 'visit>offer', 'call>offer'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })], watched));
    deal.start({ tier: 'b' });
    expect(deal.status('visit')).toBe('skipped');
    expect(deal.status('offer')).toBe('pending');
    deal.complete('call');
    expect(deal.status('offer')).toBe('open');
    expect(deal.factsOf('BranchTaken')).toMatchObject([
      { port: 'otherwise', operands: [{ field: 'tier', value: 'b' }] },
    ]);
  });

  it('E1: a waiver goes on by the pass port and never kills the normal path', () => {
    const survey = task('survey', { ports: ['feasible', 'no'], passPort: 'feasible' });
    const steps = [survey, task('price'), task('decline')];
    const links = ['survey.feasible>price', 'survey.no>decline'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    deal.send({ kind: 'waive', task: deal.ref('survey'), reason: 'sub1' });
    expect(deal.state.steps['survey']).toMatchObject({ port: 'feasible', done: false });
    expect(deal.status('price')).toBe('open');
    expect(deal.status('decline')).toBe('skipped');
    expect(deal.effectsOf('closeTask')).toMatchObject([{ as: 'waived', by: 'anna' }]);
  });

  it('E1: a long wait on one path does not delay the other', () => {
    const steps = [wait('month', { n: 30, unit: 'd' }), task('after'), wait('short', minutes(1))];
    const links = ['month>after', 'short>next'];
    const drawn = [...steps, task('next')];
    const deal = new Deal(process([stage('s', { steps: drawn, links, exits: won })])).start();
    deal.pass(60_000);
    expect(deal.status('next')).toBe('open');
    expect(deal.status('after')).toBe('pending');
  });

  it('E2: an email step ends by what the relay says, each result by its own port', () => {
    const steps = [email('offer'), task('call'), task('post')];
    const links = ['offer.sent>call', 'offer.notSent>post'];
    const deal = new Deal(process([stage('s', { steps, links, exits: won })])).start();
    expect(deal.effectsOf('sendMail')).toMatchObject([{ key: 'mail:s:offer:1:1' }]);
    expect(deal.status('offer')).toBe('running');
    deal.send({
      kind: 'mailResult',
      mail: deal.ref('offer'),
      result: 'notSent',
      why: 'no address',
    });
    expect(deal.status('call')).toBe('skipped');
    expect(deal.status('post')).toBe('open');
    expect(deal.factsOf('MailSettled')).toMatchObject([{ result: 'notSent', why: 'no address' }]);
  });
});
