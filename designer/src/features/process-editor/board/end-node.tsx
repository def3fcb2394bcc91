import { IconFlag, IconX } from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useEditorState } from '../state/editor-context.tsx';
import styles from './board.module.css';
import { ProblemMark } from './problem-mark.tsx';
import type { EndNode as EndNodeType } from './board-elements.ts';
import { useIsSelected, useProblemCount } from './use-board-state.ts';

const words = {
  won: { name: 'Won', asked: 'Win reason is asked for', Icon: IconFlag },
  lost: { name: 'Lost', asked: 'Reason is asked for', Icon: IconX },
};

function EndNodeView({ id, data }: NodeProps<EndNodeType>) {
  const { reasons } = useEditorState((state) => state.drawing.outcomes[data.end]);
  const selected = useIsSelected(id);
  const count = useProblemCount(id);
  const { name, asked, Icon } = words[data.end];
  return (
    <section
      id={`board-${id}`}
      className={styles.end}
      data-end={data.end}
      data-selected={selected}
      aria-label={name}
    >
      <span className={styles.endName}>
        <Icon size={16} stroke={1.5} aria-hidden />
        {name}
      </span>
      <p>{reasons.length === 0 ? 'No reasons yet' : asked}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason.id} className="cut" title={reason.label}>
              {reason.label}
            </li>
          ))}
        </ul>
      )}
      <ProblemMark count={count} />
      <Handle type="target" position={Position.Left} className={styles.gateHandle ?? ''} />
    </section>
  );
}

export const EndNode = memo(EndNodeView);
