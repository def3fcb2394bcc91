import { useStore } from 'zustand';
import { isEndTarget, type Drawing } from '#core/drawing/drawing.ts';
import { linkPortsOf } from '#core/drawing/ports.ts';
import { drawnFrame, drawnStep } from '#core/drawing/drawn-step.ts';
import { addExit } from '../commands/exits/exit-commands.ts';
import { connectSteps, isBackward, whyNotConnect } from '../commands/links/connect-steps.ts';
import { exitTargets } from '../properties/inputs/target-fields.tsx';
import { useDrawing, useEdit, useEditor, useEditorState } from '../state/editor-context.tsx';
import { editorKindOf } from '../step-kinds/editor-kinds.ts';
import { closeList } from '../state/focus-store.ts';
import { selectionName } from '../state/selection.ts';
import { PickList, type PickItem } from './pick-list.tsx';

const ANY = '*';

/** `on Rejected`, `back, on Rejected`: by which outcome, and whether the link leads back (E13). */
function hintOf(way: { id: string; label: string }, back: boolean): { hint?: string } {
  const by = back && way.id === ANY ? '' : way.label;
  const parts = [...(back ? ['back'] : []), ...(by === '' ? [] : [`on ${by}`])];
  return parts.length === 0 ? {} : { hint: parts.join(', ') };
}

/** Every step of the stage as a target, once for each port of the source; why not, where it cannot be. */
function stepTargets(drawing: Drawing, stage: string, from: string): PickItem[] {
  const source = drawnStep(drawing, stage, from);
  const ports = source ? linkPortsOf(source) : [];
  const ways =
    ports.length > 1 ? [{ id: ANY, label: 'any outcome' }, ...ports] : [{ id: ANY, label: '' }];
  const drawn = drawnFrame(drawing, stage);
  const targets = (drawn?.steps ?? []).filter((step) => step.id !== from);
  const linked = (to: string) =>
    drawn?.links.some((link) => link.from === from && link.to === to && link.ports.length === 0);
  const whyNot = (to: string) => {
    if (linked(to) === true) return 'already waits for it';
    return whyNotConnect(drawing, stage, from, to);
  };
  const items = targets.flatMap((step) => {
    const refused = whyNot(step.id);
    const back = isBackward(drawing, stage, from, step.id);
    const shown = refused === undefined ? ways : ways.slice(0, 1);
    return shown.map((way) => ({
      id: `${step.id} ${way.id}`,
      label: step.name,
      icon: editorKindOf(step).icon,
      refused,
      ...hintOf(way, back),
    }));
  });
  return items.toSorted(
    (a, b) => Number(a.refused !== undefined) - Number(b.refused !== undefined),
  );
}

/** The list behind `C`: what the selected step, or the selected stage, can be connected to. */
export function ConnectList() {
  const { focus } = useEditor();
  const drawing = useDrawing();
  const edit = useEdit();
  const selection = useEditorState((state) => state.selection);
  const at = useStore(focus, (state) => state.line?.at);
  if (selection.kind !== 'step' && selection.kind !== 'stage') return null;
  const { stage } = selection;
  const isStep = selection.kind === 'step';
  const items = isStep
    ? stepTargets(drawing, stage, selection.id)
    : exitTargets(drawing, stage).map(({ value, label }) => ({
        id: value,
        label,
        hint: isEndTarget(value) ? 'end' : 'stage',
      }));
  const pick = (id: string) =>
    edit((current) => {
      if (!isStep) return addExit(current, stage, id);
      const [to = '', port = ANY] = id.split(' ');
      return connectSteps(current, stage, selection.id, to, port === ANY ? undefined : port);
    });
  return (
    <PickList
      title={`Connect ${selectionName(drawing, selection)} to`}
      placeholder={isStep ? 'Name of a step in this stage' : 'Name of another stage'}
      items={items}
      at={at}
      empty={
        isStep ? 'No other step of this stage has that name.' : 'No other stage has that name.'
      }
      onPick={pick}
      onClose={() => closeList(focus)}
    />
  );
}
