import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';

const done = [{ id: 'done', label: 'Done' }];
const policy = 'standard';
const day = { n: 1, unit: 'bd' };
const department = (key: string) => ({ kind: 'department', department: key });

/** Two stages, a rail and a clock in which every kind of element is drawn once, for a look at the editor. */
export function completeDrawing(): Drawing {
  return drawingSchema.parse({
    schema: 1,
    name: 'Offer with everything',
    currency: 'PLN',
    calendar: 'always',
    fields: [
      { id: 'size', label: 'System size', type: 'number', unit: 'kWp', intake: 'required' },
      { id: 'netPrice', label: 'Net price', type: 'money' },
      { id: 'margin', label: 'Margin', type: 'percent' },
      { id: 'offerDate', label: 'Offer date', type: 'date' },
      { id: 'points', label: 'Points', type: 'number' },
      {
        id: 'tier',
        label: 'Tier',
        type: 'choice',
        options: ['a', 'b'].map((value) => ({ value, label: value.toUpperCase() })),
      },
      {
        id: 'extras',
        label: 'Extras',
        type: 'choices',
        options: [
          { value: 'leasing', label: 'Leasing' },
          { value: 'insurance', label: 'Insurance' },
        ],
      },
    ],
    policies: [
      {
        id: policy,
        name: 'Default policy',
        levels: [
          { id: 'remind', offset: { percent: -25 }, to: [{ kind: 'assignee' }] },
          {
            id: 'due',
            offset: { n: 0, unit: 'bh' },
            to: [{ kind: 'assignee' }, { kind: 'owner' }],
          },
          {
            id: 'later',
            offset: { n: 4, unit: 'bh' },
            to: [{ kind: 'departmentLead' }],
            actions: [{ kind: 'toQueue' }, { kind: 'raisePriority' }],
          },
          {
            id: 'risk',
            offset: { n: 1, unit: 'bd' },
            to: [{ kind: 'managers' }],
            actions: [{ kind: 'markAtRisk' }],
          },
        ],
      },
    ],
    stages: [
      {
        id: 'prepare',
        name: 'Prepare the offer',
        probability: 40,
        deadline: { after: { n: 10, unit: 'bd' }, field: 'offerDate', combine: 'agreed' },
        policy,
        steps: [
          {
            id: 'survey',
            kind: 'task',
            name: 'Technical survey',
            assign: department('technical'),
            outcomes: done,
            due: { n: 4, unit: 'bd' },
            policy,
          },
          {
            id: 'price',
            kind: 'task',
            name: 'Price the system',
            assign: { ...department('technical'), by: 'leastLoaded', sticky: true },
            outcomes: done,
            form: [{ field: 'netPrice', required: true }],
            due: { n: 2, unit: 'bd' },
            policy,
            pauses: ['customer'],
          },
          {
            id: 'options',
            kind: 'each',
            name: 'Option sheets',
            over: { kind: 'list', field: 'extras' },
            assign: { kind: 'owner' },
            outcomes: done,
            due: { n: 2, unit: 'bd' },
            policy,
          },
          {
            id: 'approve',
            kind: 'approval',
            name: 'Approve margin',
            when: 'deal.margin < 15.0',
            approvers: [
              { id: 'lead', to: { kind: 'role', role: 'manager' }, count: 2 },
              {
                id: 'owner',
                to: { kind: 'owner' },
                upTo: { field: 'netPrice', max: 5_000_000 },
              },
            ],
            need: 1,
            notBy: ['price'],
            voidOn: ['netPrice'],
            shows: ['netPrice', 'margin'],
            due: day,
            policy,
          },
          {
            id: 'hook',
            kind: 'webhook',
            name: 'Tell the ERP',
            url: 'https://erp.example.com/offer',
          },
          {
            id: 'score',
            kind: 'score',
            name: 'Score the deal',
            rules: [{ label: 'Large', when: 'deal.size > 50.0', points: 30 }],
            field: 'points',
            tiers: {
              field: 'tier',
              steps: [
                { value: 'a', least: 20 },
                { value: 'b', least: 0 },
              ],
            },
          },
          {
            id: 'grid',
            kind: 'process',
            name: 'Ask the grid',
            process: 'GRID-01',
            mandatory: false,
          },
        ],
        links: [
          { id: 'l1', from: 'survey', to: 'price' },
          { id: 'l2', from: 'price', to: 'approve' },
          { id: 'l3', from: 'approve', to: 'hook', ports: ['approved'] },
          { id: 'back', from: 'approve', to: 'price', ports: ['rejected'], rework: { max: 3 } },
          { id: 'l4', from: 'survey', to: 'options' },
        ],
        exits: [
          { id: 'next', mode: 'auto', to: 'send' },
          { id: 'lose', name: 'Lose the deal', mode: 'manual', to: 'lost', ungated: true },
        ],
      },
      {
        id: 'send',
        name: 'Send the offer',
        probability: 60,
        deadline: { after: { n: 5, unit: 'bd' } },
        policy,
        steps: [
          {
            id: 'call',
            kind: 'task',
            name: 'Call the customer',
            assign: { kind: 'owner' },
            outcomes: [
              { id: 'reached', label: 'Reached' },
              { id: 'missed', label: 'Not reached', passes: false },
            ],
            repeat: { on: ['missed'], max: 4, every: day },
          },
          {
            id: 'validity',
            kind: 'update',
            name: 'Set offer validity',
            dates: [{ field: 'offerDate', in: { n: 21, unit: 'd' } }],
            set: [],
          },
          {
            id: 'remind',
            kind: 'wait',
            name: 'Near the end',
            for: {
              kind: 'time',
              duration: { n: -3, unit: 'd', from: 'field', field: 'offerDate' },
            },
          },
        ],
        links: [
          { id: 's1', from: 'call', to: 'validity', ports: ['reached'] },
          { id: 's2', from: 'validity', to: 'remind' },
        ],
        exits: [
          { id: 'win', name: 'Win the deal', mode: 'manual', to: 'won' },
          {
            id: 'reprice',
            name: 'Re-price',
            mode: 'manual',
            to: 'prepare',
            max: 3,
            redo: ['price'],
          },
          {
            id: 'on',
            name: 'Nurture',
            mode: 'manual',
            to: 'continue',
            continueIn: { process: 'NURTURE-01' },
          },
          { id: 'lose', name: 'Withdrawn', mode: 'manual', to: 'lost', ungated: true },
        ],
      },
    ],
    rails: [
      {
        id: 'quiet',
        name: 'No activity',
        from: 'prepare',
        to: 'send',
        trigger: { on: 'silence', after: { n: 14, unit: 'd' }, events: ['reply', 'contacted'] },
        steps: [
          {
            id: 'contact',
            kind: 'task',
            name: 'Contact the customer',
            assign: { kind: 'owner' },
            outcomes: done,
          },
          {
            id: 'pause',
            kind: 'wait',
            name: 'Five days',
            for: { kind: 'time', duration: { n: 5, unit: 'bd' } },
          },
          {
            id: 'tell',
            kind: 'notify',
            name: 'Tell the manager',
            to: [{ kind: 'managers' }],
            message: 'This deal has gone quiet.',
          },
        ],
        links: [
          { id: 'r1', from: 'contact', to: 'pause' },
          { id: 'r2', from: 'pause', to: 'tell' },
        ],
      },
    ],
    clocks: [
      {
        id: 'first',
        name: 'First contact',
        target: day,
        policy,
        start: { on: 'start' },
        stop: { on: 'event', event: 'contacted' },
      },
    ],
    outcomes: {
      won: {
        reasons: [{ id: 'price', label: 'Price' }],
        // oxlint-disable-next-line unicorn/no-thenable -- what follows the end; nobody awaits it
        then: [{ id: 'after', process: 'POST-01' }],
      },
      lost: { reasons: [{ id: 'price', label: 'Price' }] },
    },
  });
}
