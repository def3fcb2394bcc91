import fc from 'fast-check';
import { anyCondition, sampleScope } from './testing/any-condition.ts';
import { checkCondition } from './check.ts';
let t = Date.now();
for (let i = 0; i < 20; i++) {
  const s = fc.sample(anyCondition, { seed: i, numRuns: 1 })[0]!;
  const g = Date.now() - t;
  t = Date.now();
  console.log(i, g, s.text.length, s.text.slice(0, 150));
  const c = checkCondition(s.text, sampleScope, 'bool');
  console.log('  check', Date.now() - t, c.ok || c.message);
  t = Date.now();
}
