import type { Drawing } from '../../drawing/drawing.ts';
import { linkSchema } from '../../drawing/link.ts';
import { exitSchema } from '../../drawing/stage.ts';
import { stepSchema } from '../../drawing/step.ts';
import type { Directory } from '../directory.ts';
import type { ProblemCode } from '../problem-codes.ts';
import { stageOf, stepOf } from './find.ts';

type Breakage = (drawing: Drawing, directory: Directory) => void;

const task = (drawing: Drawing, id: string) =>
  id === 'study' || id === 'price'
    ? stepOf(drawing, 'task', 'prepare', id)
    : stepOf(drawing, 'task', 'send', id);
const link = (drawing: Drawing, stage: string, value: object) =>
  stageOf(drawing, stage).links.push(linkSchema.parse({ id: 'extra', ...value }));
const exit = (drawing: Drawing, stage: string, value: object) =>
  stageOf(drawing, stage).exits.push(exitSchema.parse({ id: 'extra', mode: 'manual', ...value }));
const step = (drawing: Drawing, stage: string, value: object) =>
  stageOf(drawing, stage).steps.push(stepSchema.parse({ id: 'more', name: 'More', ...value }));
const mail = (drawing: Drawing) => stepOf(drawing, 'email', 'send', 'mail');
const branch = (drawing: Drawing) => stepOf(drawing, 'branch', 'prepare', 'fit');

/** For each code, what to break in the clean drawing so that exactly this problem appears. */
export const problemExamples: Record<ProblemCode, Breakage> = {
  'no-stage': (d) => (d.stages = []),
  'duplicate-id': (d) => d.outcomes.won.reasons.push({ id: 'price', label: 'Price again' }),
  'reserved-id': (d) => (stageOf(d, 'prepare').id = 'won'),
  'definition-too-large': (d) => {
    const steps = Array.from({ length: 900 }, (_, i) => ({
      ...structuredClone(task(d, 'call')),
      id: `call${i}`,
      when: `deal.place != "${'x'.repeat(400)}${i}"`,
    }));
    stageOf(d, 'send').steps.push(...steps);
  },
  'unknown-calendar': (d) => (d.calendar = 'mars'),
  'calendar-without-working-time': (d) => (d.calendar = 'closed'),
  'outcome-without-reasons': (d) => (d.outcomes.won.reasons = []),
  'stage-unreachable': (d) => {
    stageOf(d, 'prepare').exits[0]!.to = 'won';
    stageOf(d, 'send').steps = stageOf(d, 'send').steps.slice(0, 1);
    stageOf(d, 'send').links = [];
  },
  'no-outcome-reachable': (d) => {
    const end = {
      ...structuredClone(stageOf(d, 'send')),
      id: 'end',
      steps: [],
      links: [],
      exits: [],
    };
    d.stages.push(end);
    exit(d, 'send', { to: 'end' });
  },
  'no-way-forward': (d) => (stageOf(d, 'send').exits[0]!.when = 'deal.fits'),
  'unknown-target': (d) => exit(d, 'prepare', { to: 'nowhere' }),
  'exit-not-forward': (d) => exit(d, 'send', { to: 'prepare' }),
  'exit-without-event': (d) => exit(d, 'prepare', { to: 'send', mode: 'event' }),
  'exit-without-deadline': (d) => {
    exit(d, 'prepare', { to: 'lost', mode: 'event', event: 'deadline', reason: 'other' });
    const { deadline: _, ...others } = stageOf(d, 'prepare');
    d.stages[0] = others;
  },
  'exit-never-tried': (d) => exit(d, 'prepare', { to: 'send', mode: 'auto', when: 'deal.fits' }),
  'lost-no-reason': (d) => delete stepOf(d, 'leave', 'prepare', 'stop').reason,
  'unknown-reason': (d) => (stepOf(d, 'leave', 'prepare', 'stop').reason = 'moon'),
  'deadline-empty': (d) => (stageOf(d, 'prepare').deadline = {}),
  'deadline-without-policy': (d) => delete stageOf(d, 'prepare').policy,
  'deadline-not-date': (d) => (stageOf(d, 'send').deadline = { field: 'price' }),
  'deadline-may-be-empty': (d) => (stageOf(d, 'prepare').deadline = { field: 'offerOn' }),
  'duration-not-positive': (d) => (task(d, 'call').due = { n: 0, unit: 'bh' }),
  'unknown-policy': (d) => (task(d, 'call').policy = 'none'),
  'links-in-cycle': (d) => link(d, 'send', { from: 'call', to: 'reply' }),
  'unknown-step': (d) => link(d, 'send', { from: 'call', to: 'ghost' }),
  'unknown-port': (d) => link(d, 'send', { from: 'set', to: 'call', ports: ['done', 'maybe'] }),
  'link-from-leave': (d) => link(d, 'prepare', { from: 'stop', to: 'tell' }),
  'step-never-starts': (d) => (stageOf(d, 'send').links[2]!.when = 'false'),
  'mandatory-after-optional': (d) => link(d, 'send', { from: 'extra', to: 'call' }),
  'branch-without-default': (d) => {
    const { default: _, ...others } = branch(d);
    stageOf(d, 'prepare').steps[1] = others;
    stageOf(d, 'prepare').links = stageOf(d, 'prepare').links.filter(({ id }) => id !== 'l3');
  },
  'branch-without-cases': (d) =>
    step(d, 'send', { kind: 'branch', cases: [], default: { port: 'x', label: 'X' } }),
  'port-unlinked': (d) =>
    branch(d).cases.push({ port: 'never', label: 'never', when: 'deal.fits' }),
  'outcome-unlinked': (d) =>
    task(d, 'call').outcomes.push({ id: 'not', label: 'Not', passes: false }),
  'no-passing-outcome': (d) => (task(d, 'call').outcomes[0]!.passes = false),
  'wait-without-timeout': (d) => {
    stepOf(d, 'wait', 'send', 'reply').for = { kind: 'event', event: 'replied', accepts: 'start' };
  },
  'deal-needs-person': (d) => (stepOf(d, 'assign', 'prepare', 'take').what = 'deal'),
  'recipient-without-task': (d) =>
    (stepOf(d, 'notify', 'prepare', 'tell').to = [{ kind: 'assignee' }]),
  'task-without-playbook': (d) => (task(d, 'call').playbook = ' '),
  'unknown-department': (d) =>
    (task(d, 'call').assign = { kind: 'department', department: 'moon' }),
  'pool-empty': (_, directory) =>
    (directory.departments.find((one) => one.key === 'office')!.members = 0),
  'department-without-calendar': (_, directory) =>
    (directory.departments.find((one) => one.key === 'office')!.calendar = null),
  'department-without-lead': (_, directory) =>
    (directory.departments.find((one) => one.key === 'office')!.lead = null),
  'unknown-person': (d) => (task(d, 'extra').assign = { kind: 'person', person: 'zoe' }),
  'person-inactive': (d) => (task(d, 'extra').assign = { kind: 'person', person: 'jan' }),
  'unknown-field': (d) => task(d, 'call').shows.push('colour'),
  'field-not-settable': (d) => {
    d.fields.push({ id: 'scan', label: 'Scan', type: 'file', personal: false, intake: 'no' });
    stepOf(d, 'update', 'send', 'set').set.push({ field: 'scan', value: '"x"' });
  },
  'choice-without-options': (d) =>
    d.fields.push({ id: 'roof', label: 'Roof', type: 'choice', personal: false, intake: 'no' }),
  'condition-invalid': (d) => (mail(d).when = 'deal.place >'),
  'field-may-be-empty': (d) => (task(d, 'study').when = 'deal.size > 5.0'),
  'template-broken': (d) => (mail(d).body = 'Dear {{ contact.name }'),
  'unknown-variable': (d) => (mail(d).body = 'Dear {{ contact.nickname }}'),
  'variable-may-be-empty': (d) => (mail(d).body = 'Call {{ deal.phone }}'),
  'stage-without-verb': (d) => (stageOf(d, 'send').name = 'Offer'),
  'stage-without-deadline': (d) => {
    const { deadline: _, ...others } = stageOf(d, 'send');
    d.stages[1] = others;
  },
  'path-over-deadline': (d) => (stageOf(d, 'send').deadline = { after: { n: 2, unit: 'bd' } }),
  'name-long': (d) =>
    (task(d, 'call').name = 'Call the customer and ask whether the offer meets expectations'),
};
