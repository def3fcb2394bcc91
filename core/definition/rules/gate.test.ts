import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../drawing/drawing.ts';
import { applyFix } from '../testing/apply-fix.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { fullDrawing } from '../testing/full-drawing.ts';
import { stageOf, stepOf } from '../testing/find.ts';
import { asks, parts, tinyDrawing } from '../testing/tiny-drawing.ts';
import { validate, validateDrawing } from '../validate.ts';

/** What is found of this code: `element fieldPath`. */
function found(drawing: Drawing, code: string): string[] {
  return validateDrawing(drawing)
    .filter((problem) => problem.code === code)
    .map(({ elementId, fieldPath }) => `${elementId} ${fieldPath}`);
}

const join = (count: number) => ({ ...asks(), join: { mode: 'count', count } });
const webhook = { kind: 'webhook', url: 'https://example.com' };

describe('joins (E5)', () => {
  it('E5: cannot wait for links that exclude one another, however far behind the branch', () => {
    const steps = { b: parts(), p: asks(), q: asks(), r: asks(), j: join(2) };
    const links = ['b.x>p', 'b.y>q', 'p>j', 'q>j'];
    expect(found(tinyDrawing({ steps, links }), 'join-unreachable')).toEqual(['j join.count']);
    expect(found(tinyDrawing({ steps, links: [...links, 'r>j'] }), 'join-unreachable')).toEqual([]);
  });

  it('E5: may have one step link to it twice when both can be live', () => {
    const steps = { a: asks(), b: asks(), c: asks(), j: join(2) };
    const links = ['a>b', 'a>c', 'b.yes>j', 'c.no>j'];
    expect(found(tinyDrawing({ steps, links }), 'join-unreachable')).toEqual([]);
  });

  it('E5: fail when a source ends by an outcome that nothing is linked to, unless others suffice', () => {
    const steps = { h: webhook, a: asks(), j: { ...asks(), join: { mode: 'any' } } };
    const drawn = (...links: string[]) => tinyDrawing({ steps, links });
    expect(found(drawn('h.delivered>j'), 'join-may-fail')).toEqual(['j join']);
    expect(found(drawn('h.delivered>j', 'h.failed>a'), 'join-may-fail')).toEqual([]);
    expect(found(drawn('h.delivered>j', 'a>j'), 'join-may-fail')).toEqual([]);
  });
});

describe('ways back', () => {
  /** Two stages with an exit back by itself. */
  const loop = (steps: object, back: object = {}) =>
    tinyDrawing(
      { steps: steps as Record<string, object> },
      {
        steps: { set: { kind: 'update', set: [{ field: 'a', value: '1' }] } },
        exits: [
          { id: 'on', mode: 'manual', to: 'won' },
          { id: 'back', mode: 'auto', to: 's0', when: 'deal.a > 3', max: 2, ...back },
        ],
      },
    );

  it('E15: need a person or a wait on the way when they are automatic; a limit does not help', () => {
    expect(found(loop({}), 'automatic-loop')).toEqual(['back mode']);
    expect(found(loop({ t: asks() }), 'automatic-loop')).toEqual([]);
    const wait = { kind: 'wait', for: { kind: 'time', duration: { n: 1, unit: 'd' } } };
    expect(found(loop({ w: wait }), 'automatic-loop')).toEqual([]);
    expect(found(loop({}, { mode: 'manual' }), 'automatic-loop')).toEqual([]);
  });

  it('E15: a task that may be stepped over is no person on the way', () => {
    const steps = { t: { ...asks(), when: '1.0 < 2.0' } };
    expect(found(loop(steps), 'automatic-loop')).toEqual(['back mode']);
  });

  it('E10: a stage whose only unconditional exit leads back has no way forward', () => {
    const drawing = tinyDrawing({}, { exits: [{ id: 'b', mode: 'manual', to: 's0' }] });
    expect(found(drawing, 'no-way-forward')).toEqual([]);
    const exits = [
      { id: 'b', mode: 'manual', to: 's0' },
      { id: 'w', mode: 'manual', to: 'won', when: '1.0 < 2.0' },
    ];
    expect(found(tinyDrawing({}, { exits }), 'no-way-forward')).toEqual(['s1 exits']);
  });

  it('E10: going on in another process is a way forward, and an outcome', () => {
    const exits = [{ id: 'c', mode: 'auto', to: 'continue', continueIn: { process: 'IN-01' } }];
    const codes = validateDrawing(tinyDrawing({ exits })).map(({ code }) => code);
    expect(codes).not.toContain('no-way-forward');
    expect(codes).not.toContain('no-outcome-reachable');
  });

  it('E13: a way back counts as a link of its outcome', () => {
    const ask = asks() as { outcomes: object[] };
    const again = { ...ask, outcomes: [ask.outcomes[0], { id: 'no', label: 'No', passes: false }] };
    const drawing = tinyDrawing({ steps: { a: asks(), t: again }, links: ['a>t'] });
    expect(found(drawing, 'outcome-unlinked')).toEqual(['t outcomes.1']);
    const rework = { max: 2 };
    drawing.stages[0]!.links.push({ id: 'r', from: 't', to: 'a', ports: ['no'], rework });
    expect(validateDrawing(drawing).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the organisation', () => {
  it('is not asked for what the directory does not know', () => {
    const { processes: _, ...directory } = sampleDirectory();
    directory.people = directory.people.map(({ id, name, active }) => ({ id, name, active }));
    expect(validate(fullDrawing(), directory)).toEqual([]);
  });

  it('must have somebody in a role that gets work or notices, at every place that names one', () => {
    const directory = sampleDirectory();
    directory.people[0]!.role = 'ops';
    const drawing = fullDrawing();
    drawing.policies[0]!.levels[0]!.to.push({ kind: 'managers' });
    const problems = validate(drawing, directory);
    expect(problems.map(({ code, fieldPath }) => `${code} ${fieldPath}`)).toEqual([
      'pool-empty levels.0.to.1',
      'pool-empty assignCases.0.to.role',
      'pool-empty approvers.1.to.role',
    ]);
  });

  it('must have every department whose item an each makes', () => {
    const drawing = fullDrawing();
    const papers = stepOf(drawing, 'each', 'agree', 'papers');
    if (papers.over.kind === 'departments') papers.over.departments.push('moon');
    const [problem] = validate(drawing, sampleDirectory());
    expect([problem?.code, problem?.fieldPath]).toEqual([
      'unknown-department',
      'over.departments.2',
    ]);
  });

  it('does not take a personal field of this process for one of another that is not', () => {
    const drawing = fullDrawing();
    drawing.outcomes.won.then![0]!.fields[0]!.from = 'phone';
    const [problem] = validate(drawing, sampleDirectory());
    expect(problem?.message).toBe(
      'What follows won takes “Phone”, which is personal, for “Place”, which is not. Make “Place” personal too.',
    );
  });
});

describe('other kinds', () => {
  it('a service process needs no reasons for being finished', () => {
    const drawing = fullDrawing();
    drawing.outcomes.won.reasons = [];
    expect(found(drawing, 'outcome-without-reasons')).toEqual([' outcomes.won.reasons']);
    drawing.kind = 'service';
    expect(found(drawing, 'outcome-without-reasons')).toEqual([]);
  });

  it('each and approval need a policy for their due time, fields that exist and a playbook as tasks do', () => {
    const drawing = fullDrawing();
    delete stepOf(drawing, 'approval', 'agree', 'approve').policy;
    const sheets = stepOf(drawing, 'each', 'agree', 'sheets');
    sheets.shows.push('moon');
    delete sheets.playbook;
    expect(validateDrawing(drawing).map(({ code, elementId }) => `${elementId} ${code}`)).toEqual([
      'sheets unknown-field',
      'approve deadline-without-policy',
      'sheets task-without-playbook',
    ]);
  });

  it('E23: a time cannot count on a personal date, which the run does not know', () => {
    const drawing = fullDrawing();
    stageOf(drawing, 'send').deadline = { field: 'offerOn', after: { n: 5, unit: 'bd' } };
    for (const field of drawing.fields) if (field.type === 'date') field.personal = true;
    expect(found(drawing, 'field-wrong-type')).toEqual([
      'send deadline.field',
      'remind for.duration.field',
    ]);
  });

  it('E11: a carried approval may lead back, but not on', () => {
    const drawing = fullDrawing();
    const stage = stageOf(drawing, 'agree');
    stepOf(drawing, 'approval', 'agree', 'approve').carry = {};
    stage.links = stage.links.filter(({ from, rework }) => from !== 'approve' || rework);
    expect(found(drawing, 'carried-with-successors')).toEqual([]);
  });
});

describe('what comes behind an approval (E14)', () => {
  const ok = {
    kind: 'approval',
    approvers: [{ id: 'boss', to: { kind: 'role', role: 'manager' } }],
    voidOn: ['b', 'a'],
  };
  const set = { kind: 'update', set: [{ field: 'a', value: '1' }] };
  const codes = ['approval-voids-itself', 'approval-voided-behind'] as const;
  const all = (steps: Record<string, object>, ...links: (string | [string, string])[]) => {
    const drawing = tinyDrawing({ steps, links }, {});
    return codes.flatMap((code) => found(drawing, code).map((at) => `${code} ${at}`));
  };
  const never = ['approval-voids-itself ok voidOn.1'];
  const perhaps = ['approval-voided-behind ok voidOn.1'];

  it('E14: is no update or score that surely changes what it approves, however far behind', () => {
    expect(all({ ok, set }, 'ok>set')).toEqual(never);
    expect(all({ ok, set, t: asks() }, 'ok.approved>t', 't>set')).toEqual(never);
    const score = { kind: 'score', rules: [], field: 'a' };
    expect(all({ ok, score }, 'ok.approved>score')).toEqual(never);
    expect(all({ ok, t: asks('a'), set }, 'ok>t', 't>set')).toEqual(never);
  });

  it('E14: may be work that changes it only if a person, a condition or an outcome will have it so', () => {
    expect(all({ ok, t: asks('a') }, 'ok>t')).toEqual(perhaps);
    expect(all({ ok, set: { ...set, when: '1.0 < 2.0' } }, 'ok>set')).toEqual(perhaps);
    expect(all({ ok, set }, ['ok>set', '1.0 < 2.0'])).toEqual(perhaps);
    expect(all({ ok, set, t: asks() }, 'ok>t', 't.no>set')).toEqual(perhaps);
    const any = { ...set, join: { mode: 'any' } };
    expect(all({ ok, set: any, t: asks() }, 'ok>set', 't>set')).toEqual(perhaps);
    const late = { ...asks(), join: { mode: 'any', late: 'cancel' } };
    expect(all({ ok, set, t: asks(), late }, 'ok>set', 'set>late', 't>late')).toEqual(perhaps);
  });

  it('E14: is free where it follows a rejection alone, stands before or beside it, or sets another field', () => {
    expect(all({ ok, set }, 'ok.rejected>set')).toEqual([]);
    expect(all({ ok, set }, 'set>ok')).toEqual([]);
    expect(all({ ok, set })).toEqual([]);
    expect(all({ ok, t: asks('c') }, 'ok>t')).toEqual([]);
  });
});

describe('what a step needs a value of (E7)', () => {
  const boss = { id: 'boss', to: { kind: 'role', role: 'manager' } };
  const limited = (more: object = {}) => ({
    kind: 'approval',
    approvers: [{ ...boss, id: 'lead', upTo: { field: 'a', max: 5 } }, boss],
    ...more,
  });
  const code = 'field-may-be-empty';

  it('E3: the field of a limit is set before, or by the condition of the approval', () => {
    const at = ['ok approvers.0.upTo.field'];
    expect(found(tinyDrawing({ steps: { ok: limited() } }), code)).toEqual(at);
    const steps = { t: asks('a'), ok: limited() };
    expect(found(tinyDrawing({ steps }), code)).toEqual(at);
    expect(found(tinyDrawing({ steps, links: ['t>ok'] }), code)).toEqual([]);
    const when = 'has(deal.a) && deal.a > 1';
    expect(found(tinyDrawing({ steps: { ok: limited({ when }) } }), code)).toEqual([]);
  });

  it('E8: the list of an each is set, or it is skipped without, which is offered', () => {
    const each = { ...asks(), kind: 'each', over: { kind: 'list', field: 'h' }, when: '1.0 < 2.0' };
    const drawing = tinyDrawing({ steps: { each } });
    Object.assign(drawing.fields[7]!, {
      type: 'choices',
      options: [{ value: 'x', label: 'X' }],
    });
    const [problem] = validateDrawing(drawing).filter((one) => one.code === code);
    expect(problem).toMatchObject({ elementId: 'each', fieldPath: 'over.field' });
    applyFix(drawing, problem!.fix!);
    expect(drawing.stages[0]!.steps[0]!.when).toBe('has(deal.h) && (1.0 < 2.0)');
    expect(found(drawing, code)).toEqual([]);
  });

  it('what an assignee must have is set, or the case that chooses them says so', () => {
    const pool = { kind: 'department', department: 'office', needs: [{ field: 'a' }] };
    expect(found(tinyDrawing({ steps: { t: { ...asks(), assign: pool } } }), code)).toEqual([
      't assign.needs.0.field',
    ]);
    const chosen = (when: string) => ({ ...asks(), assignCases: [{ when, to: pool }] });
    expect(found(tinyDrawing({ steps: { t: chosen('1.0 < 2.0') } }), code)).toEqual([
      't assignCases.0.to.needs.0.field',
    ]);
    expect(found(tinyDrawing({ steps: { t: chosen('has(deal.a)') } }), code)).toEqual([]);
  });
});
