import { linkSchema } from '../../../drawing/link.ts';
import type { linksCodes } from '../../problems/codes/links.ts';
import { stageOf, stepOf } from '../find.ts';
import { task, link, step, branch, wayBack, type Breakage } from './example.ts';

export const linksExamples: Record<keyof typeof linksCodes, Breakage> = {
  'links-in-cycle': (d) => link(d, 'send', { from: 'call', to: 'reply' }),
  'unknown-step': (d) => link(d, 'send', { from: 'call', to: 'ghost' }),
  'unknown-port': (d) => link(d, 'send', { from: 'set', to: 'call', ports: ['done', 'maybe'] }),
  'link-from-leave': (d) => link(d, 'prepare', { from: 'stop', to: 'tell' }),
  'rework-not-back': (d) => (wayBack(d).to = 'calls'),
  'rework-without-port': (d) => {
    wayBack(d).ports = [];
  },
  'rework-in-rail': (d) =>
    d.rails![0]!.links.push(
      linkSchema.parse({
        id: 'l3',
        from: 'pause',
        to: 'write',
        ports: ['done'],
        rework: { max: 2 },
      }),
    ),
  'join-without-links': (d) => (stepOf(d, 'task', 'agree', 'discount').join = { mode: 'any' }),
  'join-unreachable': (d) =>
    (stepOf(d, 'task', 'agree', 'offered').join = { mode: 'count', count: 3 }),
  'join-may-fail': (d) => {
    link(d, 'agree', { from: 'report', to: 'sum', ports: ['delivered'] });
    step(d, 'agree', {
      id: 'sum',
      kind: 'notify',
      to: [{ kind: 'owner' }],
      message: 'Reported',
      join: { mode: 'any' },
    });
  },
  'step-never-starts': (d) => (stageOf(d, 'send').links[2]!.when = 'false'),
  'mandatory-after-optional': (d) => link(d, 'send', { from: 'extra', to: 'call' }),
  'port-unlinked': (d) =>
    branch(d).cases.push({ port: 'never', label: 'never', when: 'deal.fits' }),
  'outcome-unlinked': (d) =>
    task(d, 'call').outcomes.push({ id: 'not', label: 'Not', passes: false }),
  'rejection-unlinked': (d) => {
    const stage = stageOf(d, 'agree');
    stage.links = stage.links.filter(({ rework }) => !rework);
  },
};
