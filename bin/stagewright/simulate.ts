import { compile } from '#core/definition/compile.ts';
import { readFile } from '#core/file/read-file.ts';
import { checkScenario } from '#core/simulation/check-scenario.ts';
import { shownFact } from '#core/simulation/fact-pattern.ts';
import { scenarioSchema, type Scenario } from '#core/simulation/scenario.ts';
import { simulate } from '#core/simulation/simulate.ts';
import type { Command, Terminal } from './command.ts';
import { endText, findingText } from './finding-text.ts';
import { fileProblemText, toldProblemText } from './problem-text.ts';
import { readProcess, type ProcessRead } from './read-process.ts';
import { readText } from './read-text.ts';

export const simulateCommand: Command = {
  name: 'simulate',
  summary: 'Plays a scenario on one deal, with the engine that production runs.',
  argument: 'FILE',
  options: {
    scenario: {
      type: 'string',
      value: 'FILE',
      required: true,
      help: 'what happens, and what must',
    },
  },
  help: [
    'Prints what happened as lines of JSON. Exit code 1 when it is not what the scenario expects; the',
    'error output says where they differ. Nothing is started, sent or stored.',
    '',
    'Example: npx stagewright simulate prisma/samples/photovoltaics.json \\',
    '           --scenario prisma/samples/scenarios/photovoltaics.won.json',
  ].join('\n'),
  async run({ argument: file, options }, terminal) {
    const process = readDrawable(file, terminal);
    const scenarioFile = String(options['scenario']);
    const scenario = readScenario(scenarioFile, terminal);
    if (!process || !scenario) return 1;
    return play(process, scenario, scenarioFile, terminal);
  },
};

/** The process of a file, if it could be published. */
function readDrawable(file: string, terminal: Terminal): ProcessRead | undefined {
  const process = readProcess(file, terminal);
  const errors = process?.problems.filter(({ severity }) => severity === 'error') ?? [];
  for (const error of errors) terminal.note(toldProblemText(file, error));
  return errors.length === 0 ? process : undefined;
}

function readScenario(file: string, terminal: Terminal): Scenario | undefined {
  const read = readFile(readText(file), scenarioSchema);
  if (read.ok) return read.value;
  for (const problem of read.problems) terminal.note(fileProblemText(file, problem));
  return undefined;
}

function play(
  { drawing, key = 'PROCESS' }: ProcessRead,
  scenario: Scenario,
  file: string,
  terminal: Terminal,
): 0 | 1 {
  const mistakes = checkScenario(drawing, scenario);
  if (mistakes.length > 0) {
    for (const mistake of mistakes) terminal.note(findingText(file, mistake));
    return 1;
  }
  const simulation = simulate(compile(drawing, { process: key }), scenario);
  for (const fact of simulation.facts) terminal.out(JSON.stringify(shownFact(fact)));
  for (const finding of simulation.findings) terminal.note(findingText(file, finding));
  terminal.note(`${file}: ${endText(simulation)}`);
  return simulation.findings.length === 0 ? 0 : 1;
}
