import fc from 'fast-check';
import { it } from 'vitest';
import { play, randomScenario } from '../world/testing/scenario.ts';
it('stats', () => {
  const why: Record<string, number> = {};  const kinds: Record<string, number> = {}; let w=0, n=0; const len: number[]=[]; const st: number[]=[];
  fc.assert(fc.property(randomScenario(), (s) => {
    const d = play(s); len.push(s.acts.length);
    for (const x of s.definition.stages) {st.push(x.steps.length); for (const y of x.steps) { n++; if (y.when) w++; kinds[y.kind]=(kinds[y.kind]??0)+1; }}
    for (const f of d.factsOf('StepSteppedOver')) why[f.why] = (why[f.why] ?? 0) + 1;
  }), { seed: 1, numRuns: 3000 });
  const h=(a:number[])=>{const m: Record<number,number>={}; for(const x of a) m[x]=(m[x]??0)+1; return m;};
  console.log(why, kinds, n, w, h(st), h(len));
}, 100000);
