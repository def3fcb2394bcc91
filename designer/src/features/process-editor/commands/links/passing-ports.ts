import { passPortOf } from '#core/definition/flow/stage-graph.ts';
import { portsOf } from '#core/drawing/ports.ts';
import type { Step } from '#core/drawing/step.ts';
import { rulesOf } from '../../step-kinds/rules-of-kinds.ts';

/** The port by which a step passes, where it can end in several ways; a step with one names none. */
export function passingPorts(source: Step): string[] {
  return portsOf(source).length < 2 ? [] : [passPortOf(source)];
}

/**
 * By which ports of a new step that stands between others these go on: by the passing one. Every case of
 * a branch leads on, as nothing else follows its cases yet.
 */
export function onwardPorts(between: Step): string[] {
  return rulesOf(between).ledOnBy === 'every port' ? [] : passingPorts(between);
}
