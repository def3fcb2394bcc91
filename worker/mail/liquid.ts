import { Liquid } from 'liquidjs';

/** Own properties only, no files, and bounds on what a template may cost. */
const engine = new Liquid({
  strictVariables: true,
  // A missing variable is fine in `if` and before `default`, and nowhere else.
  lenientIf: true,
  ownPropertyOnly: true,
  parseLimit: 50_000,
  renderLimit: 500,
  memoryLimit: 2_000_000,
  relativeReference: false,
  templates: {}, // nothing to include: no file is ever read
});

export type Rendered = { ok: true; text: string } | { ok: false; why: string };

/**
 * Renders a template as plain text. Refused with `render:<variable>` when it needs a value that is
 * not there and gives no fallback, with `render:template` when it is none.
 */
export function render(template: string, variables: object): Rendered {
  try {
    return { ok: true, text: String(engine.parseAndRenderSync(template, variables)) };
  } catch (error) {
    return { ok: false, why: `render:${missingVariable(error) ?? 'template'}` };
  }
}

/** The path that has no value, as the library names it in the error it wraps. */
function missingVariable(error: unknown): string | undefined {
  const { originalError } = error as { originalError?: { variableName?: unknown } };
  const name = originalError?.variableName;
  return typeof name === 'string' ? name : undefined;
}
