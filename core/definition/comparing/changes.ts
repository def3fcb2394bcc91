import { drawnStage } from '../../drawing/drawn-step.ts';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Stage } from '../../drawing/stage.ts';
import { canonicalJson } from '../compiling/canonical-json.ts';

/** One difference between two drawings, matched by stable ids. */
export interface Change {
  kind: 'added' | 'removed' | 'renamed' | 'changed' | 'moved';
  element: 'stage' | 'step' | 'link' | 'exit' | 'field' | 'policy' | 'process';
  id: string;
  stage?: string;
  /** “Send the offer: step Call the customer was added.” */
  sentence: string;
}

/** What publishing `to` after `from` changes, stage by stage in the order of `to`. */
export function changesBetween(from: Drawing, to: Drawing): Change[] {
  return [
    ...compare('stage', from.stages, to.stages, {
      name: (stage) => stage.name,
      content: ({ steps: _s, links: _l, exits: _e, ...own }) => own,
    }),
    ...order(from, to),
    ...to.stages.flatMap((stage) => {
      const before = drawnStage(from, stage.id);
      return before ? insideStage(before, stage) : [];
    }),
    ...compare('field', from.fields, to.fields, { name: (field) => field.label }),
    ...compare('policy', from.policies, to.policies, { name: (policy) => policy.name }),
    ...process(from, to),
  ];
}

function insideStage(before: Stage, after: Stage): Change[] {
  const where = { stage: after.id, prefix: `${after.name}: ` };
  const stepName = (stage: Stage) => (id: string) =>
    stage.steps.find((step) => step.id === id)?.name ?? id;
  const linkName = (stage: Stage) => (link: Stage['links'][number]) =>
    `${stepName(stage)(link.from)} → ${stepName(stage)(link.to)}`;
  const exitName = (exit: Stage['exits'][number]) => exit.name ?? `to ${exit.to}`;
  return [
    ...compare('step', before.steps, after.steps, { ...where, name: (step) => step.name }),
    ...compare('link', before.links, after.links, {
      ...where,
      name: linkName(after),
      nameBefore: linkName(before),
    }),
    ...compare('exit', before.exits, after.exits, { ...where, name: exitName }),
  ];
}

interface Comparing<T> {
  name: (element: T) => string;
  nameBefore?: (element: T) => string;
  /** What counts as a change; all of the element when absent. */
  content?: (element: T) => unknown;
  stage?: string;
  prefix?: string;
}

function compare<T extends { id: string }>(
  element: Change['element'],
  before: readonly T[],
  after: readonly T[],
  how: Comparing<T>,
): Change[] {
  const { name, nameBefore = name, content = (one: T) => one, prefix = '' } = how;
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const change = (kind: Change['kind'], id: string, text: string): Change => {
    const sentence = `${prefix}${prefix ? element : capital(element)} ${text}.`;
    return { kind, element, id, ...(how.stage && { stage: how.stage }), sentence };
  };
  const differs = (one: T, other: T) =>
    canonicalJson({ ...Object(content(one)), name: '', label: '' }) !==
    canonicalJson({ ...Object(content(other)), name: '', label: '' });
  return [
    ...after.flatMap((one) => {
      const was = old.get(one.id);
      if (!was) return [change('added', one.id, `“${name(one)}” was added`)];
      const renamed = element !== 'link' && nameBefore(was) !== name(one);
      return [
        ...(renamed
          ? [change('renamed', one.id, `“${nameBefore(was)}” is now called “${name(one)}”`)]
          : []),
        ...(differs(was, one) ? [change('changed', one.id, `“${name(one)}” was changed`)] : []),
      ];
    }),
    ...before
      .filter(({ id }) => !kept.has(id))
      .map((one) => change('removed', one.id, `“${nameBefore(one)}” was removed`)),
  ];
}

function order(from: Drawing, to: Drawing): Change[] {
  const both = new Set(from.stages.map(({ id }) => id));
  const kept = to.stages.map(({ id }) => id).filter((id) => both.has(id));
  const before = from.stages.map(({ id }) => id).filter((id) => kept.includes(id));
  if (kept.join() === before.join()) return [];
  const sentence = 'The order of the stages was changed.';
  return [{ kind: 'moved', element: 'stage', id: '', sentence }];
}

function process(from: Drawing, to: Drawing): Change[] {
  const changed = (what: string): Change => ({
    kind: 'changed',
    element: 'process',
    id: '',
    sentence: `The ${what} changed.`,
  });
  return [
    ...(from.name === to.name ? [] : [changed('name of the process')]),
    ...(from.calendar === to.calendar ? [] : [changed('calendar of the process')]),
    ...(from.currency === to.currency ? [] : [changed('currency of the process')]),
    ...(canonicalJson(from.outcomes) === canonicalJson(to.outcomes)
      ? []
      : [changed('list of reasons')]),
  ];
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}
