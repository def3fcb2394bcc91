import type { Drawing } from '#core/drawing/drawing.ts';
import type { Field } from '#core/drawing/field.ts';
import { moneyText } from '#core/money/money-text.ts';
import { withoutDirections } from '#core/describe/plain-text.ts';

/** A deal's row with what its mails may show. */
export interface MailDeal {
  number: string;
  title: string;
  valueMinor: bigint | null;
  currency: string;
  source: string;
  /** Values of the process's fields, by id. */
  fields: Record<string, unknown>;
  contact: { name: string; email: string | null; phone: string | null; company: string | null };
  owner: { name: string; email: string } | null;
}

/**
 * What a template can name: `deal.<field>`, `deal.number`, `contact.name`, `owner.email` … in words a
 * customer can read. What has no value is left out, so that a template that needs it is not sent.
 */
export function mailVariables(drawing: Drawing, deal: MailDeal): Record<string, object> {
  const fields = drawing.fields.map((field): [string, unknown] => [
    field.id,
    inWords(field, deal.fields[field.id], deal.currency),
  ]);
  return {
    deal: present({
      number: deal.number,
      title: deal.title,
      value:
        deal.valueMinor === null ? undefined : moneyText(Number(deal.valueMinor), deal.currency),
      currency: deal.currency,
      source: deal.source,
      ...Object.fromEntries(fields),
    }),
    contact: present({ ...deal.contact, firstName: deal.contact.name.split(/\s+/)[0] }),
    owner: present({ ...deal.owner }),
  };
}

function present(values: Record<string, unknown>): Record<string, unknown> {
  const there = ([, value]: [string, unknown]) =>
    value !== null && value !== undefined && value !== '';
  const plain = ([key, value]: [string, unknown]): [string, unknown] => [
    key,
    typeof value === 'string' ? withoutDirections(value) : value,
  ];
  // Liquid answers `size` of an object by itself: a field of that name has a value, or is absent.
  return {
    size: undefined,
    ...Object.fromEntries(Object.entries(values).map(plain).filter(there)),
  };
}

function inWords(field: Field, value: unknown, currency: string): unknown {
  const label = (choice: unknown) =>
    field.options?.find((option) => option.value === choice)?.label ?? String(choice);
  if (value === undefined || value === null) return undefined;
  switch (field.type) {
    case 'money':
      return moneyText(Number(value), currency);
    case 'percent':
      return `${Number(value)} %`;
    case 'date':
      return typeof value === 'string' ? day(value) : undefined;
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'choice':
      return label(value);
    case 'choices':
      return Array.isArray(value) ? value.map(label).join(', ') : label(value);
    case 'number':
    case 'text':
    case 'longText':
      return value;
    case 'file':
      return undefined;
  }
}

function day(date: string): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  const instant = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(instant.getTime())
    ? date
    : new Intl.DateTimeFormat('en-GB', options).format(instant);
}
