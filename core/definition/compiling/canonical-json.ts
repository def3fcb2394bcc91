/** JSON with sorted keys and without absent values: equal content gives equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text ? ',' : ''}${canonicalJson(item ?? null)}`;
    return `[${text}]`;
  }
  const content = value as Record<string, unknown>;
  for (const key of Object.keys(content).sort()) {
    const item = content[key];
    if (item === undefined) continue;
    text += `${text ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}
