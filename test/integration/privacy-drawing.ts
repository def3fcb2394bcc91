const done = [{ id: 'done', label: 'Done' }];
const lost = { id: 'lost', mode: 'manual', to: 'lost' };
const outcomes = {
  won: { reasons: [{ id: 'other', label: 'Other' }] },
  lost: { reasons: [{ id: 'other', label: 'Other' }] },
};
const street = { id: 'street', label: 'Street', type: 'text', personal: true, intake: 'required' };
const found = { id: 'found', label: 'What was found', type: 'text', personal: true };

/** The process that a step starts: it takes a personal field along and brings one back. */
export const inspection = {
  schema: 1,
  name: 'Inspection',
  currency: 'EUR',
  calendar: 'always',
  fields: [street, found],
  policies: [],
  stages: [
    {
      id: 'look',
      name: 'Look at it',
      probability: 50,
      steps: [
        {
          id: 'see',
          kind: 'task',
          name: 'See',
          assign: { kind: 'owner' },
          form: [{ field: 'found', required: true }],
          outcomes: done,
        },
      ],
      exits: [{ id: 'won', mode: 'auto', to: 'won' }, lost],
    },
  ],
  outcomes,
};

/** Every kind of step and of act that takes or hands on what people write. */
export const everything = (url: string) => ({
  schema: 1,
  name: 'Everything',
  currency: 'EUR',
  calendar: 'always',
  fields: [
    street,
    found,
    { id: 'answer', label: 'Answer', type: 'longText' },
    {
      id: 'rooms',
      label: 'Rooms',
      type: 'choices',
      intake: 'required',
      options: [{ value: 'roof', label: 'Roof' }],
    },
  ],
  policies: [],
  stages: [
    {
      id: 'work',
      name: 'Work on it',
      probability: 50,
      steps: [
        {
          id: 'ask',
          kind: 'task',
          name: 'Ask',
          assign: { kind: 'owner' },
          form: [{ field: 'answer', required: true }],
          pauses: ['customer', 'internal'],
          outcomes: done,
        },
        {
          id: 'listed',
          kind: 'each',
          name: 'Look at each room',
          over: { kind: 'list', field: 'rooms' },
          assign: { kind: 'owner' },
          outcomes: done,
        },
        {
          id: 'teams',
          kind: 'each',
          name: 'Each team',
          over: { kind: 'departments', departments: ['technical'] },
          assign: { kind: 'owner' },
          form: [{ field: 'answer', required: true }],
          outcomes: done,
        },
        {
          id: 'approve',
          kind: 'approval',
          name: 'Approve',
          approvers: [{ id: 'boss', to: { kind: 'role', role: 'manager' } }],
        },
        { id: 'sorry', kind: 'task', name: 'Say so', assign: { kind: 'owner' }, outcomes: done },
        {
          id: 'reply',
          kind: 'wait',
          name: 'Wait for a reply',
          for: { kind: 'event', event: 'replied', timeout: { n: 30, unit: 'd' } },
        },
        { id: 'tell', kind: 'webhook', name: 'Tell', url, sends: ['street', 'answer'] },
        {
          id: 'inspect',
          kind: 'process',
          name: 'Have it inspected',
          process: 'INSPECT',
          fields: [{ from: 'street', to: 'street' }],
          wait: {
            timeout: { n: 30, unit: 'd' },
            results: [{ from: 'found', to: 'found' }],
          },
        },
        { id: 'spare', kind: 'task', name: 'Spare', assign: { kind: 'owner' }, outcomes: done },
        { id: 'last', kind: 'task', name: 'Last', assign: { kind: 'owner' }, outcomes: done },
      ],
      links: [
        { id: 'l1', from: 'ask', to: 'listed' },
        { id: 'l2', from: 'ask', to: 'tell' },
        { id: 'l3', from: 'approve', to: 'sorry', ports: ['rejected'] },
      ],
      exits: [{ id: 'won', mode: 'manual', to: 'won' }, lost],
    },
  ],
  outcomes,
});
