import { drawnStage } from '#core/drawing/drawn-step.ts';
import { useMemo } from 'react';
import { layoutBoard, type BoardLayout } from '#core/layout/board.ts';
import type { Deal } from '../deal.ts';
import styles from './position-canvas.module.css';

const active = new Set(['open', 'running', 'waiting', 'incident']);
const past = new Set(['ended', 'skipped']);

type StageState = Deal['stages'][number]['state'];

/** The stage board in small: the same geometry, the deal's path and its tokens in the accent. */
export function PositionCanvas({ deal }: { deal: Deal }) {
  const { drawing, stage: current } = deal;
  const layout = useMemo(() => {
    const collapsed = drawing.stages.filter(({ id }) => id !== current).map(({ id }) => id);
    return layoutBoard(drawing, { collapsed });
  }, [drawing, current]);
  const stages = new Map(deal.stages.map((stage) => [stage.stage, stage]));
  return (
    <svg
      className={styles.canvas}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="img"
      aria-label={`The deal's position on the drawing of version ${deal.version}`}
    >
      {layout.columns.map((column, index) => (
        <Column
          key={column.stage}
          column={column}
          number={index + 1}
          state={stages.get(column.stage)?.state ?? 'later'}
          name={stages.get(column.stage)?.name ?? ''}
        />
      ))}
      <Steps deal={deal} layout={layout} />
      {layout.ends.map((end) => (
        <g key={end.id}>
          <rect
            className={deal.state === end.id ? styles.current : styles.column}
            x={end.x}
            y={end.y}
            width={end.width}
            height={end.height}
            rx={8}
          />
          <text className={styles.name} x={end.x + 12} y={end.y + 30}>
            {end.id === 'won' ? 'Won' : 'Lost'}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface ColumnProps {
  column: BoardLayout['columns'][number];
  number: number;
  state: StageState;
  name: string;
}

function Column({ column, number, state, name }: ColumnProps) {
  const look = state === 'current' ? styles.current : styles.column;
  return (
    <g className={state === 'done' ? styles.done : undefined}>
      <rect
        className={look}
        x={column.x}
        y={column.y}
        width={column.width}
        height={column.height}
        rx={8}
      />
      <circle
        className={state === 'later' || state === 'passed' ? styles.dot : styles.dotOn}
        cx={column.x + 20}
        cy={column.y + 24}
        r={14}
      />
      <text
        className={state === 'later' || state === 'passed' ? styles.number : styles.numberOn}
        x={column.x + 20}
        y={column.y + 29}
      >
        {number}
      </text>
      {!column.collapsed && (
        // A picture in the picture: what is longer than the stage is wide is cut.
        <svg x={column.x} y={column.y} width={column.width - 8} height={40}>
          <text className={styles.name} x={44} y={30}>
            {name}
          </text>
        </svg>
      )}
    </g>
  );
}

function Steps({ deal, layout }: { deal: Deal; layout: BoardLayout }) {
  const column = layout.columns.find(({ stage }) => stage === deal.stage);
  if (!column) return null;
  const status = (id: string) => deal.steps[id] ?? '';
  const links = drawnStage(deal.drawing, deal.stage)?.links ?? [];
  const walked = new Set(
    links
      .filter(({ from, to }) => past.has(status(from)) && status(to) !== 'pending')
      .map(({ id }) => id),
  );
  return (
    <g transform={`translate(${column.x} ${column.y})`}>
      {layout.links
        .filter(({ stage }) => stage === deal.stage)
        .map((link) => (
          <polyline
            key={link.id}
            className={walked.has(link.id) ? styles.walked : styles.link}
            points={link.points.map(({ x, y }) => `${x},${y}`).join(' ')}
          />
        ))}
      {layout.steps
        .filter(({ stage }) => stage === deal.stage)
        .map((step) => {
          const state = status(step.id);
          const look = active.has(state) ? styles.now : past.has(state) ? styles.past : styles.step;
          return (
            <g key={step.id}>
              <rect
                className={look}
                x={step.x}
                y={step.y}
                width={step.width}
                height={step.height}
                rx={6}
              />
              {active.has(state) && (
                <circle className={styles.token} cx={step.x + step.width} cy={step.y} r={9} />
              )}
            </g>
          );
        })}
    </g>
  );
}
