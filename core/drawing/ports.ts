import type { Step, StepOf } from './step.ts';

/** A way a step can end. */
export interface Port {
  id: string;
  label: string;
  /** Whether it is the port of a step that is stepped over (E1); the first that passes counts. */
  passes: boolean;
}

/** The ports by which a step can end; `each` of a repeated task is none of them (`linkPortsOf`). */
export function portsOf(step: Step): Port[] {
  switch (step.kind) {
    case 'task':
      return step.outcomes;
    case 'approval':
      return [port('approved', 'Approved', true), port('rejected', 'Rejected', false)];
    case 'each':
      return [port('done', 'Enough passed', true), port('short', 'Too few passed', false)];
    case 'email':
      return [port('sent', 'Sent', true), port('notSent', 'Not sent', false)];
    case 'wait':
      return waitPorts(step);
    case 'branch':
      return [
        ...step.cases.map((one) => port(one.port, one.label, false)),
        ...(step.default ? [port(step.default.port, step.default.label, true)] : []),
      ];
    case 'webhook':
      return [port('delivered', 'Delivered', true), port('failed', 'Failed', false)];
    case 'process':
      return processPorts(step);
    case 'update':
    case 'assign':
    case 'notify':
    case 'score':
      return [port('done', 'Done', true)];
    case 'leave':
      return [];
  }
}

/** Ports that a link may start at: those the step can end by, and `each` of a repeated task. */
export function linkPortsOf(step: Step): Port[] {
  if (step.kind !== 'task' || !step.repeat) return portsOf(step);
  return [...portsOf(step), port('each', 'After the first attempt', false)];
}

function waitPorts(step: StepOf<'wait'>): Port[] {
  if (step.for.kind === 'time') return [port('done', 'Time is up', true)];
  return [port('event', 'Event came', false), port('timeout', 'Time-out', true)];
}

function processPorts(step: StepOf<'process'>): Port[] {
  if (!step.wait) return [port('started', 'Started', true)];
  return [
    port('finished', 'Won or finished', true),
    port('lost', 'Lost', false),
    port('timeout', 'Time-out', false),
  ];
}

function port(id: string, label: string, passes: boolean): Port {
  return { id, label, passes };
}
