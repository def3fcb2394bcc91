import type { Drawing } from '../../drawing/drawing.ts';
import { placedStarts, type AutomaticStarts } from '../flow/automatic-starts.ts';
import type { Directory } from '../directory/directory.ts';
import type { Problem } from '../problems/problem.ts';
import { problem } from '../problems/report.ts';

/** Other processes by key, as their live versions start one another. */
type Others = ReadonlyMap<string, AutomaticStarts>;

/**
 * No circle of processes that start one another without a wait or a person in it (E28): each start of this
 * drawing that leads back to its own process is told. `key` is that process.
 */
export function* processCircles(
  drawing: Drawing,
  key: string,
  processes: Directory['processes'] = [],
): Iterable<Problem> {
  const others = new Map(processes.flatMap((one) => (one.starts ? [[one.key, one.starts]] : [])));
  const own = placedStarts(drawing);
  const all = new Map([...others, [key, own]]);
  const ending = endingByThemselves(all);
  for (const start of own.starts) {
    if (!isFree(start, ending)) continue;
    const way = wayBack(all, ending, start.process, key);
    if (!way) continue;
    const circle = [key, ...way].join(' → ');
    const message = `This starts deals that start one another without end (${circle}): no wait and no person is in that circle. Put one on the way, or start another process.`;
    yield problem('process-circle', start.place, message);
  }
}

/** Keys of the processes whose deals may come to their end without a person or a wait. */
function endingByThemselves(all: Others): ReadonlySet<string> {
  const ending = new Set<string>();
  for (let before = -1; before < ending.size;) {
    before = ending.size;
    for (const [key, { ends }] of all) if (ends?.every((one) => ending.has(one))) ending.add(key);
  }
  return ending;
}

function isFree({ after }: { after: string[] }, ending: ReadonlySet<string>): boolean {
  return after.every((one) => ending.has(one));
}

/** Keys of a way from one process to another by automatic starts, both ends included. */
function wayBack(
  all: Others,
  ending: ReadonlySet<string>,
  from: string,
  to: string,
): string[] | undefined {
  const ways = new Map([[from, [from]]]);
  for (const [at, way] of ways) {
    if (at === to) return way;
    for (const start of all.get(at)?.starts ?? []) {
      if (ways.has(start.process) || !isFree(start, ending)) continue;
      ways.set(start.process, [...way, start.process]);
    }
  }
  return undefined;
}
