import { SegmentedControl } from '@mantine/core';
import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useEditor } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { DurationField } from '../../properties/inputs/duration-field.tsx';
import { MappingField } from '../../properties/inputs/mapping-field.tsx';
import { useOtherProcess, useProcesses } from '../../properties/inputs/use-processes.ts';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { PortsSection } from '../../properties/steps/ports-section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

const ways = [
  { value: 'linked', label: 'Go on at once' },
  { value: 'awaited', label: 'Wait for its end' },
];

/** Starts another process for the same contact: linked, or waited for, with fields both ways. */
export function ProcessForm(props: StepFormProps<'process'>) {
  const { step } = props;
  const { wait } = step;
  const { processKey } = useEditor();
  const { fields } = useDrawing();
  const { edit, type } = useStepEdit(props);
  const processes = useProcesses().filter(({ value }) => value !== processKey);
  const other = useOtherProcess(step.process);
  const own = fields.map(({ id, label }) => ({ value: id, label }));
  const choose = (way: string) =>
    edit('whether it is waited for', (target) => {
      const awaited = { timeout: { n: 30, unit: 'd' as const }, results: [] };
      putOptional(target, 'wait', way === 'linked' ? undefined : awaited);
    });
  return (
    <>
      <Section title="What is started">
        <ChoiceField
          label="Process"
          value={step.process === 'none' ? undefined : step.process}
          path="process"
          placeholder="Choose a process…"
          options={processes}
          onChange={(key) => edit('process', (target) => void (target.process = key))}
        />
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Then"
          data={ways}
          value={wait ? 'awaited' : 'linked'}
          onChange={choose}
        />
        {wait && (
          <DurationField
            label="Wait at most"
            value={wait.timeout}
            path="wait.timeout"
            onChange={(timeout) =>
              type('time-out', (target) => {
                if (target.wait) target.wait.timeout = timeout;
              })
            }
            onClear={() =>
              edit('time-out', (target) => {
                if (target.wait) putOptional(target.wait, 'timeout', undefined);
              })
            }
          />
        )}
        <p className={styles.help}>It belongs to the same contact; both deals show each other.</p>
      </Section>
      <Section title="Fields" path="fields">
        <MappingField
          label="Taken along"
          value={step.fields}
          path="fields"
          from={own}
          to={other.fields}
          onChange={(pairs) => edit('fields taken along', (target) => void (target.fields = pairs))}
        />
        {wait && (
          <MappingField
            label="Brought back"
            value={wait.results}
            path="wait.results"
            from={other.fields}
            to={own}
            onChange={(pairs) =>
              edit('fields brought back', (target) => {
                if (target.wait) target.wait.results = pairs;
              })
            }
          />
        )}
      </Section>
      <PortsSection {...props} />
      <ConditionsSection {...props} />
      <StepMore {...props} />
    </>
  );
}
