import type { Value } from '#core/condition/condition.ts';
import type { Effect } from '#core/run/contract/effect.ts';
import type { Answers } from '#core/run/contract/event.ts';
import { effectsOf, type Turn } from '../batch/turn.ts';
import { fieldsAfter } from '../deal/fields.ts';
import { mapped, valuesOf } from './field-values.ts';
import { followUpAt } from './follow-up-at.ts';
import { findNewestVersion, type NewestVersion } from './newest-version.ts';

/**
 * What cannot be started: a process without a version, or which a value does not fit, a follow-up whose instant nobody can say. Each is
 * an incident, of its step or of the closed deal; what else the batch does stands.
 */
export async function failedStarts(turn: Turn): Promise<Answers['failures']> {
  const failures: Answers['failures'] = [];
  for (const effect of effectsOf(turn, 'startProcess', 'followUp', 'continueIn')) {
    const code = await codeOfStart(turn, effect);
    if (code === undefined) continue;
    failures.push({ effect: effect.key, ...placeOf(turn, effect), code });
  }
  return failures;
}

type Starting = Extract<Effect, { kind: 'startProcess' | 'followUp' | 'continueIn' }>;

function placeOf({ batch }: Turn, effect: Starting): { stage: string; step?: string } {
  if (effect.kind !== 'startProcess') return { stage: batch.state.stage };
  const { stage, step } = effect.step;
  return { stage, step };
}

async function codeOfStart(turn: Turn, effect: Starting): Promise<string | undefined> {
  const version = await findNewestVersion(turn.tx, effect.process);
  if (!version) return 'not-live';
  if (effect.kind === 'startProcess' && (await handsOnMisfit(turn, effect, version)))
    return 'bad-value';
  if (effect.kind !== 'followUp' || !effect.after) return undefined;
  const found = await followUpAt(turn, effect.after);
  return 'code' in found ? found.code : undefined;
}

/**
 * Whether a value that a step hands on does not fit its field in the version that takes it (E29). Where
 * the deal is over nobody could put the value right: there the other run begins without it, and says so.
 */
async function handsOnMisfit(
  turn: Turn,
  { fields }: Extract<Effect, { kind: 'startProcess' }>,
  { drawing }: NewestVersion,
): Promise<boolean> {
  if (fields.length === 0) return false;
  const values = ((await fieldsAfter(turn)) ?? (await valuesOf(turn))) as Record<string, Value>;
  return mapped(values, fields, drawing.fields).misfits.length > 0;
}
