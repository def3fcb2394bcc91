import type { ProcessDefinition } from '../definition/definition.ts';
import { fieldChange } from '../definition/comparing/field-change.ts';
import type { Reply } from '../run/contract/reply.ts';
import type { RunState } from '../run/state/run-state.ts';
import type { World } from '../world/world.ts';
import { Drive } from '../world/drive.ts';
import { eventOfAct } from './event-of-act.ts';
import { expectFacts, expectFinal, expectNever } from './expectations.ts';
import type { TimedFact } from './fact-pattern.ts';
import type { Finding } from './finding.ts';
import { instantOfAct } from './instant-of-act.ts';
import { machineAnswer } from './machine-answers.ts';
import { pendingOf, type Pending } from './pending.ts';
import { pendingWords } from './pending-words.ts';
import type { Act, Scenario } from './scenario.ts';
import { scenarioWorld } from './scenario-world.ts';

export interface Simulation {
  facts: TimedFact[];
  /** The answer to each act that was played. */
  replies: Reply[];
  state: RunState;
  /** What the deal waits for in the end. */
  pending: Pending;
  /** Everything that is not as the scenario says; empty when all is. */
  findings: Finding[];
}

/**
 * Plays a scenario on one deal with the engine that production runs: between acts every alarm wakes
 * the run at its instant, at the instant of an act the act comes first (E20), and machines report at
 * once. The first act that cannot be played, or is refused though it should not, ends the play.
 * Forms, rights and required fields are the api's and not checked here.
 */
export function simulate(
  definition: ProcessDefinition,
  scenario: Scenario,
  world: World = scenarioWorld(scenario.world),
): Simulation {
  const play = new Play(definition, scenario, world);
  const isPlayed =
    play.start() && scenario.acts.every((act, index) => play.act(act, `acts[${index}]`, index));
  if (isPlayed) play.end();
  const { drive, replies, findings } = play;
  return {
    facts: play.facts(),
    replies,
    state: drive.state,
    pending: play.pending(),
    findings,
  };
}

class Play {
  readonly drive: Drive;
  readonly replies: Reply[] = [];
  readonly findings: Finding[] = [];
  private readonly scenario: Scenario;
  /** How many effects the machines have seen, and the facts of how many folds an expectation. */
  private seen = { effects: 0, folds: 0 };

  constructor(definition: ProcessDefinition, scenario: Scenario, world: World) {
    this.scenario = scenario;
    this.drive = new Drive(definition, world, Date.parse(scenario.start.at));
  }

  start(): boolean {
    const { owner, values } = this.scenario.start;
    const change = fieldChange(this.drive.definition.watched, values);
    const [reply] = this.drive.fold([{ id: 'start', kind: 'start', by: owner, owner, ...change }]);
    this.letMachinesReport();
    return reply?.ok === true || this.mistake('start', reply?.message ?? 'No reply.');
  }

  /** Lets one act happen; false when the scenario cannot go on. */
  act(act: Act, path: string, index: number): boolean {
    const { drive } = this;
    const instant = instantOfAct(drive, act.at);
    if (typeof instant !== 'number') return this.mistake(`${path}.at`, instant.message);
    drive.wakeBefore(instant, () => this.letMachinesReport());
    drive.now = instant;
    const event = eventOfAct(drive.definition, drive.state, act, index);
    if ('message' in event) return this.mistake(`${path}.step`, event.message);
    const { state, wakeAt } = drive;
    const reply = drive.fold([event])[0]!;
    this.replies.push(reply);
    this.letMachinesReport();
    const possible = () => pendingWords(pendingOf(drive.definition, state, wakeAt));
    if (!this.isAsExpected(act, reply, path, possible)) return false;
    if (act.expect) this.expect(`${path}.expect`, act.expect);
    return true;
  }

  end(): void {
    const { expect, never, final } = this.scenario;
    if (expect) this.expect('expect', expect);
    this.findings.push(
      ...expectNever(this.facts(), never),
      ...expectFinal(this.drive.state, final, pendingWords(this.pending())),
    );
  }

  /** What has happened, from a fold on. */
  facts(from = 0): TimedFact[] {
    const folds = this.drive.folds.slice(from);
    return folds.flatMap(({ now, facts }) => facts.map((fact) => ({ at: now, fact })));
  }

  pending(): Pending {
    const { definition, state, wakeAt } = this.drive;
    return pendingOf(definition, state, wakeAt);
  }

  private letMachinesReport(): void {
    for (; this.seen.effects < this.drive.effects.length; this.seen.effects += 1) {
      const event = machineAnswer(this.drive.effects[this.seen.effects]!, this.scenario);
      if (event) this.drive.fold([event]);
    }
  }

  private expect(path: string, expected: NonNullable<Scenario['expect']>): void {
    this.findings.push(...expectFacts(path, this.facts(this.seen.folds), expected));
    this.seen.folds = this.drive.folds.length;
  }

  /** @param possible what could have been done instead */
  private isAsExpected(act: Act, reply: Reply, path: string, possible: () => string[]): boolean {
    if (reply.ok) {
      if (act.refused !== undefined)
        this.difference(`${path}.refused`, `“${act.refused}” was expected, but it was accepted.`);
      return true;
    }
    const message = `It was refused as “${reply.code}”: ${reply.message}${unmetWords(reply)}`;
    if (act.refused === undefined) return this.mistake(path, message, possible());
    if (act.refused !== reply.code) this.difference(`${path}.refused`, message);
    return true;
  }

  private difference(path: string, message: string): void {
    this.findings.push({ kind: 'difference', path, message });
  }

  private mistake(path: string, message: string, possible = pendingWords(this.pending())): false {
    this.findings.push({ kind: 'mistake', path, message, possible });
    return false;
  }
}

function unmetWords(reply: Extract<Reply, { ok: false }>): string {
  if (!reply.unmet) return '';
  const words = reply.unmet.map((each) => {
    const about =
      each.kind === 'step' ? each.step : each.kind === 'criterion' ? each.criterion : '';
    return `${each.kind} ${about}`.trim();
  });
  return ` Unmet: ${words.join(', ')}.`;
}
