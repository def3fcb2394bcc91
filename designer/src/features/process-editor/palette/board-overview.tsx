import { ActionIcon } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { MiniMap, useReactFlow, useStore, type Node } from '@xyflow/react';
import { minimapColor } from '../board/minimap-color.ts';
import styles from './palette.module.css';

const quiet = { size: 'xs', variant: 'subtle', color: 'gray' } as const;

function zoomPercent(state: { transform: [number, number, number] }): number {
  return Math.round(state.transform[2] * 100);
}

function isStep(node: Node): boolean {
  return node.type === 'step';
}

/** The board as a whole, and how large it is shown; here nothing covers the board. */
export function BoardOverview() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const percent = useStore(zoomPercent);
  return (
    <div className={styles.overview}>
      <div className={styles.map}>
        <MiniMap
          ariaLabel="Mini-map"
          pannable
          zoomable
          nodeBorderRadius={2}
          nodeStrokeWidth={0}
          nodeColor={(node) => minimapColor(isStep(node) ? 'step' : 'column')}
          maskColor="transparent"
          maskStrokeColor="var(--accent)"
          maskStrokeWidth={2}
        />
      </div>
      <div className={styles.zoom}>
        <ActionIcon {...quiet} aria-label="Zoom out" onClick={() => void zoomOut()}>
          <IconMinus size={14} stroke={1.5} />
        </ActionIcon>
        <span aria-live="off">{percent} %</span>
        <ActionIcon {...quiet} aria-label="Zoom in" onClick={() => void zoomIn()}>
          <IconPlus size={14} stroke={1.5} />
        </ActionIcon>
        <ActionIcon
          {...quiet}
          aria-label="Fit the board"
          onClick={() => void fitView({ padding: 0.04, maxZoom: 1 })}
        >
          <IconMaximize size={14} stroke={1.5} />
        </ActionIcon>
      </div>
    </div>
  );
}
