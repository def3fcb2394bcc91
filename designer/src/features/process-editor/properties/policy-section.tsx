import { Button } from '@mantine/core';
import { useDrawing, useEditor } from '../state/editor-context.tsx';
import { askInput } from '../state/focus-store.ts';
import { wholeProcess } from '../state/selection.ts';
import { ChoiceField } from './inputs/choice-field.tsx';
import { Ladder } from './ladder.tsx';
import { Section } from './section.tsx';

interface PolicySectionProps {
  value: string | undefined;
  onChange: (policy: string | undefined) => void;
}

/** What happens when it gets late: one of the process's policies, with its levels. */
export function PolicySection({ value, onChange }: PolicySectionProps) {
  const { policies } = useDrawing();
  const { store, focus } = useEditor();
  const policy = policies.find((one) => one.id === value);
  const goToPolicies = () => {
    store.getState().select(wholeProcess, 'open');
    askInput(focus, 'policies');
  };
  return (
    <Section
      title="What if late"
      action={
        <Button size="compact-xs" variant="subtle" onClick={goToPolicies}>
          Edit policies
        </Button>
      }
    >
      <ChoiceField
        label="Escalation policy"
        value={value}
        path="policy"
        none="Nobody is told"
        options={policies.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChange}
        onNone={() => onChange(undefined)}
      />
      {policy && <Ladder policy={policy} />}
    </Section>
  );
}
