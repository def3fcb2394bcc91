import type { StepOf } from '#core/drawing/step.ts';

const anyOf = (texts: string[]): string => texts.map((text) => `(${text})`).join(' || ');

/**
 * The condition under which a branch takes one of these ports: the first case that holds decides, else
 * the default. Undefined where a case is not written yet.
 */
export function casesAsCondition(
  { cases, default: otherwise }: StepOf<'branch'>,
  ports: readonly string[],
): string | undefined {
  if (cases.length === 0 || cases.some(({ when }) => when.trim() === '')) return undefined;
  const taken = cases.flatMap(({ port, when }, at) => {
    if (!ports.includes(port)) return [];
    const earlier = cases.slice(0, at).filter((one) => !ports.includes(one.port));
    const others = anyOf(earlier.map((one) => one.when));
    return [others === '' ? when : `!(${others}) && (${when})`];
  });
  if (otherwise && ports.includes(otherwise.port)) {
    taken.push(`!(${anyOf(cases.map(({ when }) => when))})`);
  }
  const text = taken.length === 1 ? taken[0]! : anyOf(taken);
  return text === '' || text.length > 1800 ? undefined : text;
}
