/** A value that a template shows or asks for. */
export interface TemplateRead {
  /** For example `deal.price`. */
  path: string;
  /** It has a fallback, is only asked for, or stands where it is known to be set. */
  guarded: boolean;
}

/**
 * What a template may name besides the fields of the process, and whether it has a value whenever a
 * mail can be sent. A field of the same name takes its place.
 */
export const templateVariables: Record<string, 'sure' | 'maybe'> = {
  'deal.number': 'sure',
  'deal.title': 'sure',
  'deal.value': 'maybe',
  'deal.currency': 'sure',
  'deal.source': 'sure',
  'contact.name': 'sure',
  'contact.firstName': 'sure',
  'contact.email': 'sure',
  'contact.phone': 'maybe',
  'contact.company': 'maybe',
  'owner.name': 'sure',
  'owner.email': 'sure',
};

const token = /\{\{-?([\s\S]*?)-?\}\}|\{%-?\s*(\w+)([\s\S]*?)-?%\}/g;
const variable = /(?<![\w.'"])[A-Za-z_]\w*(?:\.\w+)+/g;

/**
 * The values that a Liquid template names in `{{ … }}` and in `{% if … %}`. A plain scan: text in
 * quotes is left out, and `default: "…"` or an `if` that asks for the value counts as its guard.
 */
export function templateReads(template: string): TemplateRead[] {
  const reads: TemplateRead[] = [];
  const guards: string[][] = [];
  for (const [, output, tag, rest] of template.matchAll(token)) {
    if (output !== undefined) reads.push(...outputReads(output, guards));
    else reads.push(...tagReads(tag!, rest!, guards));
  }
  return reads;
}

/** True when a placeholder is opened and not closed. */
export function isBroken(template: string): boolean {
  return /\{\{|\{%/.test(template.replace(token, ''));
}

function outputReads(output: string, guards: string[][]): TemplateRead[] {
  const fallback = /\|\s*default\s*:/.test(output);
  return pathsIn(output).map((path, at) => ({
    path,
    guarded: (at === 0 && fallback) || guards.some((known) => known.includes(path)),
  }));
}

function tagReads(tag: string, rest: string, guards: string[][]): TemplateRead[] {
  const asked = pathsIn(rest);
  if (tag === 'if') guards.push(/\b(or|nil|blank|empty)\b|!=/.test(rest) ? [] : asked);
  else if (tag === 'unless' || tag === 'case' || tag === 'for') guards.push([]);
  else if (tag === 'else' || tag === 'elsif' || tag === 'when') guards.splice(-1, 1, []);
  else if (tag.startsWith('end')) guards.pop();
  return asked.map((path) => ({ path, guarded: true }));
}

function pathsIn(text: string): string[] {
  return text.replace(/"[^"]*"|'[^']*'/g, '""').match(variable) ?? [];
}
