import { describe, expect, it } from 'vitest';
import type { ExitDefinition } from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import { Deal } from '../../world/testing/drive.ts';
import {
  email,
  exit,
  is,
  leave,
  literal,
  minutes,
  process,
  stage,
  task,
  update,
} from '../../world/testing/process.ts';

const watched = { price: 'value', size: 'value' } as const;
const deadline = { after: minutes(60) };

interface Parts {
  price?: StepDefinition[];
  send?: StepDefinition[];
  back?: Partial<ExitDefinition>;
  talk?: StepDefinition[];
}

/** price → send → talk; talk leads back to price. */
function offer({ price, send, back, talk }: Parts = {}): Deal {
  const on = (to: string) => [exit('on', 'auto', to)];
  const stages = [
    stage('price', { steps: price ?? [task('p'), task('q')], exits: on('send') }),
    stage('send', { steps: send ?? [email('m', { inputs: ['price'] })], exits: on('talk') }),
    stage('talk', {
      deadline,
      criteria: [{ id: 'never', when: literal(false) }],
      steps: talk ?? [task('t')],
      exits: [exit('back', 'manual', 'price', back), exit('won', 'manual', 'won')],
    }),
  ];
  return new Deal(process(stages, watched)).start({ price: 10 });
}

function sent(deal: Deal): void {
  deal.send({ kind: 'mailResult', mail: deal.ref('m'), result: 'sent' });
}

function talking(parts?: Parts): Deal {
  const deal = offer(parts);
  deal.complete('p');
  deal.complete('q');
  sent(deal);
  expect(deal.state.stage).toBe('talk');
  return deal;
}

const arm = (deal: Deal) => {
  const { stage, visit } = deal.ref('');
  return deal.send({ kind: 'arm', stage, visit });
};

describe('going back', () => {
  it('E10: back asks neither for steps nor for criteria; won still does', () => {
    const deal = talking();
    expect(deal.move('won', { reasons: ['quality'] })).toMatchObject({ code: 'unmet' });
    expect(deal.move('back')).toEqual({ ok: true });
    expect(deal.ref('p')).toMatchObject({ stage: 'price', visit: 2 });
    const guarded = talking({ back: { when: is('size', 1) } });
    expect(guarded.move('back')).toMatchObject({
      unmet: [{ kind: 'criterion', criterion: 'back' }],
    });
  });

  it('E12: open tasks are cancelled as moved back, and the clock of the stage with them', () => {
    const deal = talking({
      talk: [task('t', { due: minutes(5) }), task('o', { mandatory: false })],
    });
    deal.move('back');
    const closed = deal.effectsOf('closeTask').slice(-2);
    expect(closed.map(({ task: { step }, as, why }) => [step, as, why])).toEqual([
      ['t', 'cancelled', 'moved_back'],
      ['o', 'cancelled', 'moved_back'],
    ]);
    expect(
      deal
        .effectsOf('stopClock')
        .slice(-2)
        .map(({ as }) => as),
    ).toEqual(['cancelled', 'cancelled']);
    expect(deal.factsOf('StepSteppedOver')).toEqual([]);
  });

  it('E12: the steps listed by the exit and by the person are done again, the others are kept', () => {
    const deal = talking({ back: { redo: ['p'] } });
    deal.move('back');
    expect([deal.status('p'), deal.status('q')]).toEqual(['open', 'ended']);
    expect(deal.factsOf('StepKept')).toMatchObject([{ step: 'q', visit: 2, port: 'done' }]);
    const more = talking({ back: { redo: ['p'] } });
    more.move('back', { redo: ['q', 't'] });
    expect([more.status('p'), more.status('q')]).toEqual(['open', 'open']);
  });

  it('E12: what cannot be done again is refused', () => {
    const price = [task('p'), task('q', { redo: 'never' })];
    const deal = talking({ price, back: { redo: ['q'] } });
    expect(deal.move('back', { redo: ['nothing'] })).toMatchObject({ code: 'unknown' });
    expect(deal.move('back', { redo: ['q'] })).toMatchObject({ code: 'unknown' });
    deal.move('back');
    expect(deal.status('q')).toBe('ended');
  });

  it('E12: a mail is sent again only if it would say something else', () => {
    const same = talking({ back: { redo: ['p'] } });
    same.move('back');
    same.complete('p');
    expect([same.state.stage, same.effectsOf('sendMail').length]).toEqual(['talk', 1]);
    const dearer = talking({ back: { redo: ['p'] } });
    dearer.move('back');
    dearer.complete('p', 'done', { price: 12 });
    expect(dearer.state.stage).toBe('send');
    expect(dearer.effectsOf('sendMail').map(({ key }) => key)).toEqual([
      'mail:send:m:1:1',
      'mail:send:m:2:1',
    ]);
  });

  it('E12: a mail depends on what it said when it was asked for, not when it went', () => {
    const deal = offer();
    deal.complete('p');
    deal.complete('q');
    deal.set({ price: 12 });
    sent(deal);
    deal.move('back', { redo: ['p'] });
    deal.complete('p');
    expect(deal.effectsOf('sendMail')).toHaveLength(2);
  });

  it('E12: a mail that is never sent again goes once, one that always is each time', () => {
    const never = talking({ send: [email('m', { redo: 'never', inputs: ['price'] })] });
    never.move('back', { redo: ['p'] });
    never.complete('p', 'done', { price: 12 });
    expect(never.effectsOf('sendMail')).toHaveLength(1);
    const always = talking({ send: [email('m', { redo: 'always' })] });
    always.move('back', { redo: ['p'] });
    always.complete('p');
    expect(always.effectsOf('sendMail')).toHaveLength(2);
  });

  it('E12: automatic exits are disarmed until a step of the visit is really done', () => {
    const counted = { ...update('u', 'size', literal(1)), redo: 'always' as const };
    const deal = talking({ price: [task('p'), task('q'), counted] });
    deal.move('back');
    expect(deal.factsOf('FieldsUpdated')).toHaveLength(2);
    expect(deal.state).toMatchObject({ stage: 'price', disarmed: true });
    expect(deal.factsOf('ExitsDisarmed')).toEqual([
      { type: 'ExitsDisarmed', stage: 'price', visit: 2 },
    ]);
    deal.send({ kind: 'tick' });
    deal.set({ size: 3 });
    expect(deal.state.stage).toBe('price');
    const other = talking({ back: { redo: ['q'] } });
    other.move('back');
    other.complete('q');
    expect(other.factsOf('ExitsArmed')).toMatchObject([{ stage: 'price', visit: 2, by: null }]);
    expect(other.state.stage).toBe('talk');
  });

  it('E12: automatic exits are disarmed until a person lets them go', () => {
    const deal = talking();
    const stale = { kind: 'arm', stage: 'send', visit: 1 } as const;
    expect(deal.send(stale)).toMatchObject({ code: 'stale' });
    expect(arm(deal)).toMatchObject({ code: 'not-open' });
    deal.move('back');
    expect(arm(deal)).toEqual({ ok: true });
    expect(deal.factsOf('ExitsArmed')).toMatchObject([{ by: 'anna' }]);
    expect(deal.state.stage).toBe('talk');
    expect(deal.effectsOf('sendMail')).toHaveLength(1);
  });

  it('E12: a person who moves on leaves the disarmed exits behind', () => {
    const deal = talking({ back: { redo: ['p'] } });
    deal.move('back');
    deal.move('on', { override: { reason: 'sub1' } });
    expect(deal.state).toMatchObject({ stage: 'talk' });
    expect(deal.state.disarmed).toBeUndefined();
  });

  it('E12: a `leave` step does not bounce the deal forward again either', () => {
    const price = [task('p'), task('q'), leave('go', 'talk')];
    const deal = offer({ price });
    expect(deal.state.stage).toBe('price');
    deal.complete('p');
    deal.complete('q');
    deal.move('back');
    expect([deal.state.stage, deal.status('go')]).toEqual(['price', 'waiting']);
    arm(deal);
    expect(deal.state.stage).toBe('talk');
  });

  it('E12: an exit is taken as often as it may, and says so', () => {
    const deal = talking({ back: { max: 1 } });
    deal.move('back');
    arm(deal);
    expect(deal.state.taken).toEqual({ 'talk:back': 1 });
    expect(deal.move('back')).toMatchObject({
      code: 'unmet',
      unmet: [{ kind: 'limit', exit: 'back', max: 1 }],
    });
    expect(deal.move('back', { override: { reason: 'sub1' } })).toEqual({ ok: true });
    expect(deal.factsOf('GateOverridden')).toMatchObject([{ unmet: [{ kind: 'limit' }] }]);
  });

  it('E12: what is still said of the stage that was left touches no step of the new one', () => {
    const stages = [
      stage('a', { steps: [task('x')], exits: [exit('on', 'auto', 'b')] }),
      stage('b', { steps: [task('x')], exits: [exit('back', 'manual', 'a', { redo: ['x'] })] }),
    ];
    const deal = new Deal(process(stages)).start();
    deal.complete('x');
    const failures = [{ effect: 'open:b:x:1:1', stage: 'b', step: 'x', code: 'failed' }];
    const { stage: at, visit } = deal.ref('x');
    const back = { kind: 'move', id: 'm', by: 'anna', stage: at, visit, exit: 'back' } as const;
    const answers = { clocks: [], timers: [], failures };
    deal.fold([back, { kind: 'answers', id: 'f', answers }]);
    expect(deal.state).toMatchObject({
      stage: 'a',
      incidents: [],
      steps: { x: { status: 'open' } },
    });
  });

  it('E12: an exit to its own stage is a new visit', () => {
    const exits = [exit('again', 'manual', 's', { redo: ['a'] }), exit('won', 'auto', 'won')];
    const drawn = process([stage('s', { deadline, steps: [task('a'), task('b')], exits })]);
    const deal = new Deal(drawn).start();
    deal.complete('a');
    deal.move('again');
    expect(deal.state.visits).toEqual({ s: 2 });
    expect([deal.status('a'), deal.status('b')]).toEqual(['open', 'open']);
    expect(deal.state.clocks.map(({ id }) => id)).toEqual(['stage:s:2']);
  });

  it('E15: an automatic exit back does not go round and round', () => {
    const stages = [
      stage('a', { exits: [exit('on', 'auto', 'b')] }),
      stage('b', { exits: [exit('back', 'auto', 'a')] }),
    ];
    const deal = new Deal(process(stages)).start();
    expect(deal.state).toMatchObject({ stage: 'a', disarmed: true, incidents: [] });
    arm(deal);
    expect(deal.state.visits).toEqual({ a: 3, b: 2 });
  });
});

describe('beginning elsewhere', () => {
  const begin = (deal: Deal, via: 'reopened' | 'continued', stage = 'price') => {
    const { done = {}, visits } = talking().state;
    const at = { stage, via, visits, done };
    const values = { price: 10 };
    return deal.send({ kind: 'start', owner: 'olga', at, values, isSet: {} });
  };

  it('E16: a reopened deal begins at the stage named, with its visits and what was done', () => {
    const { definition } = offer();
    const deal = new Deal(definition);
    expect(begin(deal, 'reopened')).toEqual({ ok: true });
    expect(deal.factsOf('StageEntered')).toMatchObject([
      { stage: 'price', visit: 2, via: 'reopened', by: 'anna' },
    ]);
    expect(deal.factsOf('StepKept').map(({ step }) => step)).toEqual(['p', 'q']);
    expect(deal.state.disarmed).toBe(true);
    arm(deal);
    expect([deal.state.stage, deal.effectsOf('sendMail')]).toEqual(['talk', []]);
  });

  it('E16: a closed deal has remembered what was done in its last stage', () => {
    const deal = talking();
    deal.complete('t');
    deal.move('lost', { reasons: ['price'] });
    expect(deal.state.done).toMatchObject({
      talk: { t: { port: 'done', inputs: {}, by: 'anna' } },
    });
  });

  it('a deal that continues from another process goes on as a new one does', () => {
    const deal = new Deal(offer().definition);
    begin(deal, 'continued');
    expect(deal.factsOf('StageEntered')[0]).toMatchObject({ via: 'continued' });
    expect(deal.state.disarmed).toBeUndefined();
  });

  it('a stage that the process does not have is refused', () => {
    const deal = new Deal(offer().definition);
    expect(begin(deal, 'reopened', 'nowhere')).toMatchObject({ code: 'unknown' });
    expect(deal.state.status).toBe('new');
  });
});
