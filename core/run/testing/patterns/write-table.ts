import { writeFileSync } from 'node:fs';
import { patterns } from './all-patterns.ts';
import { patternTable } from './pattern-table.ts';

const file = new URL('../../../../docs/patterns.md', import.meta.url);
writeFileSync(file, patternTable(patterns));
