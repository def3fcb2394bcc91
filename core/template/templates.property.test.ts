import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from './engine.ts';
import { readTemplate } from './read-template.ts';
import { anyTemplate, plainTemplate } from './testing/random-template.ts';
import { runsOr, seed } from '../testing/random-cases.ts';

const sure = ['deal.price', 'contact.name'];
const maybe = ['deal.phone', 'deal.place', 'contact.company'];

/** Publishing takes it: no fault, no name that does not exist, and a fallback for what may be empty. */
function isAccepted(template: string): boolean {
  const { reads, faults, compared } = readTemplate(template);
  const fits = ({ path, guarded }: (typeof reads)[number]) =>
    sure.includes(path) || (maybe.includes(path) && guarded);
  return faults.length === 0 && compared.length === 0 && reads.every(fits);
}

/** Why it cannot be sent in one of the ways in which values may be empty; undefined when it always can. */
function failure(template: string): string | undefined {
  for (let ways = 0; ways < 2 ** maybe.length; ways += 1) {
    const there = [...sure, ...maybe.filter((_, at) => (ways >> at) % 2 === 1)];
    const rendered = renderTemplate(template, variables(there));
    if (!rendered.ok) return `${rendered.why} with ${there.join(', ')}`;
  }
  return undefined;
}

function variables(names: readonly string[]): Record<string, Record<string, string>> {
  const groups: Record<string, Record<string, string>> = { deal: {}, contact: {}, owner: {} };
  for (const name of names) groups[name.split('.')[0]!]![name.split('.')[1]!] = 'one';
  return groups;
}

const numRuns = runsOr(1_500);

describe(`a template from the grammar (PROPERTY_SEED=${seed})`, { timeout: 1_800_000 }, () => {
  it('that is accepted can be rendered, whichever values are empty', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyTemplate([...sure, ...maybe]), (template) => {
        if (!isAccepted(template)) return;
        accepted += 1;
        expect(failure(template), template).toBeUndefined();
      }),
      { seed, numRuns },
    );
    expect(accepted).toBeGreaterThan(numRuns / 30);
  });

  it('is accepted exactly when it can be rendered, where each condition asks for one value', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(plainTemplate(sure, maybe), (template) => {
        const accepted = isAccepted(template);
        seen[accepted ? 'accepted' : 'refused'] += 1;
        expect(failure(template) === undefined, template).toBe(accepted);
      }),
      { seed, numRuns },
    );
    expect(Math.min(seen.accepted, seen.refused)).toBeGreaterThan(numRuns / 30);
  });
});
