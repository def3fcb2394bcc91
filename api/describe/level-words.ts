import type { Drawing } from '#core/drawing/drawing.ts';
import type { EscalationPolicy, Offset } from '#core/drawing/escalation-policy.ts';
import { drawnStage, drawnStep } from '#core/drawing/drawn-step.ts';

const units: Record<string, string> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  bh: 'business hour',
  bd: 'business day',
};

/** Whose level it is: by the clock's id, `process:<id>`, `task:…` or `stage:…`. */
interface OfClock {
  clock: string;
  stage?: string;
  step?: string | undefined;
}

/** A level as people know it: 'Level 2 of “Default” (4 business hours after the due)'. */
export function levelWords(drawing: Drawing, of: OfClock, level: string): string {
  const known = (policy: EscalationPolicy | undefined) =>
    policy?.levels.some(({ id }) => id === level);
  const drawn = drawing.policies.find(({ id }) => id === policyOf(drawing, of));
  const policy = known(drawn) ? drawn : drawing.policies.find(known);
  const at = policy?.levels.findIndex(({ id }) => id === level) ?? -1;
  const found = policy?.levels[at];
  if (!policy || !found) return 'A level that is not drawn any more';
  return `Level ${at + 1} of “${policy.name}” (${offsetWords(found.offset)})`;
}

function policyOf(drawing: Drawing, { clock, stage = '', step }: OfClock): string | undefined {
  const [kind, id] = clock.split(':');
  if (kind === 'process') return drawing.clocks?.find((each) => each.id === id)?.policy;
  if (step === undefined) return drawnStage(drawing, stage)?.policy;
  const drawn = drawnStep(drawing, stage, step);
  return drawn && 'policy' in drawn ? drawn.policy : undefined;
}

function offsetWords(offset: Offset): string {
  const n = 'percent' in offset ? offset.percent : offset.n;
  if (n === 0) return 'when it is due';
  const count = Math.abs(n);
  const unit = 'percent' in offset ? '% of the time' : units[offset.unit];
  const plural = 'percent' in offset || count === 1 ? '' : 's';
  return `${count} ${unit}${plural} ${n < 0 ? 'before' : 'after'} the due`;
}
