import type { Drawing } from '#core/drawing/drawing.ts';

export interface TemplateVariable {
  path: string;
  label: string;
  /** As it stands in a template: `{{ contact.name }}`. */
  text: string;
  /** What the preview shows for it. */
  sample: string;
}

const fixed: [path: string, label: string, sample: string][] = [
  ['contact.name', 'Contact: name', 'Barbara Kowalczyk'],
  ['contact.email', 'Contact: e-mail', 'barbara@example.com'],
  ['owner.name', 'Owner: name', 'Marek Nowicki'],
  ['owner.email', 'Owner: e-mail', 'marek@example.com'],
  ['deal.title', 'Deal: title', 'Photovoltaics, 9.8 kWp'],
];

function variable([path, label, sample]: [string, string, string]): TemplateVariable {
  return { path, label, sample, text: `{{ ${path} }}` };
}

/** Values that a mail may show: of the contact, the owner and the deal, files left out. */
export function templateVariables(drawing: Drawing): TemplateVariable[] {
  const fields = drawing.fields
    .filter((field) => field.type !== 'file')
    .map(({ id, label }) => [`deal.${id}`, `Deal: ${label}`, `[${label}]`] as [string, string, string]);
  return [...fixed, ...fields].map(variable);
}

/** The template with sample values in place of its variables; what is unknown stays as written. */
export function previewTemplate(template: string, drawing: Drawing): string {
  const samples = new Map(templateVariables(drawing).map((one) => [one.path, one.sample]));
  return template.replace(
    /\{\{\s*([\w.]+)[^}]*\}\}/g,
    (whole, path: string) => samples.get(path) ?? whole,
  );
}
