import type { EffectKind } from '#core/run/contract/effect.ts';
import { applyClocks, clockEffects } from '../clocks/clocks.ts';
import { applyFields, fieldEffects } from '../deal/fields.ts';
import { applyIncidents, incidentEffects } from '../deal/incidents.ts';
import { planMail } from '../deal/mail.ts';
import { planWebhooks } from '../deal/webhooks.ts';
import { noticeEffects, writeNotices } from '../notices/notices.ts';
import { continueDeal } from '../other-deals/continue-in.ts';
import { startEffects, startProcesses } from '../other-deals/start-processes.ts';
import { applyTasks, taskEffects } from '../work/tasks.ts';
import { dealEffects } from '../../projections/hold-and-risk.ts';
import type { Turn } from './turn.ts';

/** Writes what a batch asks of the world by effects of these kinds. */
interface EffectWriter<K extends EffectKind = EffectKind> {
  kinds: readonly K[];
  write: (turn: Turn) => Promise<void>;
}

const writer = <const K extends EffectKind>(
  kinds: readonly K[],
  write: EffectWriter['write'],
): EffectWriter<K> => ({ kinds, write });

/** Writes the deal going on in another process; last, for the row is the next run's from then on. */
export const lastWriter = writer(['continueIn'], continueDeal);

/** Asks the world for an answer and writes nothing, or is written with the deal's row or by the last writer. */
type Elsewhere =
  | 'startTimer'
  | 'askDeciders'
  | (typeof dealEffects)[number]
  | (typeof lastWriter)['kinds'][number];
type Unwritten<W extends readonly EffectWriter[]> = Exclude<
  EffectKind,
  W[number]['kinds'][number] | Elsewhere
>;

/** These writers; does not compile while there is an effect that nobody writes. */
const complete = <const W extends readonly EffectWriter[]>(
  writers: W & ([Unwritten<W>] extends [never] ? unknown : { unwritten: Unwritten<W> }),
): readonly EffectWriter[] => writers;

/**
 * In the order of writing: new rows before changes to rows; notices after tasks, for they ask who has
 * one now; other deals after fields, for they take values along.
 */
export const effectWriters = complete([
  writer(taskEffects, applyTasks),
  writer(clockEffects, applyClocks),
  writer(['sendMail'], planMail),
  writer(['sendWebhook'], planWebhooks),
  writer(incidentEffects, applyIncidents),
  writer(fieldEffects, applyFields),
  writer(noticeEffects, writeNotices),
  writer(startEffects, startProcesses),
]);
