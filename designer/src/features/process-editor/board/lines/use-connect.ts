import type { Connection } from '@xyflow/react';
import type { Drawing } from '#core/drawing/drawing.ts';
import type { Command, Refusal } from '../../commands/command.ts';
import { connectSteps } from '../../commands/links/connect-steps.ts';
import { addExit } from '../../commands/exits/exit-commands.ts';
import { useEdit } from '../../state/editor-context.tsx';
import { exitTargets } from '../../properties/inputs/target-fields.tsx';

interface Place {
  kind: string;
  stage: string;
  id: string;
}

/** Reads a node's id: `step:prepare/price`, `stage:prepare`, `end:won`. */
export function placeOf(node: string): Place {
  const [, kind = '', rest = ''] = /^(\w+):(.*)$/.exec(node) ?? [];
  const [stage = '', id = ''] = rest.split('/');
  return { kind, stage, id };
}

/** What a line drawn by mouse means: a dependency between steps, or an exit of a stage. */
export function connect(drawing: Drawing, connection: Connection): Command | Refusal {
  const [from, to] = [placeOf(connection.source), placeOf(connection.target)];
  if (from.kind === 'step' && to.kind === 'step' && from.stage === to.stage) {
    return connectSteps(drawing, from.stage, from.id, to.id, connection.sourceHandle ?? undefined);
  }
  if (from.kind === 'step') {
    return {
      refused:
        'Links join steps of one stage. To go on to another stage, draw an exit from its header.',
    };
  }
  const target = to.stage;
  if (to.kind === 'step' || !exitTargets(drawing, from.stage).some((one) => one.value === target)) {
    return { refused: 'An exit leads to another stage, to Won or to Lost.' };
  }
  return addExit(drawing, from.stage, target);
}

export function useConnect(): (connection: Connection) => void {
  const edit = useEdit();
  return (connection) => void edit((drawing) => connect(drawing, connection));
}
