import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

export const busyProcess = 'BSY-1';

const done = [{ id: 'done', label: 'Done' }];
const owner = { kind: 'owner' };
const department = (key: string) => ({ kind: 'department', department: key });
const bd = (n: number) => ({ n, unit: 'bd' });
const option = (label: string) => ({ value: label.toLowerCase(), label });

const work = [
  {
    id: 'price',
    kind: 'task',
    name: 'Price the whole system with its variants, subsidies and the financing of each',
    assign: department('analysis'),
    form: [{ field: 'net', required: true }, { field: 'note' }],
    due: bd(2),
    policy: 'standard',
    pauses: ['customer', 'thirdParty', 'internal'],
    outcomes: done,
  },
  {
    id: 'approve',
    kind: 'approval',
    name: 'Approve the price and the concession',
    approvers: [
      { id: 'money', to: department('analysis') },
      { id: 'roof', to: department('technical') },
      { id: 'lead', to: { kind: 'role', role: 'manager' } },
    ],
    due: bd(1),
    policy: 'standard',
    shows: ['net'],
  },
  {
    id: 'limit',
    kind: 'approval',
    name: 'Approve the credit',
    // The price is above it, so there is nobody who may.
    approvers: [{ id: 'lead', to: owner, upTo: { field: 'net', max: 5_000_000 } }],
  },
  {
    id: 'sheets',
    kind: 'each',
    name: 'Option sheets',
    over: { kind: 'list', field: 'extras' },
    assign: department('analysis'),
    due: bd(2),
    policy: 'standard',
    outcomes: [{ id: 'done', label: 'Ready' }],
    mayAdd: true,
  },
  {
    id: 'hook',
    kind: 'webhook',
    name: 'Tell the ERP',
    // Nothing listens there: it is tried again and again.
    url: 'http://localhost:9/deal',
    mandatory: false,
  },
  { id: 'bank', kind: 'process', name: 'Ask the bank', process: 'QQ-01', mandatory: false },
  {
    id: 'reply',
    kind: 'wait',
    name: 'Reply of the grid operator',
    mandatory: false,
    for: { kind: 'event', event: 'gridReplied', timeout: bd(10) },
  },
  {
    id: 'check',
    kind: 'task',
    name: 'Check the yield',
    mandatory: false,
    assign: department('technical'),
    outcomes: done,
  },
  {
    id: 'photos',
    kind: 'task',
    name: 'Collect photos of the roof',
    mandatory: false,
    assign: owner,
    carry: { until: 'sign' },
    outcomes: done,
  },
];

/** Two stages in which much is under way at once, for pictures of a deal, the board and the inbox. */
export function busyDrawing(): Drawing {
  const next = { id: 'next', mode: 'manual' };
  const lost = { id: 'lost', name: 'Lose', mode: 'manual', to: 'lost' };
  return drawingSchema.parse({
    schema: 1,
    name: 'Large roofs of housing co-operatives and industry',
    currency: 'PLN',
    calendar: 'pl-office',
    fields: [
      { id: 'size', label: 'System size', type: 'number', unit: 'kWp', intake: 'optional' },
      { id: 'net', label: 'Net price', type: 'money' },
      { id: 'note', label: 'What the price does not contain', type: 'longText' },
      {
        id: 'extras',
        label: 'Extras',
        type: 'choices',
        intake: 'required',
        options: ['Leasing', 'Insurance', 'Storage', 'Service'].map(option),
      },
    ],
    policies: [
      {
        id: 'standard',
        name: 'Standard',
        levels: [{ id: 'due', offset: { n: 0, unit: 'bh' }, to: [{ kind: 'assignee' }, owner] }],
      },
    ],
    clocks: [
      {
        id: 'first',
        name: 'Answer within five days',
        target: bd(5),
        policy: 'standard',
        start: { on: 'start' },
        stop: { on: 'event', event: 'answered' },
      },
      {
        id: 'call',
        name: 'Call back at once',
        // Late by the time that anybody looks.
        target: { n: 1, unit: 's' },
        policy: 'standard',
        start: { on: 'start' },
        stop: { on: 'event', event: 'answered' },
      },
    ],
    rails: [
      {
        id: 'care',
        name: 'Keep the customer informed',
        from: 'work',
        to: 'sign',
        trigger: { on: 'start' },
        steps: [
          { id: 'call', kind: 'task', name: 'Call the customer', assign: owner, outcomes: done },
          {
            id: 'pause',
            kind: 'wait',
            name: 'Five days',
            for: { kind: 'time', duration: bd(5) },
          },
        ],
        links: [{ id: 'c1', from: 'call', to: 'pause' }],
      },
    ],
    stages: [
      {
        id: 'work',
        name: 'Prepare the offer with everybody who has a word in it',
        shortName: 'Prepare the offer',
        probability: 40,
        deadline: { after: bd(10) },
        policy: 'standard',
        steps: work,
        links: [
          { id: 'again', from: 'approve', to: 'price', ports: ['rejected'], rework: { max: 3 } },
          { id: 'first', from: 'price', to: 'approve' },
          { id: 'second', from: 'price', to: 'limit' },
          { id: 'anew', from: 'limit', to: 'price', ports: ['rejected'], rework: { max: 3 } },
        ],
        exits: [{ ...next, name: 'Go to the signature', to: 'sign' }, lost],
      },
      {
        id: 'sign',
        name: 'Sign the contract',
        probability: 90,
        steps: [
          { id: 'get', kind: 'task', name: 'Get the signature', assign: owner, outcomes: done },
        ],
        exits: [
          { ...next, name: 'Win the deal', to: 'won' },
          { id: 'back', name: 'Price again', mode: 'manual', to: 'work', redo: ['price'] },
          lost,
        ],
      },
    ],
    outcomes: {
      won: { reasons: [{ id: 'price', label: 'Price' }] },
      lost: { reasons: [{ id: 'price', label: 'Price' }] },
    },
  });
}
