import { AssignTag, Liquid, type Context, type Template, type Value } from 'liquidjs';
import { allowedFilters, allowedTags } from './allowed.ts';

/** The engine that checks and sends: own properties only, no files, and bounds on what it may cost. */
const engine = new Liquid({
  strictVariables: true,
  strictFilters: true,
  // A missing variable is fine in a condition and before `default`, and nowhere else.
  lenientIf: true,
  ownPropertyOnly: true,
  parseLimit: 50_000,
  renderLimit: 5_000,
  memoryLimit: 10_000_000,
  relativeReference: false,
  templates: {}, // nothing to include: no file is ever read
});

/** What is assigned must be there, as what is shown must. */
class StrictAssign extends AssignTag {
  override *render(context: Context): Generator<unknown, void, unknown> {
    const [value] = this.arguments() as Iterable<Value>;
    const [name] = this.localScope();
    context.bottom()[name!.content] = yield value!.value(context, false);
  }
}

const tags = new Set<string>(allowedTags);
for (const name of Object.keys(engine.tags)) if (!tags.has(name)) delete engine.tags[name];
for (const name of Object.keys(engine.filters)) {
  if (!Object.hasOwn(allowedFilters, name)) engine.unregisterFilter(name);
}
engine.registerTag('assign', StrictAssign);

/** The syntax tree of a template. Throws the library's error where it is none. */
export function parseTemplate(template: string): Template[] {
  return engine.parse(template);
}

export type Rendered = { ok: true; text: string } | { ok: false; why: string };

/**
 * Renders a template as plain text. Refused with `render:<variable>` when it needs a value that is
 * not there and gives no fallback, with `render:template` when it is none.
 */
export function renderTemplate(template: string, variables: object): Rendered {
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
