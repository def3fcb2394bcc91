import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';

interface OrderButtonsProps {
  /** What is moved or deleted, for screen readers. */
  name: string;
  index: number;
  count: number;
  onMove?: (by: -1 | 1) => void;
  onDelete?: (() => void) | undefined;
}

/** Up, down and delete of one entry of a list. */
export function OrderButtons({ name, index, count, onMove, onDelete }: OrderButtonsProps) {
  const shared = { size: 'xs', variant: 'subtle', color: 'gray' } as const;
  return (
    <>
      {onMove && count > 1 && (
        <>
          <ActionIcon
            {...shared}
            aria-label={`Move ${name} up`}
            disabled={index === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={14} stroke={1.5} />
          </ActionIcon>
          <ActionIcon
            {...shared}
            aria-label={`Move ${name} down`}
            disabled={index === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={14} stroke={1.5} />
          </ActionIcon>
        </>
      )}
      {onDelete && (
        <ActionIcon {...shared} aria-label={`Delete ${name}`} onClick={onDelete}>
          <IconTrash size={14} stroke={1.5} />
        </ActionIcon>
      )}
    </>
  );
}

/** Moves an entry of a list one place, in place. */
export function moveEntry(list: unknown[], index: number, by: -1 | 1): void {
  if (index + by < 0 || index + by >= list.length) return;
  const [entry] = list.splice(index, 1);
  list.splice(index + by, 0, entry);
}
