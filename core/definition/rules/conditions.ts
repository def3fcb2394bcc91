import { conditionsOf, type ConditionPlace } from '../naming/conditions-of.ts';
import type { Fix, Problem } from '../problems/problem.ts';
import type { Exit } from '../../drawing/stage.ts';
import { conditionOwner, homeOf } from '../naming/condition-owner.ts';
import { fieldName, type RuleContext } from './rule-context.ts';
import { problem } from '../problems/report.ts';
import type { FieldSet } from '../flow/field-set.ts';
import type { SureInHome } from '../flow/sure-fields.ts';

/** Expressions fit the process's fields (E6) and read only what is surely set, or say what else holds (E7). */
export function* conditions(context: RuleContext): Iterable<Problem> {
  const { bits } = context;
  for (const place of conditionsOf(context.drawing)) {
    const { expected } = place;
    if (expected !== 'boolean' && !isSettable(context, expected.field)) continue;
    const checked = context.checker.check(place.text, expected);
    if (!checked.ok) {
      const message = `${conditionOwner(context, place)}: ${checked.message}`;
      yield problem('condition-invalid', place, message);
      continue;
    }
    const set = setWhenRead(context, place);
    const empty = [...checked.unguardedReads].filter((id) => (set & (bits.get(id) ?? 0n)) === 0n);
    if (empty.length > 0) yield mayBeEmpty(context, place, empty);
  }
}

/** What sets anything else is another problem. */
function isSettable({ fields }: RuleContext, id: string): boolean {
  const field = fields.get(id);
  return field !== undefined && field.type !== 'file';
}

function mayBeEmpty(context: RuleContext, place: ConditionPlace, empty: string[]): Problem {
  const names = empty.map((id) => fieldName(context, id)).join(' and ');
  const them = empty.length > 1 ? 'them' : 'it';
  const message = `${conditionOwner(context, place)} reads ${names}, which may be empty there. Make ${them} required before, or say with has(…) what holds when empty.`;
  return problem('field-may-be-empty', place, message, takeAsNo(place, empty));
}

/** Only for conditions: what a value should be instead is not ours to guess. */
function takeAsNo({ expected, path, text }: ConditionPlace, empty: string[]): Fix | undefined {
  if (expected !== 'boolean') return undefined;
  const tests = empty.map((id) => `has(deal.${id})`).join(' && ');
  const value = `${tests} && (${text})`;
  return { label: 'Take empty as no', patch: [{ op: 'replace', path, value }] };
}

const everything: FieldSet = -1n;

/** Which fields are surely set when the expression is read (E6, E9). */
function setWhenRead(context: RuleContext, place: ConditionPlace): FieldSet {
  const { sure } = context;
  const graph = homeOf(context, place);
  if (!graph) return place.path[1] === 'won' ? sure.won : sure.always;
  const fields = sure.within.get(graph)!;
  const at = Number(place.path[3]);
  switch (place.elementKind) {
    case 'step':
      // A `mandatory` condition that errs means mandatory (E2): nothing breaks.
      if (place.fieldPath === 'mandatory') return everything;
      return fields.before.get(place.elementId) ?? everything;
    case 'link':
      return fields.onLink.get(graph.home.links[at]!) ?? everything;
    case 'exit':
      return setAtExit(context.graphs[Number(place.path[1])]!.stage.exits[at]!, fields);
    case 'rail':
      return fields.entered;
    default:
      if (place.fieldPath.startsWith('entry')) return fields.arriving;
      return place.fieldPath.startsWith('criteria') ? fields.complete : fields.entered;
  }
}

function setAtExit({ mode, to, ungated }: Exit, fields: SureInHome): FieldSet {
  // Whoever loses a deal by hand is asked for a reason and for nothing else (E10).
  if (mode === 'manual' && to === 'lost') return everything;
  return ungated || mode === 'event' ? fields.entered : fields.complete;
}
