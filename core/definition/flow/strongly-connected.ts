/**
 * Numbers the knots of a graph: two places have the same number when each can be reached from the other.
 * `ways` lists for each place where one can go from there. Tarjan's algorithm: each way is looked at once.
 */
export function knots(ways: readonly (readonly number[])[]): number[] {
  const found: number[] = ways.map(() => -1);
  const lowest: number[] = ways.map(() => -1);
  const knot: number[] = ways.map(() => -1);
  const open: number[] = [];
  let count = 0;
  let next = 0;
  const visit = (at: number): void => {
    found[at] = lowest[at] = next++;
    open.push(at);
    for (const to of ways[at]!) {
      if (found[to] === -1) visit(to);
      if (knot[to] === -1) lowest[at] = Math.min(lowest[at]!, lowest[to]!);
    }
    if (lowest[at] !== found[at]) return;
    for (const one of open.splice(open.indexOf(at))) knot[one] = count;
    count += 1;
  };
  for (const at of ways.keys()) if (found[at] === -1) visit(at);
  return knot;
}
