import type { stagesCodes } from '../../problems/codes/stages.ts';
import { stageOf, stepOf } from '../find.ts';
import { task, exit, step, type Breakage } from './example.ts';

export const stagesExamples: Record<keyof typeof stagesCodes, Breakage> = {
  'stage-unreachable': (d) => {
    stageOf(d, 'prepare').exits[0]!.to = 'agree';
    Object.assign(stageOf(d, 'agree').exits[1]!, { to: 'prepare', redo: ['study'] });
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
  'no-way-forward': (d) => (stageOf(d, 'prepare').exits[0]!.when = 'deal.fits'),
  'unknown-target': (d) => exit(d, 'prepare', { to: 'nowhere' }),
  'exit-to-own-stage': (d) => exit(d, 'agree', { to: 'agree' }),
  'leave-not-forward': (d) => step(d, 'agree', { kind: 'leave', to: 'send' }),
  'exit-without-event': (d) => exit(d, 'prepare', { to: 'send', mode: 'event' }),
  'exit-without-deadline': (d) => {
    exit(d, 'prepare', { to: 'lost', mode: 'event', event: 'deadline', reason: 'other' });
    const { deadline: _, ...others } = stageOf(d, 'prepare');
    d.stages[0] = others;
  },
  'exit-never-tried': (d) => exit(d, 'prepare', { to: 'send', mode: 'auto', when: 'deal.fits' }),
  'continue-incomplete': (d) => delete stageOf(d, 'agree').exits[2]!.continueIn,
  'automatic-loop': (d) => {
    const stage = stageOf(d, 'agree');
    stage.steps = stage.steps.filter(({ kind }) => kind === 'update');
    stage.links = [];
    d.clocks = [];
    stageOf(d, 'send').exits[0]!.mode = 'auto';
    stageOf(d, 'send').steps = stageOf(d, 'send').steps.slice(0, 1);
    stageOf(d, 'send').links = [];
    stage.exits[1] = { ...stage.exits[1]!, mode: 'auto', redo: ['set'], when: 'has(deal.nextOn)' };
    d.policies[1]!.levels[0]!.actions = [{ kind: 'markAtRisk' }];
  },
  'back-exit-without-max': (d) => delete stageOf(d, 'agree').exits[1]!.max,
  'lost-no-reason': (d) => delete stepOf(d, 'leave', 'prepare', 'stop').reason,
  'unknown-reason': (d) => (stepOf(d, 'leave', 'prepare', 'stop').reason = 'moon'),
  'unknown-stage': (d) => (d.rails![0]!.from = 'moon'),
  'rail-out-of-order': (d) => {
    d.rails![0]!.from = 'agree';
    d.rails![0]!.to = 'prepare';
  },
  'rail-without-steps': (d) => {
    d.rails![0]!.steps = [];
    d.rails![0]!.links = [];
  },
  'rail-never-starts': (d) => {
    d.rails![0]!.from = 'agree';
    d.rails![0]!.trigger = { on: 'start' };
  },
  'stage-without-verb': (d) => (stageOf(d, 'send').name = 'Offer'),
  'name-long': (d) =>
    (task(d, 'call').name = 'Call the customer and ask whether the offer meets expectations'),
};
