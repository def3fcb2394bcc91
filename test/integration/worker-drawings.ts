const anyone = {
  won: { reasons: [{ id: 'price', label: 'Price' }] },
  lost: { reasons: [{ id: 'other', label: 'Other' }] },
};
const base = { schema: 1, currency: 'EUR', calendar: 'always', outcomes: anyone };
const done = [{ id: 'done', label: 'Done' }];

/** Two tasks in a row, an offer by mail, and a person who wins or loses the deal. */
export const offerDrawing = {
  ...base,
  name: 'Offer',
  fields: [
    { id: 'size', label: 'Size', type: 'number' },
    { id: 'price', label: 'Price', type: 'money' },
    { id: 'notes', label: 'Notes', type: 'longText' },
  ],
  policies: [
    {
      id: 'default',
      name: 'Default',
      levels: [{ id: 'late', offset: { n: 0, unit: 's' }, to: [{ kind: 'departmentLead' }] }],
    },
  ],
  stages: [
    {
      id: 'prepare',
      name: 'Prepare the offer',
      probability: 20,
      deadline: { after: { n: 5, unit: 'd' } },
      policy: 'default',
      criteria: [
        { id: 'priced', label: 'The price is set', when: 'has(deal.price) && deal.price > 0.0' },
      ],
      steps: [
        {
          id: 'survey',
          kind: 'task',
          name: 'Survey the roof',
          assign: { kind: 'department', department: 'technical' },
          due: { n: 2, unit: 'd' },
          policy: 'default',
          form: [{ field: 'size', required: true }],
          outcomes: done,
        },
        {
          id: 'price',
          kind: 'task',
          name: 'Price the offer',
          assign: { kind: 'owner' },
          form: [{ field: 'price', required: true }],
          outcomes: done,
        },
        {
          id: 'send',
          kind: 'email',
          name: 'Send the offer',
          subject: 'Your offer',
          body: 'Dear {{ contact.name }},\n\nit costs {{ deal.price }}.\n\n{{ owner.name }}',
        },
      ],
      links: [
        { id: 'l1', from: 'survey', to: 'price' },
        { id: 'l2', from: 'price', to: 'send' },
      ],
      exits: [
        { id: 'next', mode: 'auto', to: 'close' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
    {
      id: 'close',
      name: 'Close the deal',
      probability: 70,
      exits: [
        { id: 'won', mode: 'manual', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
};

/** A mail first, then a task: the deal moves on when the mail's fate is known. */
export const mailDrawing = {
  ...base,
  name: 'Mail',
  fields: [{ id: 'price', label: 'Price', type: 'money', intake: 'required' }],
  policies: [],
  stages: [
    {
      id: 'send',
      name: 'Send the offer',
      probability: 20,
      steps: [
        {
          id: 'mail',
          kind: 'email',
          name: 'Mail it',
          subject: 'Your offer, {{ contact.name }}',
          body: 'Dear {{ contact.name }},\nit costs {{ deal.price }}.\n\n{{ owner.name }}',
        },
        { id: 'call', kind: 'task', name: 'Call', assign: { kind: 'owner' }, outcomes: done },
      ],
      links: [{ id: 'l1', from: 'mail', to: 'call' }],
      exits: [
        { id: 'won', mode: 'manual', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
};

/** A task that is late after a second, in a stage that is late after two. */
export const lateDrawing = {
  ...base,
  name: 'Late',
  fields: [],
  policies: [
    {
      id: 'default',
      name: 'Default',
      levels: [
        {
          id: 'due',
          offset: { n: 0, unit: 's' },
          to: [{ kind: 'departmentLead' }, { kind: 'owner' }],
        },
        {
          id: 'late',
          // Far apart: a run that wakes after both tells the higher level only.
          offset: { n: 6, unit: 's' },
          to: [{ kind: 'managers' }, { kind: 'departmentLead' }],
        },
      ],
    },
  ],
  stages: [
    {
      id: 'work',
      name: 'Do the work',
      probability: 20,
      deadline: { after: { n: 30, unit: 'd' } },
      policy: 'default',
      steps: [
        {
          id: 'survey',
          kind: 'task',
          name: 'Survey the roof',
          assign: { kind: 'department', department: 'technical' },
          due: { n: 1, unit: 's' },
          policy: 'default',
          outcomes: done,
        },
        {
          id: 'tell',
          kind: 'notify',
          name: 'Tell',
          to: [{ kind: 'person', person: 'nobody' }],
          message: 'It began.',
        },
      ],
      exits: [
        { id: 'won', mode: 'manual', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
};

/** A task whose due cannot be computed while the technicians' calendar has no working time. */
export const closedDrawing = {
  ...base,
  name: 'Closed',
  fields: [],
  policies: offerDrawing.policies,
  stages: [
    {
      id: 'work',
      name: 'Do the work',
      probability: 20,
      steps: [
        {
          id: 'survey',
          kind: 'task',
          name: 'Survey the roof',
          assign: { kind: 'department', department: 'technical' },
          due: { n: 2, unit: 'bh' },
          policy: 'default',
          outcomes: done,
        },
      ],
      exits: [
        { id: 'won', mode: 'manual', to: 'won' },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
};

/** Won, it is followed by another process; or the deal goes on in one. */
export const followedDrawing = {
  ...base,
  name: 'Followed',
  outcomes: { ...anyone, won: { ...anyone.won, then: [{ id: 'after', process: 'after' }] } },
  fields: [{ id: 'price', label: 'Price', type: 'money' }],
  policies: [],
  stages: [
    {
      id: 'close',
      name: 'Close the deal',
      probability: 70,
      exits: [
        { id: 'won', mode: 'manual', to: 'won' },
        { id: 'on', mode: 'manual', to: 'continue', continueIn: { process: 'onward' } },
        { id: 'lost', mode: 'manual', to: 'lost' },
      ],
    },
  ],
};
