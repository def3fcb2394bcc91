import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { Value } from '#core/condition/condition.ts';
import { wakeAtOf } from '#core/run/clocks/due.ts';
import type { RunEvent } from '#core/run/contract/event.ts';
import {
  dealWorkflowId,
  stateQuery,
  type ActReply,
  type MachineEvent,
  type PersonEvent,
  type RunReport,
} from '#core/run/contract/run-contract.ts';
import type { Outcome } from '#api/runs/outcome.ts';
import { Deal, monday } from '#core/world/testing/drive.ts';
import { eventOf, type Act } from '#core/world/testing/random-acts.ts';
import { randomScenario, type Scenario } from '#core/world/testing/scenario.ts';
import { alarmAt } from '#worker/workflows/alarm-delay.ts';
import type { DealRef, World } from '../worker-world.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A message as it was sent, and what came of it. */
export interface Sent {
  event: RunEvent;
  /** Number of the run's last batch before. */
  seq: number;
  outcome: Outcome<ActReply | void>;
}

/** What a random deal did on the servers. */
export interface Played {
  scenario: Scenario;
  deal: DealRef;
  sent: Sent[];
  /** How the run stood at the end. */
  report: RunReport;
  /** Its instant then, epoch ms. */
  now: number;
}

const DAY = 86_400_000;
/** The server takes a while to move time on. */
const SOON = 5_000;
/** A signal that moves nothing may write nothing. */
const SETTLED_MS = 5_000;
/** On a busy machine the server may come to a timer only at its next look. */
const RUNG_MS = 60_000;
const machines: readonly string[] = [
  'mailResult',
  'external',
  'webhookResult',
  'workFailed',
  'processStarted',
  'processEnded',
  'pauseProcess',
  'resumeProcess',
  'recalculate',
] satisfies MachineEvent['kind'][];
/** What no api sends. */
const unsent: readonly string[] = ['start', 'tick', 'answers'];

/** The scenario of a seed, its dates as far from now as they are from its own Monday. */
export function scenarioOf(seed: number): Scenario {
  const [scenario] = fc.sample(randomScenario(), { numRuns: 1, seed });
  const weeks = Math.floor((Date.now() - monday) / (7 * DAY));
  const moved = JSON.stringify(scenario).replaceAll(/"(20\d\d-\d\d-\d\d)"/g, (_, date: string) => {
    const day = new Date(Date.parse(date) + weeks * 7 * DAY);
    return `"${day.toISOString().slice(0, 10)}"`;
  });
  return JSON.parse(moved) as Scenario;
}

/**
 * Plays a scenario as production would: by Updates and signals, each chosen from what the run says it
 * is, now and then three at once; time passes on the server.
 */
export async function playCase(
  world: World,
  scenario: Scenario,
  tell: (doing: string) => void = () => {},
): Promise<Played> {
  const { definition, begin, acts } = scenario;
  const { owned, ...given } = begin;
  const values = Object.entries(given).filter((entry) => entry[1] !== null);
  const fields = Object.fromEntries(values) as Record<string, Value>;
  const deal = await world.startDeal({ definition, fields, owner: owned ? 'olga' : null });
  const player = new Player(world, deal, new Deal(definition));
  tell(`starts ${deal.dealId}`);
  await player.settled(0);
  for (const [n, group] of groupsOf(acts).entries()) {
    tell(`waits for the acts of group ${n} of ${deal.dealId}: ${JSON.stringify(group)}`);
    if (!(await player.perform(group))) break;
  }
  const report = await player.look();
  if (report.state.status === 'open') await player.end();
  return { scenario, deal, sent: player.sent, report, now: player.now };
}

/** Every fifth act comes together with the two behind it; time passes alone. */
function groupsOf(acts: Act[]): Act[][] {
  const groups: Act[][] = [];
  for (const [at, act] of acts.entries()) {
    const last = groups.at(-1);
    const joins = at % 5 > 2 && last && !isTime(act) && !isTime(last[0]!);
    if (joins) last.push(act);
    else groups.push([act]);
  }
  return groups;
}

function isTime({ act }: Act): boolean {
  return act === 'pass' || act === 'toAlarm';
}

class Player {
  readonly sent: Sent[] = [];
  readonly #world: World;
  readonly #ref: DealRef;
  /** Only what acts are chosen from: the run's state, and its instant. */
  readonly #mirror: Deal;
  readonly #clock: VirtualClock;
  #count = 0;

  constructor(world: World, ref: DealRef, mirror: Deal) {
    this.#world = world;
    this.#ref = ref;
    this.#mirror = mirror;
    this.#clock = new VirtualClock(world, ref);
  }

  get now(): number {
    return this.#clock.now;
  }

  /** Lets acts happen at once; false when the run has ended. */
  async perform(acts: Act[]): Promise<boolean> {
    const { seq, state } = await this.look();
    if (state.status !== 'open') return false;
    this.#mirror.state = state;
    this.#mirror.now = this.now;
    const passing = this.#passing(acts[0]!);
    if (passing !== undefined) await this.#pass(passing);
    const events = acts.flatMap((act) => this.#eventOf(act) ?? []);
    const outcomes = await Promise.all(events.map((event) => this.#send(event)));
    events.forEach((event, k) => this.sent.push({ event, seq, outcome: outcomes[k]! }));
    if (events.some(({ kind }) => machines.includes(kind))) await this.settled(seq);
    return true;
  }

  look(): Promise<RunReport> {
    return this.#handle().query<RunReport>(stateQuery);
  }

  /** Waits until a batch after this one is written, and nothing is queued. */
  settled(seq: number): Promise<void> {
    return this.#until((report) => report.queued === 0 && report.seq > seq, SETTLED_MS);
  }

  async end(): Promise<void> {
    await this.#handle().terminate();
  }

  /**
   * Lets time pass. What is due has rung before time goes on, here and behind: the server skips on
   * over a timer that it has not come to yet.
   */
  async #pass(ms: number): Promise<void> {
    await this.#rung(SOON);
    await this.#clock.forward(ms);
    await this.#rung(0);
  }

  /** Waits until nothing is queued, and no alarm is due within so many ms. */
  #rung(within: number): Promise<void> {
    const input = { dealId: this.#ref.dealId, definition: this.#mirror.definition };
    const ready = ({ state, queued }: RunReport) => {
      const alarm = state.status === 'open' && alarmAt(input, state, wakeAtOf(state));
      return queued === 0 && (!alarm || alarm > this.now + within);
    };
    return this.#until(ready, RUNG_MS);
  }

  async #until(ready: (report: RunReport) => boolean, ms: number): Promise<void> {
    const end = Date.now() + ms;
    while (Date.now() < end && !ready(await this.look())) await pause(20);
  }

  #passing(act: Act): number | undefined {
    if (act.act === 'pass') return act.ms;
    if (act.act !== 'toAlarm') return undefined;
    const wakeAt = wakeAtOf(this.#mirror.state);
    return wakeAt === undefined ? 1 : Math.max(1, wakeAt - this.now);
  }

  #eventOf(act: Act): RunEvent | undefined {
    const chosen = isTime(act) ? undefined : eventOf(this.#mirror, act);
    if (!chosen || unsent.includes(chosen.kind)) return undefined;
    const id = `${this.#ref.dealId}:${(this.#count += 1)}`;
    const by = machines.includes(chosen.kind) ? {} : { by: 'anna' };
    return { id, ...by, ...chosen } as RunEvent;
  }

  async #send(event: RunEvent): Promise<Sent['outcome']> {
    const { runs } = this.#world;
    if (machines.includes(event.kind)) return runs.signal(this.#ref, event as MachineEvent);
    for (;;) {
      const outcome = await runs.act(this.#ref, event as PersonEvent);
      if (outcome.kind !== 'unknown') return outcome;
    }
  }

  #handle() {
    return this.#world.client.workflow.getHandle(dealWorkflowId(this.#ref.dealId, this.#ref.runNo));
  }
}
