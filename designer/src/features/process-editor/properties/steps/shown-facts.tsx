import { MultiSelect } from '@mantine/core';
import { useDrawing } from '../../state/editor-context.tsx';
import { Section } from '../section.tsx';
import { useStepEdit, type StepFormProps } from './use-step-edit.ts';

/** Fields of the deal that the person may see beside the form; nothing else of the deal. */
export function ShownFacts(props: StepFormProps<'task'>) {
  const { fields } = useDrawing();
  const { edit } = useStepEdit(props);
  return (
    <Section title="Facts" meta="shown beside the form" path="shows">
      <MultiSelect
        size="xs"
        aria-label="Facts shown beside the form"
        placeholder={props.step.shows.length === 0 ? 'Choose fields…' : ''}
        searchable
        data={fields.map(({ id, label }) => ({ value: id, label }))}
        value={props.step.shows}
        maxValues={60}
        onChange={(shows) => edit('shown facts', (task) => void (task.shows = shows))}
      />
    </Section>
  );
}
