import type { Condition, Value } from '../../condition/condition.ts';
import {
  engine,
  type ExitDefinition,
  type LinkDefinition,
  type PolicyLevel,
  type ProcessDefinition,
  type StageDefinition,
} from '../../definition/definition.ts';
import type { StepDefinition } from '../../definition/compiling/step-definition.ts';
import type { TimingDefinition } from '../../definition/compiling/timing-definition.ts';
import type { Assignee } from '../../drawing/people.ts';
import type { Duration } from '../../time/duration.ts';

/** Builders of compiled definitions for tests of the engine; conditions are written as trees. */

type StepOf<K extends StepDefinition['kind']> = Extract<StepDefinition, { kind: K }>;
type More<K extends StepDefinition['kind']> = Partial<Omit<StepOf<K>, 'id' | 'kind'>>;

export const owner: Assignee = { kind: 'owner' };
export const technical: Assignee = { kind: 'department', department: 'technical' };
export const minutes = (n: number): Duration => ({ n, unit: 'min' });

/** True when the field has this value; an incident when it is absent. */
export function is(field: string, value: Exclude<Value, string[]>): Condition {
  return {
    op: '==',
    args: [
      { op: 'field', args: [field] },
      { op: 'literal', args: [value] },
    ],
  };
}

export function has(field: string): Condition {
  return { op: 'has', args: [field] };
}

export function literal(value: Exclude<Value, string[]>): Condition {
  return { op: 'literal', args: [value] };
}

const simple = { mandatory: true, passPort: 'done', ports: ['done'] };

export function task(id: string, more: More<'task'> = {}): StepDefinition {
  const ports = more.ports ?? ['done'];
  const base = { mandatory: true, assign: technical, passPort: ports[0]! };
  return { id, kind: 'task', ...base, ports, ...more };
}

export function email(id: string, more: More<'email'> = {}): StepDefinition {
  const ports = ['sent', 'notSent'];
  return { id, kind: 'email', mandatory: true, passPort: 'sent', ports, ...more };
}

export function wait(id: string, duration: TimingDefinition, more: { mandatory?: boolean } = {}) {
  return { id, kind: 'wait', ...simple, duration, ...more } satisfies StepDefinition;
}

export function waitFor(
  id: string,
  event: string,
  timeout: Duration,
  accepts: 'stageEntry' | 'start' = 'stageEntry',
): StepDefinition {
  const ports = ['event', 'timeout'];
  const base = { mandatory: true, passPort: 'timeout', ports };
  return { id, kind: 'wait', ...base, event, accepts, timeout };
}

export function branch(id: string, cases: { port: string; when: Condition }[]): StepDefinition {
  const ports = [...cases.map((each) => each.port), 'otherwise'];
  return { id, kind: 'branch', mandatory: true, passPort: 'otherwise', ports, cases };
}

export function update(id: string, field: string, value: Condition): StepDefinition {
  return { id, kind: 'update', ...simple, set: [{ field, value }] };
}

export function assignDeal(id: string, to: Assignee): StepDefinition {
  return { id, kind: 'assign', ...simple, what: 'deal', to };
}

export function assignTask(id: string, step: string, to: Assignee): StepDefinition {
  return { id, kind: 'assign', ...simple, what: { step }, to };
}

export function notify(id: string): StepDefinition {
  return { id, kind: 'notify', ...simple, to: [{ kind: 'owner' }] };
}

export function leave(id: string, to: string, reason?: string): StepDefinition {
  const base = { mandatory: true, passPort: '', ports: [] };
  return { id, kind: 'leave', ...base, to, ...(reason === undefined ? {} : { reason }) };
}

/** Approved by one approver, `lena`, unless told otherwise. */
export function approval(id: string, more: More<'approval'> = {}): StepDefinition {
  const to = { kind: 'person', person: 'lena' } as const;
  const base = { mandatory: true, passPort: 'approved', ports: ['approved', 'rejected'] };
  const approvers = [{ id: 'a', to, count: 1 }];
  return { id, kind: 'approval', ...base, approvers, need: 'all', rejects: 'first', ...more };
}

/** For each value of the field `list`; an item passes by `yes` and fails by `no`. */
export function each(id: string, more: More<'each'> = {}): StepDefinition {
  const base = { mandatory: true, passPort: 'done', ports: ['done', 'short'], assign: technical };
  const over = { kind: 'list', field: 'list' } as const;
  const outcomes = ['yes', 'no'];
  return { id, kind: 'each', ...base, over, outcomes, passing: ['yes'], late: 'wait', ...more };
}

export function webhook(id: string, more: More<'webhook'> = {}): StepDefinition {
  const ports = ['delivered', 'failed'];
  return { id, kind: 'webhook', mandatory: true, passPort: 'delivered', ports, ...more };
}

/** Starts `other`; with a time-out it waits for its end. */
export function processStep(
  id: string,
  timeout?: Duration,
  more: More<'process'> = {},
): StepDefinition {
  const base = { mandatory: true, process: 'other', fields: [] };
  if (!timeout)
    return { id, kind: 'process', ...base, passPort: 'started', ports: ['started'], ...more };
  const ports = ['finished', 'lost', 'timeout'];
  const wait = { timeout, results: [] };
  return { id, kind: 'process', ...base, passPort: 'finished', ports, wait, ...more };
}

export function score(
  id: string,
  more: Pick<StepOf<'score'>, 'rules' | 'field' | 'tiers'>,
): StepDefinition {
  return { id, kind: 'score', ...simple, ...more };
}

/** `a>b` waits for any port of a, `a.yes>b` for one; the id is `a_b`. */
export function link(text: string, when?: Condition): LinkDefinition {
  const [source, to] = text.split('>') as [string, string];
  const [from, port] = source.split('.') as [string, string | undefined];
  const ports = port === undefined ? [] : [port];
  return { id: `${from}_${to}`, from, to, ports, ...(when ? { when } : {}) };
}

export function exit(
  id: string,
  mode: ExitDefinition['mode'],
  to: string,
  more: Partial<ExitDefinition> = {},
): ExitDefinition {
  return { id, mode, to, ...more };
}

type StageParts = Partial<Omit<StageDefinition, 'id' | 'links'>> & {
  links?: (string | LinkDefinition)[];
};

export function stage(id: string, parts: StageParts): StageDefinition {
  const links = (parts.links ?? []).map((l) => (typeof l === 'string' ? link(l) : l));
  return { id, entry: [], criteria: [], steps: [], exits: [], ...parts, links };
}

const levels: PolicyLevel[] = [
  { id: 'l1', offset: { percent: -25 }, to: [{ kind: 'assignee' }] },
  { id: 'l2', offset: { n: 0, unit: 'min' }, to: [{ kind: 'owner' }] },
  { id: 'l3', offset: { n: 4, unit: 'h' }, to: [{ kind: 'managers' }] },
];

/** A process with policy `standard`: a quarter before the due, at it, and four hours behind it. */
export function process(
  stages: StageDefinition[],
  watched: ProcessDefinition['watched'] = {},
): ProcessDefinition {
  return {
    engine,
    process: 'sample',
    checksum: '0'.repeat(64),
    calendar: 'always',
    watched,
    policies: { standard: levels },
    stages,
    reasons: { won: ['quality'], lost: ['price', 'timing'] },
  };
}

type Then = NonNullable<ProcessDefinition['then']>;

/** The same process with what follows its outcomes: after won when `t` is `a`, after lost always. */
export function followed(
  definition: ProcessDefinition,
  won: Then['won'] = [{ id: 'one', process: 'other', fields: [], when: is('t', 'a') }],
  lost: Then['lost'] = [{ id: 'two', process: 'other', fields: [] }],
): ProcessDefinition {
  // oxlint-disable-next-line unicorn/no-thenable -- what follows an outcome; nobody awaits a definition
  return { ...definition, then: { won, lost } };
}
