const done = [{ id: 'done', label: 'Done' }];

/** What each deal must have done exactly once. */
export const mailSubjects = ['We have your request', 'Your quote'] as const;
export const taskSteps = ['survey', 'call'] as const;

/** A department's task, a mail, a wait of seconds, another mail, the owner's task, and won. */
export const relayRace = {
  schema: 1,
  name: 'Relay race',
  currency: 'EUR',
  calendar: 'always',
  fields: [
    { id: 'size', label: 'Size', type: 'number' },
    { id: 'answer', label: 'Answer', type: 'longText' },
  ],
  policies: [],
  stages: [
    {
      id: 'run',
      name: 'Run the race',
      probability: 50,
      criteria: [{ id: 'sized', label: 'The size is known', when: 'has(deal.size)' }],
      steps: [
        {
          id: 'survey',
          kind: 'task',
          name: 'Survey',
          assign: { kind: 'department', department: 'technical' },
          form: [{ field: 'size', required: true }],
          outcomes: done,
        },
        {
          id: 'thanks',
          kind: 'email',
          name: 'Confirm',
          subject: mailSubjects[0],
          body: 'Dear {{ contact.name }},\n\nit is {{ deal.size | default: "unknown" }}.',
        },
        {
          id: 'pause',
          kind: 'wait',
          name: 'Wait a moment',
          for: { kind: 'time', duration: { n: 3, unit: 's' } },
        },
        {
          id: 'quote',
          kind: 'email',
          name: 'Quote',
          subject: mailSubjects[1],
          body: 'Dear {{ contact.name }},\n\nhere is our quote.',
        },
        {
          id: 'call',
          kind: 'task',
          name: 'Call',
          assign: { kind: 'owner' },
          form: [{ field: 'answer', required: true }],
          outcomes: done,
        },
      ],
      links: [
        { id: 'l1', from: 'survey', to: 'thanks' },
        { id: 'l2', from: 'thanks', to: 'pause' },
        { id: 'l3', from: 'pause', to: 'quote' },
        { id: 'l4', from: 'quote', to: 'call' },
      ],
      exits: [
        { id: 'won', mode: 'auto', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
  outcomes: {
    won: { reasons: [{ id: 'other', label: 'Other' }] },
    lost: { reasons: [{ id: 'other', label: 'Other' }] },
  },
};
