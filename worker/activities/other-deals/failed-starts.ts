import type { Effect } from '#core/run/effect.ts';
import type { Answers } from '#core/run/event.ts';
import { effectsOf, type Turn } from '../turn.ts';
import { followUpAt } from './follow-up-at.ts';
import { findNewestVersion } from './newest-version.ts';

/**
 * What cannot be started: a process without a version, a follow-up whose instant nobody can say. Each is
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
  if (!(await findNewestVersion(turn.tx, effect.process))) return 'not-live';
  if (effect.kind !== 'followUp' || !effect.after) return undefined;
  const found = await followUpAt(turn, effect.after);
  return 'code' in found ? found.code : undefined;
}
