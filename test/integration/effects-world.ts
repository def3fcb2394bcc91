import type { Effect } from '#core/run/contract/effect.ts';
import type { RunEvent } from '#core/run/contract/event.ts';
import type { Fact } from '#core/run/contract/fact.ts';
import { initialState } from '#core/run/state/initial-state.ts';
import type { RunState } from '#core/run/state/run-state.ts';
import { applyEffects } from '#worker/activities/batch/apply-effects.ts';
import type { DealRef, World } from './worker-world.ts';

const outcomes = [
  { id: 'yes', label: 'Yes', passes: true },
  { id: 'no', label: 'No', passes: false },
];

const reason = { id: 'other', label: 'Other' };

/** A step of each kind that leaves something in the world; url of the webhook as given. */
export function effectsDrawing(url = 'https://receiver.example/hook') {
  return {
    schema: 1,
    name: 'Effects',
    currency: 'EUR',
    calendar: 'always',
    fields: [
      { id: 'price', label: 'Price', type: 'money' },
      { id: 'phone', label: 'Phone', type: 'text', personal: true },
      { id: 'result', label: 'Result', type: 'text' },
      {
        id: 'firms',
        label: 'Firms',
        type: 'choices',
        options: [
          { value: 'roof', label: 'Roofers' },
          { value: 'wire', label: 'Electricians' },
        ],
      },
    ],
    policies: [],
    stages: [
      {
        id: 'work',
        name: 'Do the work',
        probability: 50,
        criteria: [
          {
            id: 'c',
            label: 'Result',
            when: 'has(deal.phone) && has(deal.result) && deal.result != "x"',
          },
        ],
        steps: [
          {
            id: 'ask',
            mandatory: false,
            kind: 'each',
            name: 'Ask for an offer',
            when: 'has(deal.firms)',
            over: { kind: 'list', field: 'firms' },
            assign: { kind: 'department', department: 'technical' },
            outcomes,
          },
          {
            id: 'tooFew',
            kind: 'notify',
            name: 'Tell that too few made an offer',
            to: [{ kind: 'owner' }],
            message: 'Too few made an offer.',
          },
          {
            id: 'approve',
            kind: 'approval',
            name: 'Approve the price',
            approvers: [{ id: 'boss', to: { kind: 'role', role: 'manager' } }],
          },
          {
            id: 'survey',
            kind: 'task',
            name: 'Survey',
            assign: { kind: 'owner' },
            outcomes: outcomes.slice(0, 1),
          },
          {
            id: 'hook',
            mandatory: false,
            kind: 'webhook',
            name: 'Tell the shop',
            url,
            sends: ['price'],
          },
          {
            id: 'build',
            mandatory: false,
            kind: 'process',
            name: 'Build it',
            process: 'test',
            fields: [
              { from: 'price', to: 'price' },
              { from: 'phone', to: 'phone' },
            ],
            wait: { timeout: { n: 9, unit: 'd' }, results: [{ from: 'result', to: 'result' }] },
          },
        ],
        links: [
          { id: 'l1', from: 'survey', to: 'approve' },
          { id: 'l2', from: 'approve', to: 'survey', ports: ['rejected'], rework: { max: 3 } },
          { id: 'l3', from: 'ask', to: 'tooFew', ports: ['short'] },
        ],
        exits: [{ id: 'win', mode: 'manual', to: 'won' }],
      },
    ],
    outcomes: { won: { reasons: [reason] }, lost: { reasons: [reason] } },
  };
}

export const at = (step: string, item?: string) => ({
  stage: 'work',
  step,
  visit: 1,
  round: 1,
  ...(item !== undefined && { item }),
});

interface Written {
  effects?: Effect[];
  facts?: Fact[];
  events?: RunEvent[];
  state?: Partial<RunState>;
  now?: number;
}

/** Writes batches of a deal's run as the workflow does, one after the other. */
export function writer(world: World, deal: DealRef) {
  let seq = 0;
  const run = `run-${deal.dealId}`;
  return (written: Written) => {
    const { effects = [], facts = [], events = [], state = {}, now = Date.now() } = written;
    const open: RunState = {
      ...initialState(),
      status: 'open',
      stage: 'work',
      visits: { work: 1 },
      enteredAt: now,
      owner: world.people.sam,
      ...state,
    };
    return applyEffects(world.database, {
      run,
      seq: (seq += 1),
      ...deal,
      engine: 1,
      checksum: world.definition.checksum,
      events,
      refused: [],
      now,
      facts,
      effects,
      effectsHash: String(seq),
      state: open,
    });
  };
}
