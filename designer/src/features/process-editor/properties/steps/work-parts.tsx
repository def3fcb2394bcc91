import type { ReactNode } from 'react';
import type { WorkStep } from '../../step-kinds/kind-rules.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useIsOnRail } from '../../state/editor-context.tsx';
import { TextField } from '../inputs/text-field.tsx';
import { TimingField } from '../inputs/timing-field.tsx';
import { PolicySection } from '../policies/policy-section.tsx';
import { Section } from '../layout/section.tsx';
import { useStepEdit } from './use-step-edit.ts';

interface WorkProps {
  stage: string;
  step: WorkStep;
}

/** By when the work is due and what happens if it is late. */
export function DueSections({ children, ...props }: WorkProps & { children?: ReactNode }) {
  const { step } = props;
  const { edit, type } = useStepEdit<WorkStep['kind']>(props);
  const isOnRail = useIsOnRail(props.stage);
  const fromReady = step.due?.from === undefined || step.due.from === 'ready';
  return (
    <>
      <Section title="When">
        <TimingField
          label={fromReady ? 'Due after it is ready' : 'Due'}
          value={step.due}
          path="due"
          placeholder="open"
          ready="it is ready"
          noStage={isOnRail}
          onChange={(due, typing) => (typing ? type : edit)('due', (work) => void (work.due = due))}
          onClear={() => edit('due', (work) => void delete work.due)}
        />
        {step.due !== undefined && children}
      </Section>
      {step.due !== undefined && (
        <PolicySection
          value={step.policy}
          onChange={(policy) => edit('policy', (work) => putOptional(work, 'policy', policy))}
        />
      )}
    </>
  );
}

/** How the work is done well. */
export function PlaybookSection(props: WorkProps) {
  const { step } = props;
  const { type } = useStepEdit<WorkStep['kind']>(props);
  return (
    <Section title="Playbook" meta={wordCount(step.playbook)}>
      <TextField
        label="How it is done well"
        value={step.playbook ?? ''}
        path="playbook"
        rows={3}
        maxLength={8000}
        placeholder="Questions to ask, what to look at, when to stop"
        onChange={(text) => type('playbook', (work) => putFilled(work, 'playbook', text))}
      />
    </Section>
  );
}

function wordCount(text: string | undefined): string | undefined {
  const words = (text ?? '').split(/\s+/).filter((word) => word !== '').length;
  return words === 0 ? undefined : `${words} ${words === 1 ? 'word' : 'words'}`;
}
