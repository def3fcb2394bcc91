import { useDrawing } from '../../state/editor-context.tsx';
import { Ladder } from '../policies/ladder.tsx';
import { ChoiceField } from './choice-field.tsx';

interface PolicyFieldProps {
  value: string | undefined;
  path: string;
  onChange: (policy: string | undefined) => void;
}

/** One of the process's escalation policies, with its levels. */
export function PolicyField({ value, path, onChange }: PolicyFieldProps) {
  const { policies } = useDrawing();
  const policy = policies.find((one) => one.id === value);
  return (
    <>
      <ChoiceField
        label="Escalation policy"
        value={value}
        path={path}
        none="Nobody is told"
        options={policies.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={onChange}
        onNone={() => onChange(undefined)}
      />
      {policy && <Ladder policy={policy} />}
    </>
  );
}
