import { expect, it } from 'vitest';
import { missingValues, newDealValues } from './new-deal-values.ts';

const intake = {
  owners: [{ id: 'anna' }],
  sources: ['Phone'],
  fields: [
    { id: 'place', intake: 'required' },
    { id: 'size', intake: 'optional' },
    { id: 'consent', intake: 'required' },
  ],
};

it('names everything that is needed and empty at once', () => {
  const values = newDealValues(intake, 'anna');
  expect(Object.keys(missingValues(intake, values))).toEqual([
    'contact.name',
    'title',
    'source',
    'fields.place',
    'fields.consent',
  ]);
});

it('takes a no and a zero for answers, and blanks for nothing', () => {
  const values = {
    ...newDealValues(intake, 'anna'),
    title: '  ',
    contact: { name: 'Ann Lee', email: '', phone: '', company: '' },
    source: 'Phone',
    fields: { place: 'Puck', consent: false },
  };
  expect(missingValues(intake, values)).toEqual({ title: 'This is needed.' });
});

it('names what is not clear, also where nothing is needed', () => {
  const unread = { unread: '12.345', why: 'Say which is meant.' };
  const values = {
    ...newDealValues(intake, 'anna'),
    title: 'Roof',
    contact: { name: 'Ann Lee', email: '', phone: '', company: '' },
    source: 'Phone',
    valueMinor: unread,
    fields: { place: 'Puck', consent: false, size: unread },
  };
  expect(missingValues(intake, values)).toEqual({
    valueMinor: 'Say which is meant.',
    'fields.size': 'Say which is meant.',
  });
});
