import type { Field } from '../../drawing/field.ts';
import { templateVariables } from '../../template/variables.ts';
import { quoted, type RuleContext } from '../rules/rule-context.ts';
import type { FieldSet } from '../flow/field-set.ts';

/** Whether a name has a value when the mail is made: surely, perhaps, or never. */
export type NameStatus = 'sure' | 'maybe' | 'unknown';

/** What a mail can name at its place. */
export interface TemplateNames {
  all: string[];
  status: (path: string) => NameStatus;
  /** Its value is a number; all others are words. */
  isNumber: (path: string) => boolean;
  /** Characters of its longest value. */
  longest: (path: string) => number;
}

/** So many names stand in a message. */
const MOST = 8;
const LONGEST = 500;

/** A file has no text that a mail could show. */
export function templateNames({ bits, fields }: RuleContext, set: FieldSet): TemplateNames {
  const fieldOf = (path: string) =>
    path.startsWith('deal.') ? fields.get(path.slice(5)) : undefined;
  const shown = [...fields.values()].filter(({ type }) => type !== 'file');
  return {
    all: [...new Set([...Object.keys(templateVariables), ...shown.map(({ id }) => `deal.${id}`)])],
    status: (path) => {
      const field = fieldOf(path);
      if (!field) {
        return Object.hasOwn(templateVariables, path) ? templateVariables[path]! : 'unknown';
      }
      if (field.type === 'file') return 'unknown';
      return (set & bits.get(field.id)!) === 0n ? 'maybe' : 'sure';
    },
    isNumber: (path) => fieldOf(path)?.type === 'number',
    longest: (path) => longestOf(fieldOf(path)),
  };
}

/** As `checkValue` bounds them; the labels of all options stand in one text. */
function longestOf(field: Field | undefined): number {
  if (field?.type === 'longText') return 20_000;
  if (field?.type !== 'choices') return LONGEST;
  return (field.options ?? []).reduce((sum, { label }) => sum + label.length + 2, 0);
}

/** “Name “contact.name” instead.”, or the names that there are, those that look alike first. */
export function namedInstead({ all }: TemplateNames, wrong: string): string {
  const last = lastOf(wrong);
  const alike = all.filter((name) => lastOf(name) === last);
  if (alike.length > 0) return `Write ${alike.map(quoted).join(' or ')}.`;
  const [group] = wrong.split('.');
  const sorted = all.toSorted((a, b) => nearness(b, group!) - nearness(a, group!));
  const more = all.length > MOST ? ` and ${all.length - MOST} more` : '';
  return `These exist: ${sorted.slice(0, MOST).join(', ')}${more}.`;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function nearness(name: string, group: string): number {
  return name.startsWith(`${group}.`) ? 1 : 0;
}
