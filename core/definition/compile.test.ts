import { describe, expect, it } from 'vitest';
import type { Assignee } from '../drawing/people.ts';
import type { Drawing } from '../drawing/drawing.ts';
import { compile, NotPublishableError } from './compile.ts';
import { cleanDrawing } from './testing/clean-drawing.ts';
import { stageOf, stepOf } from './testing/find.ts';

const process = 'clean';
const checksumOf = (drawing: Drawing) => compile(drawing, { process }).checksum;

describe('compile', () => {
  it('keeps what runs and drops labels, forms, templates and texts', () => {
    const text = JSON.stringify(compile(cleanDrawing(), { process }));
    for (const dropped of ['Prepare the offer', 'Dear', 'playbook', 'form', 'label', 'subject']) {
      expect(text).not.toContain(dropped);
    }
    expect(text.length).toBeLessThan(4000);
  });

  it('gives the same checksum for the same content in another order of keys', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).reverse();
      return Object.fromEntries(entries.map(([key, item]) => [key, turned(item)]));
    };
    const other = turned(cleanDrawing()) as Drawing;
    expect(checksumOf(other)).toBe(checksumOf(cleanDrawing()));
  });

  it.each<[string, (drawing: Drawing) => void]>([
    ['the name of a stage', (d) => (stageOf(d, 'send').name = 'Deliver the offer')],
    [
      'a form',
      (d) => stepOf(d, 'task', 'prepare', 'study').form.push({ field: 'notes', required: false }),
    ],
    ['a template', (d) => (stepOf(d, 'email', 'send', 'mail').body = 'Hello')],
    ['the label of a field', (d) => (d.fields[0]!.label = 'Town')],
    ['the label of a reason', (d) => (d.outcomes.won.reasons[0]!.label = 'Cheap')],
    [
      'a field that nothing reads',
      (d) => d.fields.push({ id: 'x', label: 'X', type: 'text', personal: false, intake: 'no' }),
    ],
  ])('gives the same checksum after a change of %s', (_, change) => {
    const drawing = cleanDrawing();
    change(drawing);
    expect(checksumOf(drawing)).toBe(checksumOf(cleanDrawing()));
  });

  it.each<[string, (drawing: Drawing) => void]>([
    [
      'a condition',
      (d) => (stepOf(d, 'email', 'send', 'mail').when = 'deal.delivery == "meeting"'),
    ],
    ['a due time', (d) => (stepOf(d, 'task', 'send', 'call').due = { n: 2, unit: 'bd' })],
    ['a link', (d) => stageOf(d, 'prepare').links.pop()],
    ['the order of exits', (d) => stageOf(d, 'send').exits.reverse()],
    ['a reason', (d) => (d.outcomes.won.reasons[0]!.id = 'cheap')],
  ])('gives another checksum after a change of %s', (_, change) => {
    const drawing = cleanDrawing();
    change(drawing);
    expect(checksumOf(drawing)).not.toBe(checksumOf(cleanDrawing()));
  });

  it('orders steps so that each follows those it waits for, ties as drawn', () => {
    const drawing = cleanDrawing();
    stageOf(drawing, 'prepare').steps.reverse();
    const [prepare] = compile(drawing, { process }).stages;
    expect(prepare!.steps.map(({ id }) => id)).toEqual([
      'take',
      'study',
      'fit',
      'price',
      'stop',
      'tell',
    ]);
  });

  it('gives each kind of step its pass port (E1)', () => {
    const drawing = cleanDrawing();
    const call = stepOf(drawing, 'task', 'send', 'call');
    call.outcomes = [
      { id: 'later', label: 'Later', passes: false },
      { id: 'yes', label: 'Yes', passes: true },
      { id: 'maybe', label: 'Maybe', passes: true },
    ];
    stageOf(drawing, 'send').links.push({ id: 'l9', from: 'call', to: 'extra', ports: ['later'] });
    const { stages } = compile(drawing, { process });
    const passPorts = stages.flatMap(({ steps }) => steps.map((s) => [s.id, s.passPort]));
    expect(Object.fromEntries(passPorts)).toEqual({
      study: 'done',
      fit: 'yes',
      stop: '',
      price: 'done',
      take: 'done',
      tell: 'done',
      set: 'done',
      mail: 'sent',
      reply: 'timeout',
      call: 'yes',
      extra: 'done',
    });
  });

  it('watches the fields that conditions, gates and clocks read, and no others (E23)', () => {
    const drawing = cleanDrawing();
    stageOf(drawing, 'prepare').deadline!.field = 'offerOn';
    stepOf(drawing, 'task', 'send', 'call').when = 'has(deal.phone) || has(deal.notes)';
    expect(compile(drawing, { process }).watched).toEqual({
      phone: 'isSet',
      price: 'value',
      fits: 'value',
      notes: 'isSet',
      offerOn: 'value',
      delivery: 'value',
    });
  });

  it('refuses a drawing with errors and names them all', () => {
    const drawing = cleanDrawing();
    drawing.outcomes.won.reasons = [];
    stageOf(drawing, 'send').exits = [];
    const codes = () => {
      try {
        compile(drawing, { process });
        return [];
      } catch (error) {
        return error instanceof NotPublishableError
          ? error.problems.map(({ code }) => code)
          : error;
      }
    };
    expect(codes()).toEqual(['outcome-without-reasons', 'no-outcome-reachable']);
  });

  it('watches the fields whose values an assignee must have, in cases and for approvers too', () => {
    const drawing = cleanDrawing();
    for (const id of ['region', 'skill']) {
      drawing.fields.push({ id, label: id, type: 'text', personal: false, intake: 'required' });
    }
    const pool = (field: string): Assignee => ({
      kind: 'department',
      department: 'office',
      by: 'roundRobin',
      needs: [{ field }],
    });
    const call = stepOf(drawing, 'task', 'send', 'call');
    call.assignCases = [{ when: 'deal.fits', to: pool('region') }];
    stepOf(drawing, 'assign', 'prepare', 'take').to = pool('skill');
    expect(Object.keys(compile(drawing, { process }).watched)).toEqual(
      expect.arrayContaining(['region', 'skill']),
    );
  });
});
