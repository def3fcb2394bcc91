import { parseSync } from 'oxc-parser';

/** One import of a module: what it asks for and whether only types cross. */
export interface Import {
  specifier: string;
  typeOnly: boolean;
}

/** Every static, re-exporting and dynamic import of a source file. Throws when it cannot be parsed. */
export function importsOf(path: string, source: string): Import[] {
  const parsed = parseSync(path, source);
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  const found: Import[] = [];
  for (const statement of parsed.module.staticImports) {
    const whole = source.slice(statement.start, statement.end);
    found.push({
      specifier: statement.moduleRequest.value,
      typeOnly: /^import\s+type\b/.test(whole) || allTypes(statement.entries),
    });
  }
  for (const statement of parsed.module.staticExports) {
    const request = statement.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request) found.push({ specifier: request.value, typeOnly: allTypes(statement.entries) });
  }
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(['"])(.*)\1$/s.exec(text)?.[2];
    if (literal) found.push({ specifier: literal, typeOnly: false });
  }
  return found;
}

function allTypes(entries: readonly { isType: boolean }[]): boolean {
  return entries.length > 0 && entries.every((entry) => entry.isType);
}
