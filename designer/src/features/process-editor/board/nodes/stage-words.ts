import type { Field } from '#core/drawing/field.ts';
import type { Stage } from '#core/drawing/stage.ts';
import { fieldLabel, timingText } from '../../step-kinds/card-parts.ts';

/** The deadline in few words: `10 bd or Offer date`; undefined without one. */
export function deadlineText({ deadline }: Stage, fields: readonly Field[]): string | undefined {
  if (!deadline) return undefined;
  const { after, field } = deadline;
  const nameOf = (id: string) => fieldLabel(fields, id);
  const parts = [
    after && timingText(after, nameOf),
    field === undefined ? undefined : nameOf(field).toLowerCase(),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' or ') || 'not set';
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z ]/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

/** The gate as one sentence. */
export function gateText({ criteria, exits }: Stage): string {
  if (exits.length === 0) return 'No way out is drawn yet';
  const labels = criteria.map((one) => lowerFirst(one.label)).join(', ');
  const byHand = exits.every((exit) => exit.mode === 'manual');
  if (labels !== '') return `Leaves when ${labels}`;
  return byHand ? 'A person moves the deal on' : 'Leaves when all mandatory steps are done';
}
