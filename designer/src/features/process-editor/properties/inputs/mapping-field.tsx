import { IconArrowRight } from '@tabler/icons-react';
import { AddButton } from '../layout/add-button.tsx';
import { OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { ChoiceField, type Option } from './choice-field.tsx';

interface Pair {
  from: string;
  to: string;
}

interface MappingFieldProps {
  label: string;
  value: readonly Pair[];
  path: string;
  from: readonly Option[];
  to: readonly Option[];
  onChange: (pairs: Pair[]) => void;
}

/** Which field is copied into which, from one deal to the other. */
export function MappingField({ label, value, path, from, to, onChange }: MappingFieldProps) {
  const put = (index: number, next: Partial<Pair>) =>
    onChange(value.map((pair, at) => (at === index ? { ...pair, ...next } : pair)));
  const [first, second] = [from[0]?.value, to[0]?.value];
  const add = () => {
    if (first !== undefined && second !== undefined) {
      onChange([...value, { from: first, to: second }]);
    }
  };
  return (
    <div role="group" aria-label={label} data-path={path} className={styles.stack} tabIndex={-1}>
      <span className="mantine-InputWrapper-label">{label}</span>
      {value.map((pair, index) => (
        <div key={index} className={styles.cardHead}>
          <ChoiceField
            label={`${label}: from, ${index + 1}`}
            hideLabel
            value={pair.from}
            path={`${path}.${index}.from`}
            options={from}
            onChange={(next) => put(index, { from: next })}
          />
          <IconArrowRight size={14} stroke={1.5} aria-hidden />
          <ChoiceField
            label={`${label}: to, ${index + 1}`}
            hideLabel
            value={pair.to}
            path={`${path}.${index}.to`}
            options={to}
            onChange={(next) => put(index, { to: next })}
          />
          <OrderButtons
            name={`pair ${index + 1} of ${label}`}
            index={index}
            count={1}
            onDelete={() => onChange(value.filter((_pair, at) => at !== index))}
          />
        </div>
      ))}
      <AddButton
        disabled={first === undefined || second === undefined || value.length >= 60}
        onClick={add}
      >
        Add a field
      </AddButton>
    </div>
  );
}
