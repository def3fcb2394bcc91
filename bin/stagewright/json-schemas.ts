import { join } from 'node:path';
import { z } from 'zod';
import { processFileSchema } from '#core/drawing/process-file.ts';
import { scenarioSchema } from '#core/simulation/scenario.ts';
import { calendarFileSchema } from '#core/time/calendar-schema.ts';
import { repository } from '../repository.ts';

const files = {
  process: { title: 'A process of Stagewright', schema: processFileSchema },
  scenario: { title: 'A scenario for a process of Stagewright', schema: scenarioSchema },
  calendar: { title: 'A calendar of Stagewright', schema: calendarFileSchema },
};

export interface PublishedSchema {
  name: string;
  /** Where it is published. */
  file: string;
  text: string;
}

/**
 * The JSON Schemas of the files that people write, for their editors. What only our own reader checks
 * (names that must exist, order of times) is not in them.
 */
export function publishedSchemas(): PublishedSchema[] {
  return Object.entries(files).map(([name, { title, schema }]) => {
    const json = z.toJSONSchema(schema, { io: 'input', override: closeObject });
    const text = `${JSON.stringify({ title, ...json }, null, 2)}\n`;
    return { name, file: join(repository, 'docs', 'schemas', `${name}.json`), text };
  });
}

/** Our readers refuse what they do not know. */
function closeObject({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.properties && jsonSchema.additionalProperties === undefined)
    jsonSchema.additionalProperties = false;
}
