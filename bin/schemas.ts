import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { publishedSchemas } from './stagewright/json-schemas.ts';

// node --import tsx bin/schemas.ts: writes docs/schemas anew, after a change of what files may hold.
for (const { file, text } of publishedSchemas()) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
