import { describe, expect, it } from 'vitest';
import { layoutBoard } from '#core/layout/board.ts';
import { editStep } from '../../commands/steps/edit-step.ts';
import { createEditorStore } from '../../state/editor-store.ts';
import { railDrawing } from '../../testing/rail-drawing.ts';
import { sampleDrawing } from '../../testing/sample-drawing.ts';
import { createProjection } from './project-board.ts';

function open(drawing = sampleDrawing()) {
  const store = createEditorStore({ drawing, tell: () => {}, now: () => 0 });
  const project = createProjection();
  const show = () => {
    const { drawing, collapsed } = store.getState();
    return project(drawing, layoutBoard(drawing, { collapsed }));
  };
  return { store, show };
}

describe('the projection of a drawing', () => {
  it('gives every node its size and handles, and parents before children', () => {
    const { nodes } = open().show();
    const seen = new Set<string>();
    for (const node of nodes) {
      expect(node.width).toBeGreaterThan(0);
      expect(node.height).toBeGreaterThan(0);
      expect(node.handles?.length).toBeGreaterThan(0);
      if (node.parentId !== undefined) expect(seen.has(node.parentId)).toBe(true);
      seen.add(node.id);
    }
  });

  it('joins only nodes that are there', () => {
    const { nodes, edges } = open().show();
    const ids = new Set(nodes.map((node) => node.id));
    for (const edge of edges)
      expect([ids.has(edge.source), ids.has(edge.target)]).toEqual([true, true]);
    expect(edges.map((edge) => edge.id)).toEqual([
      'link:prepare/l1',
      'link:prepare/l2',
      'link:send/l3',
      'exit-line:prepare/go',
      'exit-line:send/sold',
      'exit-line:send/gone',
    ]);
  });

  it('keeps the object of every node and edge that an edit does not touch', () => {
    const { store, show } = open();
    const before = show();
    store.getState().dispatch(
      editStep(store.getState().drawing, {
        stage: 'prepare',
        id: 'price',
        what: 'name',
        recipe: (step) => void (step.name = 'Price it'),
      }),
    );
    const after = show();
    const changed = after.nodes.filter((node) => !before.nodes.includes(node));
    expect(changed.map((node) => node.id)).toEqual(['stage:prepare', 'step:prepare/price']);
    expect(after.edges.filter((edge) => !before.edges.includes(edge))).toEqual([]);
  });

  it('keeps the object of a rail while steps of a stage change, and shows its own', () => {
    const { store, show } = open(railDrawing());
    const rail = () => show().nodes.find((node) => node.id === 'rail:quiet');
    const before = rail();
    const rename = (stage: string, id: string) =>
      store.getState().dispatch(
        editStep(store.getState().drawing, {
          stage,
          id,
          what: 'name',
          recipe: (step) => void (step.name = 'Something else'),
        }),
      );
    rename('prepare', 'price');
    expect(rail()).toBe(before);
    rename('quiet', 'contact');
    expect(rail()).not.toBe(before);
  });

  it('tells on a line back how often it may be taken', () => {
    const { edges } = open(railDrawing()).show();
    const again = edges.find((edge) => edge.id === 'exit-line:send/again');
    expect(again?.data).toMatchObject({ kind: 'back', text: 'Back, at most 3 times' });
  });

  it('keeps every object when nothing changed but the selection', () => {
    const { store, show } = open();
    const before = show();
    store.getState().select({ kind: 'stage', stage: 'send' });
    expect(show().nodes.every((node) => before.nodes.includes(node))).toBe(true);
  });

  it('shows a folded stage as a spine without its steps and links', () => {
    const { store, show } = open();
    store.getState().setCollapsed(['prepare'], true);
    const { nodes, edges } = show();
    expect(nodes.find((node) => node.id === 'stage:prepare')?.type).toBe('spine');
    expect(nodes.some((node) => node.id.startsWith('step:prepare/'))).toBe(false);
    expect(edges.some((edge) => edge.id.startsWith('link:prepare/'))).toBe(false);
  });
});
