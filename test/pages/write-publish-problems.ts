import { writeFileSync } from 'node:fs';
import { problemPage } from '#core/definition/testing/problem-page.ts';

// node --import tsx test/pages/write-publish-problems.ts: writes the page of publish problems anew.
writeFileSync(new URL('../../docs/publish-problems.md', import.meta.url), problemPage());
console.log('docs/publish-problems.md is written');
