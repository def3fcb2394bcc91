import styles from '../board.module.css';

const heads = [
  { id: 'arrow', className: styles.head },
  { id: 'arrow-selected', className: styles.headSelected },
  { id: 'arrow-back', className: styles.headBack },
];

/** The arrow head of a line, as `markerEnd` names it. */
export function arrowHead(selected: boolean, back: boolean): string {
  if (selected) return 'url(#arrow-selected)';
  return back ? 'url(#arrow-back)' : 'url(#arrow)';
}

/** The arrow heads that edges refer to. */
export function ArrowHeads() {
  return (
    <svg className={styles.defs} aria-hidden>
      <defs>
        {heads.map(({ id, className }) => (
          <marker
            key={id}
            id={id}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M1 1l6 3-6 3z" className={className} />
          </marker>
        ))}
      </defs>
    </svg>
  );
}
