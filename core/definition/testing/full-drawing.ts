import { processClockSchema } from '../../drawing/process-clock.ts';
import { railSchema } from '../../drawing/rail.ts';
import { stageSchema } from '../../drawing/stage.ts';
import { drawingSchema, type Drawing } from '../../drawing/drawing.ts';
import { cleanDrawing } from './clean-drawing.ts';

/**
 * The clean drawing with a third stage, a rail, a clock and what follows the outcomes: all that can be drawn,
 * without any problem.
 */
export function fullDrawing(): Drawing {
  const drawing = cleanDrawing();
  const send = drawing.stages[1]!;
  send.exits.unshift({ id: 'agree', mode: 'manual', to: 'agree', ungated: false });
  const options = [
    { value: 'high', label: 'High' },
    { value: 'low', label: 'Low' },
  ];
  return drawingSchema.parse({
    ...drawing,
    fields: [
      ...drawing.fields,
      { id: 'points', label: 'Points', type: 'number' },
      { id: 'tier', label: 'Tier', type: 'choice', options },
      { id: 'wishes', label: 'Wishes', type: 'choices', options },
      { id: 'nextOn', label: 'Next on', type: 'date' },
      { id: 'installed', label: 'Installed', type: 'boolean' },
    ],
    policies: [...drawing.policies, late],
    stages: [...drawing.stages, stageSchema.parse(agree)],
    rails: [railSchema.parse(nurture)],
    clocks: [processClockSchema.parse(firstContact)],
    outcomes: {
      won: {
        ...drawing.outcomes.won,
        then: [{ id: 'after', process: 'POST-01', fields: [{ from: 'place', to: 'place' }] }],
      },
      lost: {
        ...drawing.outcomes.lost,
        then: [{ id: 'back', process: 'IN-01', after: { n: 90, unit: 'd' } }],
      },
    },
  });
}

const owner = { kind: 'owner' };
const office = { kind: 'department', department: 'office' };
const done = [{ id: 'done', label: 'Done' }];
const timed = { due: { n: 4, unit: 'bh' }, policy: 'default', playbook: 'Do it well.' };

const late = {
  id: 'late',
  name: 'Late',
  levels: [
    {
      id: 'far',
      offset: { n: 1, unit: 'bd' },
      to: [],
      actions: [{ kind: 'raise', event: 'late' }],
    },
  ],
};

const agree = {
  id: 'agree',
  name: 'Agree on the price',
  probability: 80,
  deadline: { after: { n: 20, unit: 'bd' } },
  policy: 'late',
  steps: [
    {
      id: 'rate',
      kind: 'score',
      name: 'Rate the deal',
      rules: [{ label: 'It fits', when: 'deal.fits', points: 10 }],
      field: 'points',
      tiers: {
        field: 'tier',
        steps: [
          { value: 'high', least: 10 },
          { value: 'low', least: 0 },
        ],
      },
    },
    {
      id: 'calls',
      kind: 'task',
      name: 'Call until somebody answers',
      assign: { ...office, by: 'leastLoaded', needs: [{ field: 'tier' }, { tag: 'polish' }] },
      assignCases: [{ when: 'deal.points > 5.0', to: { kind: 'role', role: 'manager' } }],
      outcomes: [...done, { id: 'nobody', label: 'Nobody' }],
      repeat: { on: ['nobody'], max: 3, every: { n: 1, unit: 'bd' } },
      ...timed,
    },
    {
      id: 'letter',
      kind: 'task',
      name: 'Write a letter',
      assign: owner,
      when: 'deal.tier == "high"',
      onlyWhile: '!has(deal.installed)',
      outcomes: done,
      pauses: ['customer'],
      ...timed,
    },
    {
      id: 'papers',
      kind: 'each',
      name: 'Prepare the papers',
      over: { kind: 'departments', departments: ['technical', 'design'] },
      assign: owner,
      need: 1,
      late: 'cancel',
      outcomes: [...done, { id: 'not', label: 'Not possible', passes: false }],
      lock: 'papers',
      ...timed,
    },
    {
      id: 'sheets',
      kind: 'each',
      name: 'Write the sheets',
      over: { kind: 'list', field: 'wishes' },
      when: 'has(deal.wishes)',
      assign: owner,
      outcomes: done,
      lock: 'papers',
      ...timed,
    },
    {
      id: 'discount',
      kind: 'task',
      name: 'Set the price',
      assign: owner,
      form: [{ field: 'price', required: true }],
      outcomes: done,
      redo: 'ifInputsChanged',
      inputs: ['size'],
      ...timed,
    },
    {
      id: 'approve',
      kind: 'approval',
      name: 'Approve the price',
      approvers: [
        { id: 'lead', to: { kind: 'person', person: 'ana' }, upTo: { field: 'price', max: 9000 } },
        { id: 'boss', to: { kind: 'role', role: 'manager' } },
      ],
      need: 1,
      notBy: ['discount'],
      voidOn: ['size'],
      ...timed,
    },
    { id: 'report', kind: 'webhook', name: 'Report it', url: 'https://example.com/hook' },
    {
      id: 'install',
      kind: 'process',
      name: 'Have it installed',
      process: 'POST-01',
      fields: [{ from: 'price', to: 'amount' }],
      wait: { timeout: { n: 5, unit: 'bd' }, results: [{ from: 'ready', to: 'installed' }] },
    },
    {
      id: 'next',
      kind: 'update',
      name: 'Plan the next contact',
      set: [{ field: 'size', value: '1.0' }],
      dates: [{ field: 'nextOn', in: { n: 7, unit: 'd' } }],
    },
    {
      id: 'remind',
      kind: 'wait',
      name: 'Wait until the day before',
      for: { kind: 'time', duration: { n: -1, unit: 'd', from: 'field', field: 'nextOn' } },
    },
    {
      id: 'offered',
      kind: 'task',
      name: 'Send the contract',
      assign: owner,
      outcomes: done,
      carry: {},
      join: { mode: 'any', late: 'ignore' },
      ...timed,
      due: {
        n: 1,
        unit: 'bd',
        from: 'stageEntry',
        cases: [{ when: 'deal.fits', n: 4, unit: 'bh' }],
      },
    },
  ],
  links: [
    { id: 'l1', from: 'rate', to: 'calls' },
    { id: 'l2', from: 'calls', to: 'letter', ports: ['each'] },
    { id: 'l3', from: 'discount', to: 'approve' },
    { id: 'l4', from: 'approve', to: 'discount', ports: ['rejected'], rework: { max: 3 } },
    { id: 'l5', from: 'approve', to: 'report', ports: ['approved'] },
    { id: 'l6', from: 'approve', to: 'install', ports: ['approved'] },
    { id: 'l7', from: 'next', to: 'remind' },
    { id: 'l8', from: 'papers', to: 'offered' },
    { id: 'l9', from: 'sheets', to: 'offered' },
  ],
  exits: [
    { id: 'won', mode: 'manual', to: 'won' },
    { id: 'again', mode: 'event', event: 'late', to: 'send', redo: ['mail'], max: 2 },
    { id: 'on', mode: 'manual', to: 'continue', continueIn: { process: 'IN-01', stage: 'sign' } },
    { id: 'lost', mode: 'manual', to: 'lost' },
  ],
};

const nurture = {
  id: 'nurture',
  name: 'Keep in touch',
  from: 'prepare',
  to: 'agree',
  trigger: { on: 'silence', after: { n: 14, unit: 'd' }, events: ['replied'] },
  again: true,
  steps: [
    { id: 'write', kind: 'email', name: 'Write', subject: 'Hello', body: 'In {{ deal.place }}?' },
    {
      id: 'pause',
      kind: 'wait',
      name: 'Wait',
      for: { kind: 'time', duration: { n: 9, unit: 'd' } },
    },
    { id: 'drop', kind: 'leave', name: 'Give up', to: 'lost', reason: 'other' },
  ],
  links: [
    { id: 'l1', from: 'write', to: 'pause', ports: ['sent', 'notSent'] },
    { id: 'l2', from: 'pause', to: 'drop' },
  ],
};

const firstContact = {
  id: 'contact',
  name: 'First contact',
  target: { n: 1, unit: 'bd' },
  policy: 'default',
  start: { on: 'start' },
  stop: { on: 'event', event: 'contacted' },
  pause: { on: 'when', when: 'has(deal.nextOn)' },
  resume: { on: 'step', stage: 'agree', step: 'remind' },
};
