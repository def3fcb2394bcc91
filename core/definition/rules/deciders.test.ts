import { describe, expect, it } from 'vitest';
import { drawingSchema } from '../../drawing/drawing.ts';
import type { Directory } from '../directory/directory.ts';
import { sampleDirectory } from '../testing/sample-directory.ts';
import { validate, validateDrawing } from '../validate.ts';

const owner = { kind: 'owner' };
const outcomes = [{ id: 'done', label: 'Done' }];
const task = (id: string, more: object = {}) => ({
  id,
  name: id,
  kind: 'task',
  assign: owner,
  outcomes,
  ...more,
});
const asks = (to: object, more: object = {}) => ({
  id: 'ok',
  name: 'ok',
  kind: 'approval',
  approvers: [{ id: 'a', to }],
  ...more,
});
const notify = { id: 'n', name: 'n', kind: 'notify', to: [owner], message: 'hey' };

function drawn(steps: object[], links: string[], more: object = {}) {
  const reasons = [{ id: 'other', label: 'Other' }];
  return drawingSchema.parse({
    schema: 1,
    name: 'P',
    currency: 'EUR',
    calendar: 'pl-office',
    fields: [{ id: 'f', label: 'F', type: 'boolean', intake: 'required' }],
    policies: [],
    stages: [
      {
        id: 's',
        name: 'Do s',
        probability: 1,
        steps: [...steps, notify],
        links: ['ok.rejected>n', ...links].map((text, at) => {
          const [from = '', to = ''] = text.split('>');
          const [step, port] = from.split('.');
          return { id: `l${at}`, from: step, to, ports: port ? [port] : [] };
        }),
        exits: [{ id: 'w', mode: 'manual', to: 'won' }],
        ...more,
      },
    ],
    outcomes: { won: { reasons }, lost: { reasons } },
  });
}

type Drawn = ReturnType<typeof drawn>;
const isRefused = (drawing: Drawn) =>
  validateDrawing(drawing).some(({ code }) => code === 'approval-undecidable');
const isRefusedIn = (drawing: Drawn, directory: Directory) =>
  validate(drawing, directory).filter(({ code }) => code === 'approval-undecidable').length;

const ana = { kind: 'person', person: 'ana' };

describe('an approval is refused (E3)', () => {
  it('when whoever it asks surely did the work before it, also by way of automatic steps', () => {
    expect(isRefused(drawn([task('t'), asks(owner)], ['t>ok']))).toBe(true);
    const update = { id: 'u', name: 'u', kind: 'update', set: [{ field: 'f', value: 'true' }] };
    expect(isRefused(drawn([task('t'), update, asks(owner)], ['t>u', 'u>ok']))).toBe(true);
    const both = [task('t', { assign: ana }), task('o')];
    const parts = [owner, ana].map((to, at) => ({ id: `a${at}`, to }));
    const two = asks(owner, { approvers: parts });
    expect(isRefused(drawn([...both, two], ['t>ok', 'o>ok']))).toBe(true);
  });

  it('when it names the step, or the owner asks for it because it is only offered', () => {
    expect(
      isRefused(
        drawn(
          [task('t'), task('m', { assign: ana }), asks(owner, { notBy: ['t'] })],
          ['t>m', 'm>ok'],
        ),
      ),
    ).toBe(true);
    expect(isRefused(drawn([asks(owner, { mandatory: false })], []))).toBe(true);
  });

  it('when it needs one person twice, or more than can decide', () => {
    const twice = { approvers: [{ id: 'a', to: ana, count: 2 }] };
    expect(isRefused(drawn([asks(ana, twice)], []))).toBe(true);
    expect(isRefused(drawn([asks(ana, { ...twice, need: 1 })], []))).toBe(false);
  });

  it('when the department or role it asks has one person, who did the work', () => {
    const itSecurity = { kind: 'department', department: 'it' };
    const drawing = drawn([task('t', { assign: itSecurity }), asks(itSecurity)], ['t>ok']);
    expect(isRefused(drawing)).toBe(false);
    expect(isRefusedIn(drawing, sampleDirectory())).toBe(1);
    const manager = drawn(
      [task('t', { assign: ana }), asks({ kind: 'role', role: 'manager' })],
      ['t>ok'],
    );
    expect(isRefusedIn(manager, sampleDirectory())).toBe(1);
    expect(isRefusedIn(drawn([task('t'), asks(owner)], ['t>ok']), sampleDirectory())).toBe(1);
  });
});

describe('an approval is not refused', () => {
  it('when the work may be done by another, or not at all', () => {
    for (const more of [
      { assign: { kind: 'department', department: 'sales' } },
      { when: 'deal.f' },
      { mandatory: false },
      { assignCases: [{ when: 'deal.f', to: ana }] },
    ]) {
      expect([more, isRefused(drawn([task('t', more), asks(owner)], ['t>ok']))]).toEqual([
        more,
        false,
      ]);
    }
    const given = { id: 'g', name: 'g', kind: 'assign', what: 'deal', to: ana };
    expect(isRefused(drawn([task('t'), given, asks(owner)], ['t>g', 'g>ok']))).toBe(false);
  });

  it('when only one of several ways leads over the work, or an approval lies between', () => {
    const free = task('x', { assign: { kind: 'department', department: 'sales' } });
    const any = asks(owner, { join: { mode: 'any' } });
    expect(isRefused(drawn([task('t'), free, any], ['t>ok', 'x>ok']))).toBe(false);
    const first = { ...asks(ana), id: 'first' };
    expect(
      isRefused(
        drawn(
          [task('t'), first, asks(owner)],
          ['t>first', 'first.approved>ok', 'first.rejected>n'],
        ),
      ),
    ).toBe(false);
  });
});
