import type { fieldsCodes } from '../../problems/codes/fields.ts';
import { stepOf } from '../find.ts';
import { task, mail, approve, rate, type Breakage } from './example.ts';

export const fieldsExamples: Record<keyof typeof fieldsCodes, Breakage> = {
  'unknown-field': (d) => task(d, 'call').shows.push('colour'),
  'field-wrong-type': (d) => (approve(d).approvers[0]!.upTo!.field = 'place'),
  'field-not-settable': (d) => {
    d.fields.push({ id: 'scan', label: 'Scan', type: 'file', personal: false, intake: 'no' });
    stepOf(d, 'update', 'send', 'set').set.push({ field: 'scan', value: '"x"' });
  },
  'choice-without-options': (d) =>
    d.fields.push({ id: 'roof', label: 'Roof', type: 'choice', personal: false, intake: 'no' }),
  'unknown-option': (d) => (rate(d).tiers!.steps[0]!.value = 'middle'),
  'condition-invalid': (d) => (mail(d).when = 'deal.place >'),
  'value-misfit': (d) =>
    stepOf(d, 'update', 'send', 'set').set.push({ field: 'tier', value: '"platinum"' }),
  'field-may-be-empty': (d) => (task(d, 'study').when = 'deal.size > 5.0'),
  'template-broken': (d) => (mail(d).body = 'Dear {{ contact.name }'),
  'unknown-variable': (d) => (mail(d).body = 'Dear {{ contact.nickname }}'),
  'variable-may-be-empty': (d) => (mail(d).body = 'Call {{ deal.phone }}'),
};
