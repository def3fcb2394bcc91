import { compile } from '#core/definition/compile.ts';
import { sampleDirectory } from '#core/definition/testing/sample-directory.ts';
import { asks, tinyDrawing } from '#core/definition/testing/tiny-drawing.ts';
import { validate } from '#core/definition/validate.ts';
import { drawingSchema, type Drawing } from '#core/drawing/drawing.ts';
import { quantiles } from './quantiles.ts';

// node --import tsx test/bench/validate.ts: how long it takes to validate a drawing and to compile it, from its
// text anew each time, so that no condition is known from the run before. Prints quantiles and how the time grows.
const RUNS = 20;
const STAGES = 10;

/** Stages of tasks in a chain; every fifth step is read by a condition of its own. */
function chain(steps: number): Drawing {
  const each = steps / STAGES;
  const stage = () => ({
    steps: Object.fromEntries(
      Array.from({ length: each }, (_, i) => [
        `t${i}`,
        { ...asks('a'), ...(i % 5 === 4 && { when: `deal.a > ${i} && has(deal.b)` }) },
      ]),
    ),
    links: Array.from({ length: each - 1 }, (_, i) => `t${i}>t${i + 1}`),
  });
  return tinyDrawing(...Array.from({ length: STAGES }, stage));
}

/** Diamonds in a row: 2ⁿ paths through 3n steps. */
function diamonds(n: number): Drawing {
  const ids = Array.from({ length: n }, (_, i) => i);
  const links = ids.flatMap((i) => [
    `a${i}>b${i}`,
    `a${i}>c${i}`,
    `b${i}>a${i + 1}`,
    `c${i}>a${i + 1}`,
  ]);
  const steps = ids.flatMap((i) => ['a', 'b', 'c'].map((side) => [`${side}${i}`, asks('a')]));
  return tinyDrawing({
    steps: Object.fromEntries(steps),
    links: links.filter((link) => !link.endsWith(`>a${n}`)),
  });
}

/** Rounds of an approval that eight fields void and the task behind it, which may change one of them. */
function approvals(steps: number): Drawing {
  const each = steps / STAGES / 2;
  const approval = {
    kind: 'approval',
    approvers: [{ id: 'boss', to: { kind: 'role', role: 'manager' } }],
    voidOn: [...'abcdefgh'],
  };
  const ids = Array.from({ length: each }, (_, i) => i);
  const stage = () => ({
    steps: Object.fromEntries(
      ids.flatMap((i) => [
        [`ok${i}`, approval],
        [`t${i}`, asks('abcdefgh'[i % 8]!)],
      ]),
    ),
    links: ids.flatMap((i) => [`ok${i}>t${i}`, ...(i > 0 ? [`t${i - 1}>ok${i}`] : [])]),
  });
  return tinyDrawing(...Array.from({ length: STAGES }, stage));
}

/** Median CPU time of one publication in milliseconds; what else the machine does changes it little. */
function measure(name: string, drawing: Drawing): number {
  const text = JSON.stringify(drawing);
  const walls: number[] = [];
  const busy = Array.from({ length: RUNS }, () => {
    const fresh = drawingSchema.parse(JSON.parse(text));
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    publish(fresh);
    walls.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    return (user + system) / 1000;
  });
  console.log(`${name}: CPU ${quantiles(busy)}; elapsed ${quantiles(walls)}`);
  return busy.sort((a, b) => a - b)[RUNS / 2]!;
}

function publish(drawing: Drawing): void {
  const errors = validate(drawing, sampleDirectory()).filter((p) => p.severity === 'error');
  if (errors.length > 0) throw new Error(errors[0]!.message);
  compile(drawing, { process: 'BENCH' });
}

measure('warm-up', chain(500));
const [half, whole] = [measure('1,000 steps', chain(1000)), measure('2,000 steps', chain(2000))];
measure('1,000 steps, half of them approvals', approvals(1000));
measure('200 diamonds, 2^200 paths', diamonds(200));
console.log(`2,000 steps take ${(whole / half).toFixed(2)} times as long as 1,000`);
