import { IconFlag, IconSitemap, IconX } from '@tabler/icons-react';
import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useEditorState } from '../../state/editor-context.tsx';
import { endName } from '../../state/selection.ts';
import styles from '../board.module.css';
import { ProblemMark } from './problem-mark.tsx';
import type { EndNode as EndNodeType } from '../projection/board-elements.ts';
import { useIsSelected, useProblemCount } from '../use-board-state.ts';

const words = {
  won: { asked: 'Reason is asked for', Icon: IconFlag },
  lost: { asked: 'Reason is asked for', Icon: IconX },
};

function EndNodeView({ id, data }: NodeProps<EndNodeType>) {
  const { reasons, then = [] } = useEditorState((state) => state.drawing.outcomes[data.end]);
  const name = useEditorState((state) => endName(state.drawing, data.end));
  const selected = useIsSelected(id);
  const count = useProblemCount(id);
  const { asked, Icon } = words[data.end];
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
      {then.length > 0 && (
        <p className={styles.follows} title={then.map((one) => one.process).join(', ')}>
          <IconSitemap size={14} stroke={1.5} aria-hidden />
          <span className="cut2">
            Starts {then.map((one) => one.process).join(', ')}
            {then.some((one) => one.when) ? ', if' : ''}
          </span>
        </p>
      )}
      <ProblemMark count={count} />
      <Handle type="target" position={Position.Left} className={styles.gateHandle ?? ''} />
    </section>
  );
}

export const EndNode = memo(EndNodeView);
