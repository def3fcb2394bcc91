import { Button } from '@mantine/core';
import { useEditor } from '../../state/editor-context.tsx';
import { askInput } from '../../state/focus-store.ts';
import { wholeProcess } from '../../state/selection.ts';
import { PolicyField } from '../inputs/policy-field.tsx';
import { Section } from '../layout/section.tsx';

interface PolicySectionProps {
  value: string | undefined;
  onChange: (policy: string | undefined) => void;
}

/** What happens when it gets late: one of the process's policies, with its levels. */
export function PolicySection({ value, onChange }: PolicySectionProps) {
  const { store, focus } = useEditor();
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
      <PolicyField value={value} path="policy" onChange={onChange} />
    </Section>
  );
}
