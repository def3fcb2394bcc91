import type { ReactNode } from 'react';
import { AddButton } from '../layout/add-button.tsx';
import { moveEntry, OrderButtons } from '../layout/order-buttons.tsx';
import styles from '../panel.module.css';
import { ConditionField } from './condition-field.tsx';

interface CaseListProps<T extends { when: string }> {
  /** What a case is for, as the button says it: `Another person by condition`. */
  add: string;
  cases: readonly T[] | undefined;
  /** Path of the list in its element. */
  path: string;
  /** A new case. */
  fresh: () => T;
  /** Changes the list; an empty one is taken away. `typing` joins key strokes. */
  onChange: (cases: T[] | undefined, typing: boolean) => void;
  /** What the case gives, besides its condition. */
  children: (one: T, put: (next: T, typing?: boolean) => void, path: string) => ReactNode;
}

const MOST = 8;

/** Cases in order, of which the first that holds counts: each a condition and what it gives. */
export function CaseList<T extends { when: string }>(props: CaseListProps<T>) {
  const { add, path, fresh, onChange, children } = props;
  const cases = props.cases ?? [];
  const put = (index: number, next: T, typing = false) =>
    onChange(
      cases.map((one, at) => (at === index ? next : one)),
      typing,
    );
  const remove = (index: number) => {
    const left = cases.filter((_one, at) => at !== index);
    onChange(left.length === 0 ? undefined : left, false);
  };
  const move = (index: number, by: -1 | 1) => {
    const moved = [...cases];
    moveEntry(moved, index, by);
    onChange(moved, false);
  };
  return (
    <div className={styles.stack} data-path={path} tabIndex={-1}>
      {cases.map((one, index) => (
        <div key={index} className={styles.card}>
          <div className={styles.cardHead}>
            <span className={`${styles.grow} meta`}>Case {index + 1}</span>
            <OrderButtons
              name={`case ${index + 1}`}
              index={index}
              count={cases.length}
              onMove={(by) => move(index, by)}
              onDelete={() => remove(index)}
            />
          </div>
          <ConditionField
            label="If"
            value={one.when}
            path={`${path}.${index}.when`}
            onChange={(when) => put(index, { ...one, when }, true)}
          />
          {children(one, (next, typing) => put(index, next, typing), `${path}.${index}`)}
        </div>
      ))}
      {cases.length < MOST && (
        <AddButton onClick={() => onChange([...cases, fresh()], false)}>{add}</AddButton>
      )}
    </div>
  );
}
