import {
  AssignTag,
  CaseTag,
  ForTag,
  IfTag,
  Output,
  UnlessTag,
  type Template,
  type Token,
  type Value,
} from 'liquidjs';
import { shared, union, type Facts } from './known-when.ts';
import { readAssign } from './read-assign.ts';
import { loopTurns } from './read-loop.ts';
import { readOperand } from './read-operand.ts';
import { readValue } from './read-value.ts';
import type { At, Walk } from './reading.ts';

type Names = ReadonlySet<string>;

/** Reads templates in their order, and says what is known behind them. */
export function readBlocks(walk: Walk, templates: readonly Template[], at: At): Names {
  let { known } = at;
  for (const template of templates) known = readBlock(walk, template, { ...at, known });
  return known;
}

/** Text, comments and what is raw name nothing. */
function readBlock(walk: Walk, template: Template, at: At): Names {
  const { token } = template;
  if (template instanceof Output) readValue(walk, template.value, at, token);
  else if (template instanceof IfTag || template instanceof UnlessTag) {
    return readChoice(walk, template, at);
  } else if (template instanceof CaseTag) readCase(walk, template, at);
  else if (template instanceof ForTag) readLoop(walk, template, at);
  else if (template instanceof AssignTag) return readAssign(walk, template, at);
  return at.known;
}

/** The first branch whose condition holds is taken; behind it is known what every way knows. */
function readChoice(walk: Walk, tag: IfTag | UnlessTag, at: At): Names {
  const ends: Names[] = [];
  let { known } = at;
  for (const [index, { value, templates }] of tag.branches.entries()) {
    const facts = condition(walk, value, { ...at, known }, tag.token);
    const { yes, no } = index === 0 && tag instanceof UnlessTag ? turned(facts) : facts;
    ends.push(readBlocks(walk, templates, { ...at, known: union(known, yes) }));
    known = union(known, no);
  }
  ends.push(readBlocks(walk, tag.elseTemplates ?? [], { ...at, known }));
  return shared(ends);
}

function condition(walk: Walk, value: Value, at: At, place: Token): Facts {
  return readValue(walk, value, at, place, true);
}

function turned({ yes, no }: Facts): Facts {
  return { yes: no, no: yes };
}

/** Every branch that fits is taken, so none of them is sure. */
function readCase(walk: Walk, { value, branches, elseTemplates, token }: CaseTag, at: At): void {
  const { path } = condition(walk, value, at, token);
  for (const { values, templates } of branches) {
    const solid = values.map((each) => readOperand(walk, each, at, true).solid === true);
    const isSet = path !== undefined && solid.every(Boolean);
    const known = isSet ? union(at.known, new Set([path])) : at.known;
    readBlocks(walk, templates, { ...at, known });
  }
  readBlocks(walk, elseTemplates, at);
}

function readLoop(walk: Walk, tag: ForTag, at: At): void {
  const turns = at.turns * Math.max(1, loopTurns(walk, tag, at));
  readBlocks(walk, tag.templates, { ...at, turns, loops: [...at.loops, tag.variable] });
  readBlocks(walk, tag.elseTemplates, at);
}
