/** Three columns of a board. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="var(--accent)" aria-hidden>
      <rect x="1.5" y="3" width="4.6" height="14" rx="1.5" />
      <rect x="7.7" y="3" width="4.6" height="9.5" rx="1.5" opacity=".7" />
      <rect x="13.9" y="3" width="4.6" height="5.5" rx="1.5" opacity=".42" />
    </svg>
  );
}
