import type { stepsCodes } from '../../problems/codes/steps.ts';
import { stageOf, stepOf } from '../find.ts';
import { newMail } from '../../../drawing/new-mail.ts';
import { mail, task, link, step, branch, approve, rate, report, type Breakage } from './example.ts';

export const stepsExamples: Record<keyof typeof stepsCodes, Breakage> = {
  'branch-without-default': (d) => {
    const { default: _, ...others } = branch(d);
    stageOf(d, 'prepare').steps[1] = others;
    stageOf(d, 'prepare').links = stageOf(d, 'prepare').links.filter(({ id }) => id !== 'l3');
  },
  'branch-without-cases': (d) =>
    step(d, 'send', { kind: 'branch', cases: [], default: { port: 'x', label: 'X' } }),
  'no-passing-outcome': (d) => (task(d, 'call').outcomes[0]!.passes = false),
  'each-need-too-large': (d) => (stepOf(d, 'each', 'agree', 'papers').need = 3),
  'approval-need-too-large': (d) => (approve(d).need = 3),
  'approval-limit-gap': (d) => approve(d).approvers.splice(1),
  'approval-undecidable': (d) => {
    Object.assign(stepOf(d, 'task', 'agree', 'discount'), { assign: { kind: 'owner' } });
    approve(d).approvers = [{ id: 'boss', to: { kind: 'owner' } }];
  },
  'step-not-before': (d) => (approve(d).notBy = ['calls']),
  'approval-voids-itself': (d) =>
    link(d, 'agree', { from: 'approve', to: 'next', ports: ['approved'] }),
  'approval-voided-behind': (d) => approve(d).voidOn!.push('installed'),
  'mail-not-written': (d) => (mail(d).body = newMail.body),
  'mail-may-not-go': (d) => (stageOf(d, 'send').links[1]!.ports = []),
  'starts-with-stage': (d, directory) => {
    directory.published = structuredClone(d);
    const { steps, links } = stageOf(directory.published, 'prepare');
    links.push({ id: 'before', from: steps.at(-1)!.id, to: steps[0]!.id, ports: [] });
  },
  'wait-without-timeout': (d) => {
    stepOf(d, 'wait', 'send', 'reply').for = { kind: 'event', event: 'replied', accepts: 'start' };
  },
  'deal-needs-person': (d) => (stepOf(d, 'assign', 'prepare', 'take').what = 'deal'),
  'recipient-without-task': (d) =>
    (stepOf(d, 'notify', 'prepare', 'tell').to = [{ kind: 'assignee' }]),
  'task-without-playbook': (d) => (task(d, 'call').playbook = ' '),
  'carried-with-successors': (d) => link(d, 'agree', { from: 'offered', to: 'next' }),
  'carry-not-later': (d) => (stepOf(d, 'task', 'agree', 'offered').carry = { until: 'send' }),
  'redo-without-inputs': (d) => (stepOf(d, 'task', 'agree', 'calls').redo = 'ifInputsChanged'),
  'only-while-instant': (d) =>
    (stepOf(d, 'notify', 'prepare', 'tell').onlyWhile = 'has(deal.fits)'),
  'lock-once': (d) => delete stepOf(d, 'each', 'agree', 'sheets').lock,
  'leave-holds-lock': (d) =>
    step(d, 'agree', { kind: 'leave', to: 'lost', reason: 'other', lock: 'papers' }),
  'score-without-rules': (d) => (rate(d).rules = []),
  'tiers-not-descending': (d) => (rate(d).tiers!.steps[0]!.least = -5),
  'webhook-url': (d) => (report(d).url = 'http://10.0.0.7/hook'),
  'webhook-local': (d) => (report(d).url = 'http://localhost:9000/hook'),
};
