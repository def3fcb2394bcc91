import { IconArrowUp } from '@tabler/icons-react';

/** That the priority of work was raised, and how often; nothing while it was not. */
export function PriorityMark({ raised }: { raised: number }) {
  if (raised === 0) return null;
  const text = raised === 1 ? 'Priority raised' : `Priority raised ${raised} times`;
  return (
    <span className="warn" title={text} role="img" aria-label={text}>
      <IconArrowUp size={14} aria-hidden />
      {raised > 1 ? raised : ''}
    </span>
  );
}
