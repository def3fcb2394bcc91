import type { Pattern } from './pattern.ts';

/** docs/patterns.md: one row a pattern, in the order of their numbers. */
export function patternTable(patterns: readonly Pattern[]): string {
  const rows = patterns
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, name, drawn, allowed, forbidden }) =>
      [String(number), name, drawn, traceText(allowed), traceText(forbidden)].join(' | '),
    );
  return [
    '# Workflow patterns',
    '',
    'The [workflow patterns](http://www.workflowpatterns.com/patterns/control/) that a stage can hold, how each is drawn, a trace that the engine allows, and one that shows what it refuses. Every row is a test (`core/run/patterns.test.ts`); `core/run/testing/patterns/play-trace.ts` explains the words of a trace. This page is written by `node --import tsx core/run/testing/patterns/write-table.ts`.',
    '',
    '| No | Pattern | Drawn as | Allowed | Refused |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}

function traceText(trace: string[]): string {
  return trace.map((line) => `\`${line}\``).join(' · ');
}
