/** The parts of a schema issue that are read here. */
export interface InputIssue {
  message: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }> | undefined;
  code: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  expected?: string;
  format?: string;
  values?: unknown[];
  /** Of a choice by one property: its possible values. */
  options?: unknown[];
  /** Of a choice between shapes: what each of them has against the value. */
  errors?: readonly (readonly InputIssue[])[];
}

const formats: Record<string, string> = {
  email: 'Must be an e-mail address, like name@example.com.',
  uuid: 'Must be an id (UUID).',
};
/** What a schema of ours says is kept; the library's own words begin so. */
const ofLibrary = /^(Invalid|Unrecognized|Too )/;

function boundWords(issue: InputIssue, bound: 'least' | 'most', limit: number | bigint): string {
  const nouns: Record<string, string> = { string: ' characters', array: ' items' };
  const noun = nouns[issue.origin ?? ''];
  const verb = noun === undefined ? 'be' : 'have';
  const unit = limit === 1 ? noun?.slice(0, -1) : noun;
  return `Must ${verb} at ${bound} ${limit}${unit ?? ''}.`;
}

function typeWords(expected: string): string {
  return `Must be ${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}.`;
}

/** Of a choice between shapes: what the nearest of them has against the value. */
function unionWords({ options, errors = [], message }: InputIssue, value: unknown): string {
  if (options) return `Must be ${options.join(' or ')}.`;
  const firsts = errors.flatMap(([first]) => (first ? [issueWords(first, value)] : []));
  return firsts.length === 0 ? message : [...new Set(firsts)].join(' Or: ');
}

/** An issue as a sentence for people; messages of our own schemas stay as they are. */
export function issueWords(issue: InputIssue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined ? 'Is missing.' : typeWords(issue.expected ?? 'different type');
    case 'too_small':
      return boundWords(issue, 'least', issue.minimum ?? 0);
    case 'too_big':
      return boundWords(issue, 'most', issue.maximum ?? 0);
    case 'invalid_format':
      if (issue.format === 'datetime' && ofLibrary.test(issue.message))
        return 'Must be an instant, like 2026-09-18T08:44:00Z.';
      return formats[issue.format ?? ''] ?? issue.message;
    case 'invalid_value':
      return `Must be ${(issue.values ?? []).join(' or ')}.`;
    case 'invalid_union':
      return ofLibrary.test(issue.message) ? unionWords(issue, value) : issue.message;
    default:
      return issue.message;
  }
}

/** The keys that lead to what an issue is about. */
export function issuePath(issue: InputIssue): PropertyKey[] {
  return (issue.path ?? []).map((part) => (typeof part === 'object' ? part.key : part));
}

export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    input,
  );
}
