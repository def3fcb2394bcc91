import { MultiSelect } from '@mantine/core';
import type { WorkStep } from '../../step-kinds/kind-rules.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { Section } from '../layout/section.tsx';
import { useStepEdit } from './use-step-edit.ts';

/** Fields of the deal that the person may see beside the form; nothing else of the deal. */
export function ShownFacts({ stage, step }: { stage: string; step: WorkStep }) {
  const { fields } = useDrawing();
  const { edit } = useStepEdit<WorkStep['kind']>({ stage, step });
  return (
    <Section title="Facts" meta="shown beside the form" path="shows">
      <MultiSelect
        size="xs"
        aria-label="Facts shown beside the form"
        placeholder={step.shows.length === 0 ? 'Choose fields…' : ''}
        searchable
        data={fields.map(({ id, label }) => ({ value: id, label }))}
        value={step.shows}
        maxValues={60}
        onChange={(shows) => edit('shown facts', (task) => void (task.shows = shows))}
      />
    </Section>
  );
}
