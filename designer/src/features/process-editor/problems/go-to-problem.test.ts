import { describe, expect, it } from 'vitest';
import type { ElementKind, Problem } from '#core/definition/problems/problem.ts';
import { railDrawing } from '../testing/rail-drawing.ts';
import { sampleEditor } from '../testing/sample-editor.ts';
import { goToProblem } from './go-to-problem.ts';
import { placeOf } from './place-words.ts';

function problem(elementKind: ElementKind, elementId: string, fieldPath: string, stage?: string) {
  return {
    code: 'unknown-step',
    severity: 'error',
    message: '',
    elementKind,
    elementId,
    fieldPath,
    ...(stage === undefined ? {} : { stage }),
  } satisfies Problem;
}

describe('a problem of what spans stages', () => {
  it.each([
    [problem('rail', 'quiet', 'trigger.events', 'quiet'), 'Rail No activity', 'When'],
    [problem('step', 'contact', 'assign', 'quiet'), 'Contact', 'Who'],
    [problem('clock', 'first', 'target', undefined), 'Clock First contact', 'Due'],
    [problem('link', 'back', 'rework.max', 'prepare'), 'Approve margin', 'Rework'],
  ])('is placed by name', (found, element, input) => {
    expect(placeOf(railDrawing(), found)).toEqual({ element, input });
  });

  it('leads to the rail, to its step, and to the clock in the panel of the process', () => {
    const { editor, state } = sampleEditor(railDrawing());
    const at = (found: Problem) => {
      goToProblem(editor, found);
      return [state().selection, editor.focus.getState().input?.path];
    };
    expect(at(problem('rail', 'quiet', 'trigger', 'quiet'))).toEqual([
      { kind: 'rail', stage: 'quiet' },
      'trigger',
    ]);
    expect(at(problem('step', 'contact', 'assign', 'quiet'))).toEqual([
      { kind: 'step', stage: 'quiet', id: 'contact' },
      'assign',
    ]);
    expect(at(problem('clock', 'first', 'stop'))).toEqual([
      { kind: 'process' },
      'clocks.first.stop',
    ]);
  });
});
