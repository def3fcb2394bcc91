import { Textarea } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useRef } from 'react';
import { readCondition, type Expected } from '../../condition/read-condition.ts';
import { useDrawing, useEditor, useProblemAt } from '../../state/editor-context.tsx';
import styles from '../panel.module.css';
import { InsertField } from './insert-field.tsx';

interface ConditionFieldProps {
  label: string;
  value: string | undefined;
  path: string;
  onChange: (text: string) => void;
  /** What it must give; a truth value when absent. */
  expected?: Expected;
  placeholder?: string;
  hideLabel?: boolean;
}

/** An expression over the fields of the deal: checked while it is typed, told as a sentence. */
export function ConditionField(props: ConditionFieldProps) {
  const { label, value = '', path, onChange, expected = 'boolean', hideLabel } = props;
  const { store } = useEditor();
  const drawing = useDrawing();
  const problem = useProblemAt(path);
  const input = useRef<HTMLTextAreaElement>(null);
  const read = value.trim() === '' ? {} : readCondition(value, drawing, expected);
  const insert = (text: string) => {
    const at = input.current?.selectionEnd ?? value.length;
    onChange(`${value.slice(0, at)}${text}${value.slice(at)}`);
    input.current?.focus();
  };
  return (
    <div className={styles.mono}>
      <Textarea
        ref={input}
        size="xs"
        autosize
        minRows={1}
        maxRows={8}
        {...(hideLabel === true ? { 'aria-label': label } : { label })}
        placeholder={props.placeholder ?? 'deal.netPrice > 5000000.0'}
        value={value}
        error={read.error ?? problem}
        maxLength={2000}
        spellCheck={false}
        data-path={path}
        rightSection={<InsertField onInsert={insert} />}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={() => store.getState().settle()}
      />
      {read.sentence !== undefined && read.error === undefined && (
        <p className={styles.sentence}>
          <IconArrowRight size={14} stroke={1.5} aria-hidden />
          <span>{read.sentence}</span>
        </p>
      )}
    </div>
  );
}
