import { renderTemplate } from '../../template/engine.ts';
import type { TemplateNames } from './template-names.ts';

/**
 * Renders a text with sample values: with all of them, without each that may be empty, and without any
 * of these. Answers the end of a sentence that says what failed.
 */
export function trialFault(
  template: string,
  names: TemplateNames,
  mayBeEmpty: readonly string[],
): string | undefined {
  for (const missing of [[], ...mayBeEmpty.map((path) => [path]), mayBeEmpty]) {
    const rendered = renderTemplate(template, sampleVariables(names, new Set(missing)));
    if (rendered.ok) continue;
    const when = missing.length === 0 ? '' : ` when ${missing.join(' and ')} is empty`;
    return `cannot be rendered${when}: ${rendered.why.slice('render:'.length)}. Correct it.`;
  }
  return undefined;
}

/** A value for each name, without those that are `missing`. */
export function sampleVariables(
  { all, isNumber }: Pick<TemplateNames, 'all' | 'isNumber'>,
  missing: ReadonlySet<string>,
): Record<string, Record<string, unknown>> {
  // Liquid answers `size` of an object by itself: a field of that name has a value, or is absent.
  const groups: Record<string, Record<string, unknown>> = {
    deal: { size: undefined },
    contact: { size: undefined },
    owner: { size: undefined },
  };
  for (const name of all) {
    const [group, key] = name.split('.') as [string, string];
    if (!missing.has(name)) groups[group]![key] = isNumber(name) ? 12 : `[${name}]`;
  }
  return groups;
}
