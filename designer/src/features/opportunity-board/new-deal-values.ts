import { isUnread, readIn, unreadIn, type FormValue } from '../../ui/written/unread.ts';

export interface NewDealValues {
  title: string;
  contact: { name: string; email: string; phone: string; company: string };
  valueMinor: FormValue;
  source: string | null;
  owner: string | null;
  fields: Record<string, FormValue>;
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

/** What cannot be sent yet, by the path of its input: everything at once. */
export function missingValues(
  intake: { fields: { id: string; intake: string }[] },
  { title, contact, source, fields, valueMinor }: NewDealValues,
): Record<string, string> {
  const isEmpty = (value: FormValue | undefined) => value === undefined || value === null;
  const paths = [
    ...(contact.name.trim() === '' ? ['contact.name'] : []),
    ...(title.trim() === '' ? ['title'] : []),
    ...(source === null ? ['source'] : []),
    ...intake.fields
      .filter((field) => field.intake === 'required' && isEmpty(fields[field.id]))
      .map(({ id }) => `fields.${id}`),
  ];
  const unread = Object.entries(unreadIn(fields)).map(([id, why]) => [`fields.${id}`, why]);
  return {
    ...Object.fromEntries(paths.map((path) => [path, 'This is needed.'])),
    ...(isUnread(valueMinor) ? { valueMinor: valueMinor.why } : {}),
    ...Object.fromEntries(unread),
  };
}

/** What is sent: empty fields are left out, so that the api can name the ones it needs. */
export function newDealInput(process: string, values: NewDealValues) {
  const { name, email, phone, company } = values.contact;
  const filled = Object.entries(readIn(values.fields)).filter(([, value]) => value !== null);
  return {
    process,
    title: values.title.trim(),
    contact: {
      name: name.trim(),
      ...(email.trim() === '' ? {} : { email: email.trim() }),
      ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      ...(company.trim() === '' ? {} : { company: company.trim() }),
    },
    ...(typeof values.valueMinor === 'number' ? { valueMinor: values.valueMinor } : {}),
    source: values.source ?? '',
    ...(values.owner === null ? {} : { owner: values.owner }),
    fields: Object.fromEntries(filled),
  };
}
