import { Checkbox, Stack } from '@mantine/core';
import type { DealExit } from '../deal.ts';

interface RedoChoiceProps {
  redo: NonNullable<DealExit['redo']>;
  more: string[];
  onMore: (steps: string[]) => void;
}

/** Of a way back: what is done again; the process asks for some, more can be chosen (E12). */
export function RedoChoice({ redo, more, onMore }: RedoChoiceProps) {
  const listed = redo.filter((step) => step.listed).map(({ step }) => step);
  return (
    <Checkbox.Group
      label="What is done again"
      description="The rest keeps its results."
      value={[...listed, ...more]}
      onChange={(steps) => onMore(steps.filter((step) => !listed.includes(step)))}
    >
      <Stack gap="xs" mt="xs">
        {redo.map((step) => (
          <Checkbox
            key={step.step}
            value={step.step}
            label={step.name}
            disabled={step.listed}
            description={step.listed ? 'always, by the process' : undefined}
          />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
