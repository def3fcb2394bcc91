import type { timesCodes } from '../../problems/codes/times.ts';
import { stageOf } from '../find.ts';
import { task, remind, type Breakage } from './example.ts';

export const timesExamples: Record<keyof typeof timesCodes, Breakage> = {
  'deadline-empty': (d) => (stageOf(d, 'prepare').deadline = {}),
  'deadline-without-policy': (d) => delete stageOf(d, 'prepare').policy,
  'deadline-not-date': (d) => (stageOf(d, 'send').deadline = { field: 'price' }),
  'deadline-may-be-empty': (d) => (stageOf(d, 'prepare').deadline = { field: 'offerOn' }),
  'timing-without-field': (d) => delete remind(d).field,
  'duration-not-positive': (d) => (task(d, 'call').due = { n: 0, unit: 'bh' }),
  'stage-without-deadline': (d) => {
    const { deadline: _, ...others } = stageOf(d, 'send');
    d.stages[1] = others;
  },
  'path-over-deadline': (d) => (stageOf(d, 'send').deadline = { after: { n: 2, unit: 'bd' } }),
  'unknown-policy': (d) => (task(d, 'call').policy = 'none'),
  'level-does-nothing': (d) =>
    d.policies[0]!.levels.push({ id: 'more', offset: { n: 2, unit: 'bd' }, to: [] }),
  'level-reaches-nobody': (d) => {
    task(d, 'extra').assign = { kind: 'role', role: 'ops' };
    Object.assign(task(d, 'extra'), { due: { n: 1, unit: 'bd' }, policy: 'default' });
  },
  'event-unheard': (d) => {
    d.policies[1]!.levels[0]!.actions = [{ kind: 'raise', event: 'snow' }];
  },
  'clock-triggers-equal': (d) => (d.clocks![0]!.stop = { on: 'start' }),
  'clock-never-resumes': (d) => delete d.clocks![0]!.resume,
};
