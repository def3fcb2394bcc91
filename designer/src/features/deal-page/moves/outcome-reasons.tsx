import { MultiSelect } from '@mantine/core';

interface OutcomeReasonsProps {
  outcome: 'won' | 'lost';
  reasons: { id: string; label: string }[];
  value: string[];
  onChange: (reasons: string[]) => void;
}

/** Why a deal was won or lost, from the list that the process draws. */
export function OutcomeReasons({ outcome, reasons, value, onChange }: OutcomeReasonsProps) {
  return (
    <MultiSelect
      label={outcome === 'lost' ? 'Why was it lost' : 'Why was it won'}
      description="Reports depend on it."
      required
      data={reasons.map(({ id, label }) => ({ value: id, label }))}
      value={value}
      onChange={onChange}
    />
  );
}
