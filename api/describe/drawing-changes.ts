import { canonicalJson } from '#core/definition/compiling/canonical-json.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Stage } from '#core/drawing/stage.ts';
import { drawnStage } from '#core/drawing/drawn-step.ts';

interface Named {
  id: string;
  name: string;
}

const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** Sentences for what was added, removed, renamed or changed in a list of named things. */
function changesOf<T extends Named>(kind: string, where: string, from: T[], to: T[]): string[] {
  const before = new Map(from.map((each) => [each.id, each]));
  const after = new Set(to.map(({ id }) => id));
  const removed = from
    .filter(({ id }) => !after.has(id))
    .map(({ name }) => `Removes the ${kind} “${name}”${where}.`);
  const others = to.flatMap((each) => {
    const old = before.get(each.id);
    if (!old) return [`Adds the ${kind} “${each.name}”${where}.`];
    if (old.name !== each.name)
      return [`Renames the ${kind} “${old.name}” to “${each.name}”${where}.`];
    return same(old, each) ? [] : [`Changes the ${kind} “${each.name}”${where}.`];
  });
  return [...removed, ...others];
}

/** A stage without what is compared on its own. */
function frame({ steps: _steps, links: _links, exits: _exits, ...rest }: Stage) {
  return rest;
}

function changesInStage(from: Stage, to: Stage): string[] {
  const where = ` in “${to.name}”`;
  const links = same(from.links, to.links) ? [] : [`Changes the links${where}.`];
  const exits = same(from.exits, to.exits) ? [] : [`Changes the exits${where}.`];
  return [...changesOf('step', where, from.steps, to.steps), ...links, ...exits];
}

/** What a drawing changes against the version that is live, one sentence each. */
export function drawingChanges(from: Drawing, to: Drawing): string[] {
  const labelled = (drawing: Drawing) => drawing.fields.map((f) => ({ ...f, name: f.label }));
  const kept = to.stages.flatMap((stage) => {
    const old = drawnStage(from, stage.id);
    return old ? changesInStage(old, stage) : [];
  });
  return [
    ...changesOf('stage', '', from.stages.map(frame), to.stages.map(frame)),
    ...kept,
    ...changesOf('field', '', labelled(from), labelled(to)),
    ...changesOf('escalation policy', '', from.policies, to.policies),
    ...(same(from.outcomes, to.outcomes) ? [] : ['Changes the reasons for won or lost.']),
  ];
}
