import type { Reply } from '../../contract/reply.ts';
import { Deal } from '../../../world/testing/drive.ts';
import type { Value } from '../../../condition/condition.ts';
import type { ProcessDefinition } from '../../../definition/definition.ts';

const underWay = new Set(['open', 'offered', 'waiting', 'running']);
const units = { min: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** The trace went another way than it says; `line` counts from 1. */
export class TraceBroken extends Error {
  constructor(line: number, text: string, why: string) {
    super(`Line ${line}, “${text}”: ${why}`);
    this.name = 'TraceBroken';
  }
}

/**
 * Plays a trace on a new deal, line by line. A line does something: `a` completes task a, `a:no` by
 * an outcome, `a/x` an item of it; `approve a`, `reject a`, `add a x`, `waive a`, `end a:port`,
 * `event e`, `pass 2 h`, `set f 1`, `go exit`, `hold 3 d`, `resume`. Or it claims something: `open a b`
 * (exactly these steps are under way), `refused <line>`, `in s1`, `won`, `lost`.
 * @throws TraceBroken
 */
export function playTrace(definition: ProcessDefinition, trace: string[]): Deal {
  const deal = new Deal(definition);
  trace.forEach((text, at) => {
    if (at === 0 && text.startsWith('start')) return startWith(deal, text);
    if (at === 0) deal.start();
    const why = text.startsWith('refused ')
      ? act(deal, text.slice('refused '.length)) === undefined && 'it was accepted'
      : perform(deal, text);
    if (why) throw new TraceBroken(at + 1, text, why);
  });
  return deal;
}

/** `start f=1 items=x,y` */
function startWith(deal: Deal, text: string): void {
  const values: Record<string, Value> = {};
  for (const pair of text.split(' ').slice(1)) {
    const [field, value] = pair.split('=') as [string, string];
    values[field] = field === 'items' ? value.split(',').filter(Boolean) : Number(value);
  }
  deal.send({ kind: 'start', owner: 'olga', values, isSet: {} });
}

/** What is wrong with the line; undefined when it went as it says. */
function perform(deal: Deal, text: string): string | undefined {
  const claim = check(deal, text);
  return claim === undefined ? act(deal, text) : claim || undefined;
}

/** '' when a claim holds, what is true instead when not, undefined when the line claims nothing. */
function check(deal: Deal, text: string): string | undefined {
  const [word, ...rest] = text.split(' ');
  const { status, stage } = deal.state;
  if (word === 'open') {
    const open = openSteps(deal);
    return open.join(' ') === rest.sort().join(' ') ? '' : `under way: ${open.join(' ') || '–'}`;
  }
  if (word === 'in') return stage === rest[0] && status === 'open' ? '' : `in ${stage} ${status}`;
  if (word === 'won' || word === 'lost') return status === word ? '' : `the deal is ${status}`;
  return undefined;
}

function openSteps({ state }: Deal): string[] {
  const parts = [state, ...Object.values(state.sides ?? {})];
  return parts
    .flatMap(({ steps }) => Object.keys(steps).filter((id) => underWay.has(steps[id]!.status)))
    .sort();
}

/** Why the act was refused; undefined when it was accepted. */
function act(deal: Deal, text: string): string | undefined {
  const reply = send(deal, text.split(' '));
  return reply.ok ? undefined : `refused as ${reply.code}: ${reply.message}`;
}

function send(deal: Deal, [word = '', a = '', b = '']: string[]): Reply {
  switch (word) {
    case 'approve':
    case 'reject':
      return decide(deal, a, word === 'approve' ? 'approved' : 'rejected');
    case 'add':
      return deal.send({ kind: 'addItem', each: deal.ref(a), item: b });
    case 'waive':
      return deal.send({ kind: 'waive', task: deal.ref(a), reason: 'why' });
    case 'end': {
      const [step = '', port = ''] = a.split(':');
      return deal.send({ kind: 'endWait', wait: deal.ref(step), port, reason: 'why' });
    }
    case 'event':
      return deal.send({ kind: 'external', name: a });
    case 'set':
      return deal.set({ [a]: Number(b) });
    case 'go':
      return deal.move(a, { reasons: ['other'] });
    case 'pass':
      deal.pass(Number(a) * units[b as keyof typeof units]);
      return { ok: true };
    case 'hold':
      return deal.send({
        kind: 'hold',
        until: deal.now + Number(a) * units[b as keyof typeof units],
        reason: 'why',
      });
    case 'resume':
      return deal.send({ kind: 'resume' });
    default:
      return completeTask(deal, word);
  }
}

function decide(deal: Deal, text: string, decision: 'approved' | 'rejected'): Reply {
  const [step = '', item = ''] = text.split('/');
  const approval = { ...deal.ref(step), item };
  return deal.send({ kind: 'decide', approval, decision, submission: null, by: `by-${item}` });
}

function completeTask(deal: Deal, text: string): Reply {
  const [path = '', outcome = 'done'] = text.split(':');
  const [step = '', item] = path.split('/');
  const ref = deal.ref(step);
  const attempt = deal.state.steps[step]?.attempt;
  const known = item ?? (attempt !== undefined && attempt > 1 ? String(attempt) : undefined);
  const task = known === undefined ? ref : { ...ref, item: known };
  return deal.send({ kind: 'complete', task, outcome, submission: null, values: {}, isSet: {} });
}
