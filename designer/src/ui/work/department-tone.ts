const tones = ['sales', 'tech', 'analyst', 'design', 'office', 'lead'] as const;
export type DepartmentTone = (typeof tones)[number];

const known: [RegExp, DepartmentTone][] = [
  [/tech|survey|engineer|install/, 'tech'],
  [/analy|pric/, 'analyst'],
  [/design|graphic/, 'design'],
  [/office|admin|legal|contract|financ/, 'office'],
  [/lead|manag|director/, 'lead'],
  [/sale|owner/, 'sales'],
];

/** The colour group of a department's key: by its usual word, else always the same one by hash. */
export function departmentTone(key: string): DepartmentTone {
  const word = key.toLowerCase();
  const match = known.find(([pattern]) => pattern.test(word));
  if (match) return match[1];
  let hash = 0;
  for (const letter of word) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return tones[hash % tones.length] ?? 'lead';
}
