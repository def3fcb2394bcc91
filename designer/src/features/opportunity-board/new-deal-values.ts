import type { FieldValue } from '../../lib/format-field-value.ts';

export interface NewDealValues {
  title: string;
  contact: { name: string; email: string; phone: string; company: string };
  valueMinor: number | null;
  source: string | null;
  owner: string | null;
  fields: Record<string, FieldValue>;
}

/** An empty form; the person who registers owns the deal where they may. */
export function newDealValues(
  intake: { owners: { id: string }[]; sources: string[] },
  personId: string,
): NewDealValues {
  const own = intake.owners.find(({ id }) => id === personId) ?? intake.owners[0];
  return {
    title: '',
    contact: { name: '', email: '', phone: '', company: '' },
    valueMinor: null,
    source: null,
    owner: own?.id ?? null,
    fields: {},
  };
}

/** What is still needed, by the path of its input: everything at once. */
export function missingValues(
  intake: { fields: { id: string; intake: string }[] },
  { title, contact, source, fields }: NewDealValues,
): Record<string, string> {
  const isEmpty = (value: FieldValue | undefined) => value === undefined || value === null;
  const paths = [
    ...(contact.name.trim() === '' ? ['contact.name'] : []),
    ...(title.trim() === '' ? ['title'] : []),
    ...(source === null ? ['source'] : []),
    ...intake.fields
      .filter((field) => field.intake === 'required' && isEmpty(fields[field.id]))
      .map(({ id }) => `fields.${id}`),
  ];
  return Object.fromEntries(paths.map((path) => [path, 'This is needed.']));
}

/** What is sent: empty fields are left out, so that the api can name the ones it needs. */
export function newDealInput(process: string, values: NewDealValues) {
  const { name, email, phone, company } = values.contact;
  const filled = Object.entries(values.fields).filter(([, value]) => value !== null);
  return {
    process,
    title: values.title.trim(),
    contact: {
      name: name.trim(),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      ...(company.trim() === '' ? {} : { company: company.trim() }),
    },
    ...(values.valueMinor === null ? {} : { valueMinor: values.valueMinor }),
    source: values.source ?? '',
    ...(values.owner === null ? {} : { owner: values.owner }),
    fields: Object.fromEntries(filled),
  };
}
