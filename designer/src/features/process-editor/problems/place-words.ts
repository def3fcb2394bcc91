import type { Problem } from '#core/definition/problems/problem.ts';
import type { Drawing } from '#core/drawing/drawing.ts';
import { selectionOf } from '../state/problem-store.ts';
import { findLink, selectionName, stepName } from '../state/selection.ts';

const inputs: [RegExp, string][] = [
  [/^assign|^approvers|^to\.(department|person|role)/, 'Who'],
  [/^notBy/, 'Four eyes'],
  [/^voidOn/, 'Void'],
  [/^over/, 'For each'],
  [/^need|^rejects|^late/, 'How many'],
  [/^trigger|^start|^stop|^pause|^resume|^reset|^cancel/, 'When'],
  [/^target/, 'Due'],
  [/^repeat/, 'Repeat'],
  [/^carry/, 'Goes along'],
  [/^join/, 'Join'],
  [/^lock/, 'Lock'],
  [/^onlyWhile/, 'Only while'],
  [/^redo|^inputs/, 'Done again'],
  [/^rework|^max/, 'How often'],
  [/^continueIn|^process|^outcomes\.(won|lost)\.then/, 'Process'],
  [/^fields|^wait\.results/, 'Fields'],
  [/^wait/, 'Time-out'],
  [/^url/, 'Address'],
  [/^sends/, 'What is sent'],
  [/^rules/, 'Rules'],
  [/^tiers/, 'Tiers'],
  [/^dates/, 'Dates'],
  [/^from/, 'Where'],
  [/^when|^cases\.\d+\.when/, 'Condition'],
  [/^mandatory/, 'Mandatory'],
  [/^due/, 'Due'],
  [/^policy/, 'Escalation'],
  [/^form/, 'Form'],
  [/^shows/, 'Facts'],
  [/^outcomes\.\d/, 'Outcome'],
  [/^outcomes/, 'Reasons'],
  [/^playbook/, 'Playbook'],
  [/^subject/, 'Subject'],
  [/^body/, 'Text'],
  [/^for\.timeout/, 'Time-out'],
  [/^for/, 'Wait for'],
  [/^cases/, 'Cases'],
  [/^default/, 'Default'],
  [/^set/, 'Fields'],
  [/^deadline/, 'Deadline'],
  [/^entry/, 'To enter'],
  [/^criteria/, 'To leave'],
  [/^exits/, 'Exits'],
  [/^ports/, 'Outcomes'],
  [/^to\b/, 'Where to'],
  [/^reason/, 'Reason'],
  [/^event/, 'Event'],
  [/^levels/, 'Levels'],
  [/^name/, 'Name'],
  [/^calendar/, 'Calendar'],
  [/^steps|^links/, 'Steps'],
];

function inputWord(fieldPath: string): string {
  return inputs.find(([pattern]) => pattern.test(fieldPath))?.[1] ?? '';
}

/** Where a problem is: the element's name, and the input as the panel calls it. */
export function placeOf(drawing: Drawing, problem: Problem): { element: string; input: string } {
  const { elementKind, elementId, fieldPath } = problem;
  const input = inputWord(fieldPath);
  if (elementKind === 'field') {
    const label = drawing.fields.find((field) => field.id === elementId)?.label;
    return { element: `Field ${label ?? elementId}`, input };
  }
  if (elementKind === 'policy') {
    const name = drawing.policies.find((policy) => policy.id === elementId)?.name;
    return { element: name ?? elementId, input };
  }
  if (elementKind === 'clock') {
    const name = drawing.clocks?.find((clock) => clock.id === elementId)?.name;
    return { element: `Clock ${name ?? elementId}`, input };
  }
  const selection = selectionOf(problem);
  if (selection.kind === 'rail') {
    return { element: `Rail ${selectionName(drawing, selection)}`, input };
  }
  if (selection.kind === 'stage') {
    const index = drawing.stages.findIndex((stage) => stage.id === selection.stage);
    return { element: `${index + 1} ${selectionName(drawing, selection)}`, input };
  }
  if (selection.kind === 'exit') {
    const index = drawing.stages.findIndex((stage) => stage.id === selection.stage);
    const stage = drawing.stages[index]?.name ?? '';
    return { element: `${index + 1} ${stage}`, input: selectionName(drawing, selection) };
  }
  if (selection.kind === 'link') {
    const link = findLink(drawing, selection.stage, selection.id);
    return {
      element: link ? stepName(drawing, selection.stage, link.from) : elementId,
      input: link?.rework ? 'Rework' : 'Link',
    };
  }
  return { element: selectionName(drawing, selection), input };
}
