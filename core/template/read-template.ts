import { LiquidError } from 'liquidjs';
import { allowedFilters, allowedTags, listed } from './allowed.ts';
import { parseTemplate } from './engine.ts';
import { readBlocks } from './read-blocks.ts';
import { spotOf, type TemplateFault, type TemplateReading, type Walk } from './reading.ts';

/** Characters that the engine may work on for one text; its own bound of memory lies above. */
const LARGEST_COST = 5_000_000;
const LONGEST_VALUE = 500;

/**
 * What a Liquid template shows and asks for, and what keeps it from being a mail, read from the tree of
 * the engine that sends it. `longest` says how many characters a value can have.
 */
export function readTemplate(
  template: string,
  longest: (path: string) => number = () => LONGEST_VALUE,
): TemplateReading {
  const walk: Walk = { reads: [], faults: [], compared: [], locals: new Map(), cost: 0, longest };
  try {
    readBlocks(walk, parseTemplate(template), { known: new Set(), turns: 1, loops: [] });
  } catch (error) {
    return { reads: [], compared: [], faults: [parseFault(error)] };
  }
  const { reads, faults, compared, cost } = walk;
  if (cost > LARGEST_COST) {
    const what = `could grow to ${cost} characters; at most ${LARGEST_COST} fit. Show long values less often.`;
    faults.push({ line: 1, column: 1, what });
  }
  return { reads, faults, compared };
}

function parseFault(error: unknown): TemplateFault {
  if (!(error instanceof LiquidError)) throw error;
  return { ...spotOf(error.token), what: inWords(error) };
}

/** The library's sentence with the remedy; it has no codes. */
function inWords({ originalError, message, token }: LiquidError): string {
  const said = originalError?.message ?? message.replace(/, line:\d+, col:\d+[\s\S]*$/, '');
  const tag = /^tag "(.*)" not found$/.exec(said)?.[1];
  if (tag !== undefined) return unknownTag(tag);
  const filter = /^undefined filter: (.*)$/.exec(said)?.[1];
  if (filter !== undefined) {
    return `uses the filter “${filter}”, which mails do not know. Use ${listed(Object.keys(allowedFilters))}.`;
  }
  if (said.endsWith('not closed')) return notClosed(token.getText());
  return `is not valid: ${said}. Correct it.`;
}

function unknownTag(tag: string): string {
  if (/^(end\w+|else|elsif|when)$/.test(tag)) {
    return `has ${tag} without the tag that it belongs to. Remove it, or open that tag before.`;
  }
  const known = allowedTags.filter((name) => name !== '#');
  return `uses the tag “${tag}”, which mails do not know. Use ${listed(known)}.`;
}

function notClosed(text: string): string {
  const opened = text.slice(0, 40);
  if (!/^\{%.*%\}$/s.test(text))
    return `has a placeholder that is not closed: ${opened}. Close it.`;
  const tag = /\w+/.exec(text)?.[0] ?? '';
  return `has a block that is not closed: ${opened}. Close it with {% end${tag} %}.`;
}
