import type { processCodes } from '../../problems/codes/process.ts';
import { stepSchema } from '../../../drawing/step.ts';
import { stageOf } from '../find.ts';
import { task, install, type Breakage } from './example.ts';

export const processExamples: Record<keyof typeof processCodes, Breakage> = {
  'no-stage': (d) => {
    d.stages = [];
    d.rails = [];
    d.clocks = [];
    d.policies.pop();
  },
  'duplicate-id': (d) => d.outcomes.won.reasons.push({ id: 'price', label: 'Price again' }),
  'reserved-id': (d) => (d.rails![0]!.id = 'continue'),
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
  'unknown-process': (d) => (install(d).process = 'MOON'),
  'unknown-currency': (d) => (d.currency = 'US$'),
  'process-not-live': (d) => {
    install(d).process = 'NEW-01';
    install(d).fields = [];
    install(d).wait!.results = [];
  },
  'process-circle': (d, directory) => {
    directory.process = 'IN-01';
    const back = { starts: [{ process: 'IN-01', after: [] }], ends: [] };
    directory.processes!.find(({ key }) => key === 'POST-01')!.starts = back;
    stageOf(d, d.stages[0]!.id).steps.push(
      stepSchema.parse({ id: 'again', kind: 'process', name: 'Again', process: 'POST-01' }),
    );
  },
  // A list that the check cannot read stands for whatever could make one fail.
  'check-failed': (_, directory) => (directory.calendars = undefined as never),
  'mapping-mismatch': (d) => (install(d).fields[0]!.from = 'size'),
};
