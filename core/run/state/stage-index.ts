import type {
  LinkDefinition,
  ProcessDefinition,
  RailDefinition,
  StageDefinition,
} from '../../definition/definition.ts';
import type {
  ApprovalDefinition,
  StepDefinition,
} from '../../definition/compiling/step-definition.ts';
import { onlyInto, resetBy } from './stage-paths.ts';

/** The steps and links of a stage or rail by id; links that name an unknown step are left out. */
export interface StageIndex {
  stage: StageDefinition;
  steps: Map<string, StepDefinition>;
  /** Place of each step in the definition: breaks ties between steps of the same instant. */
  place: Map<string, number>;
  incoming: Map<string, LinkDefinition[]>;
  outgoing: Map<string, LinkDefinition[]>;
  links: Map<string, LinkDefinition>;
  /** Rework links by the step they start at (E13); they are in none of the other maps. */
  reworks: Map<string, LinkDefinition[]>;
  /** What each rework link sets back, by its id (E13). */
  resets: Map<string, string[]>;
  /** What a join that cancels late arrivals stops, by the join's id (E5). */
  cancels: Map<string, string[]>;
  /** Steps by their lock. */
  locks: Map<string, string[]>;
  /** Names of the external events that a wait of the stage is for. */
  awaited: Set<string>;
  approvals: ApprovalDefinition[];
}

/** Definitions are immutable, so each is indexed once. */
const indexed = new WeakMap<ProcessDefinition, Map<string, StageIndex>>();

/** The index of a stage or rail, or undefined when the definition has none of that id. */
export function stageIndex(definition: ProcessDefinition, stage: string): StageIndex | undefined {
  let stages = indexed.get(definition);
  if (!stages) {
    const rails = (definition.rails ?? []).map(asStage);
    stages = new Map([...definition.stages, ...rails].map((each) => [each.id, index(each)]));
    indexed.set(definition, stages);
  }
  return stages.get(stage);
}

/** A rail has steps and links, and nothing that leads out. */
function asStage({ id, steps, links }: RailDefinition): StageDefinition {
  return { id, entry: [], criteria: [], steps, links, exits: [] };
}

function index(stage: StageDefinition): StageIndex {
  const steps = new Map(stage.steps.map((step) => [step.id, step]));
  const known = stage.links.filter((link) => steps.has(link.from) && steps.has(link.to));
  const links = known.filter((link) => link.rework === undefined);
  const reworks = known.filter((link) => link.rework !== undefined);
  const outgoing = group(links, (link) => link.from);
  const order = [...steps.keys()];
  const cancelling = stage.steps.filter(({ join }) => join?.late === 'cancel');
  return {
    stage,
    steps,
    place: new Map(stage.steps.map((step, at) => [step.id, at])),
    incoming: group(links, (link) => link.to),
    outgoing,
    links: new Map(links.map((link) => [link.id, link])),
    reworks: group(reworks, (link) => link.from),
    resets: new Map(reworks.map((link) => [link.id, resetBy(link, order, outgoing)])),
    cancels: new Map(cancelling.map(({ id }) => [id, onlyInto(id, order, outgoing)])),
    locks: locksOf(stage.steps),
    approvals: stage.steps.filter((step) => step.kind === 'approval'),
    awaited: new Set(
      stage.steps.flatMap((s) => (s.kind === 'wait' && 'event' in s ? [s.event] : [])),
    ),
  };
}

function locksOf(steps: StepDefinition[]): Map<string, string[]> {
  const locks = new Map<string, string[]>();
  for (const { id, lock } of steps) {
    if (lock !== undefined) locks.set(lock, [...(locks.get(lock) ?? []), id]);
  }
  return locks;
}

function group(
  links: LinkDefinition[],
  key: (link: LinkDefinition) => string,
): Map<string, LinkDefinition[]> {
  const groups = new Map<string, LinkDefinition[]>();
  for (const link of links) {
    const list = groups.get(key(link));
    if (list) list.push(link);
    else groups.set(key(link), [link]);
  }
  return groups;
}
