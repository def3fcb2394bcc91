/**
 * What a template may name besides the fields of the process, and whether it has a value whenever a
 * mail can be sent. A field of the same name takes its place.
 */
export const templateVariables: Record<string, 'sure' | 'maybe'> = {
  'deal.number': 'sure',
  'deal.title': 'sure',
  'deal.value': 'maybe',
  'deal.currency': 'sure',
  'deal.source': 'sure',
  'contact.name': 'sure',
  'contact.firstName': 'sure',
  'contact.email': 'sure',
  'contact.phone': 'maybe',
  'contact.company': 'maybe',
  'owner.name': 'sure',
  'owner.email': 'sure',
};
