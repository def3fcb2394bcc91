/** Who is told when nobody else is left, the first that there is. */
const lastRoles = ['manager', 'ops', 'admin', 'sales', 'member'] as const;

/**
 * Of all people who are active those who are told when a notice would reach nobody: the managers, else operations,
 * else the admins, else whoever is left. Empty only when nobody at all is active.
 */
export function lastResort<P extends { role: string }>(active: readonly P[]): P[] {
  const first = lastRoles.find((role) => active.some((person) => person.role === role));
  return active.filter((person) => person.role === first);
}

/** Who hears of work that nobody has: managers and admins, else the last resort. */
export function overseers<P extends { role: string }>(active: readonly P[]): P[] {
  const here = active.filter(({ role }) => role === 'manager' || role === 'admin');
  return here.length > 0 ? here : lastResort(active);
}
