import { Button, Group, Text } from '@mantine/core';
import styles from './understood.module.css';

interface QuestionProps<T> {
  /** What was written, and what it may mean, as words. */
  written: string;
  choices: { value: T; words: string }[];
  onChoose: (value: T) => void;
}

/** Asks what was meant: nothing is taken before it is answered. */
export function Question<T>({ written, choices, onChoose }: QuestionProps<T>) {
  const asked =
    choices.length === 1
      ? `Is this what “${written}” means?`
      : `“${written}” can be read in ${choices.length === 2 ? 'two' : choices.length} ways. Which is it?`;
  return (
    <Group gap="xs" className={styles.below} role="group" aria-label={`What is ${written}?`}>
      <Text size="xs" role="status">
        {asked}
      </Text>
      {choices.map(({ value, words }) => (
        <Button key={words} size="compact-xs" variant="default" onClick={() => onChoose(value)}>
          {words}
        </Button>
      ))}
    </Group>
  );
}
