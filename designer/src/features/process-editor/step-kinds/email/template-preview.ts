import type { Drawing } from '#core/drawing/drawing.ts';
import { renderTemplate } from '#core/template/engine.ts';
import { templateVariables as known } from '#core/template/variables.ts';

export interface TemplateVariable {
  path: string;
  label: string;
  /** As it stands in a template: `{{ contact.name }}`. */
  text: string;
  /** What the preview shows for it. */
  sample: string;
}

const samples: Record<string, [label: string, sample: string]> = {
  'contact.name': ['Contact: name', 'Barbara Kowalczyk'],
  'contact.firstName': ['Contact: first name', 'Barbara'],
  'contact.email': ['Contact: e-mail', 'barbara@example.com'],
  'owner.name': ['Owner: name', 'Marek Nowicki'],
};

function fixedVariable([path, surety]: [string, 'sure' | 'maybe']): TemplateVariable {
  const [label, sample] = samples[path] ?? [path, `[${path}]`];
  const fallback = surety === 'maybe' ? ' | default: "there"' : '';
  return { path, label, sample, text: `{{ ${path}${fallback} }}` };
}

/** Values that a mail may show: of the contact, the owner and the deal, files left out. */
export function templateVariables(drawing: Drawing): TemplateVariable[] {
  const fields = drawing.fields
    .filter((field) => field.type !== 'file')
    .map(({ id, label }) => ({
      path: `deal.${id}`,
      label: `Deal: ${label}`,
      sample: `[${label}]`,
      text: `{{ deal.${id} }}`,
    }));
  return [...Object.entries(known).map(fixedVariable), ...fields];
}

/** The mail as the engine makes it of sample values; a text that cannot be sent stays as written. */
export function previewTemplate(template: string, drawing: Drawing): string {
  const groups: Record<string, Record<string, string>> = { deal: {}, contact: {}, owner: {} };
  for (const { path, sample } of templateVariables(drawing)) {
    const [group, key] = path.split('.') as [string, string];
    groups[group]![key] = sample;
  }
  const rendered = renderTemplate(template, groups);
  return rendered.ok ? rendered.text : template;
}
