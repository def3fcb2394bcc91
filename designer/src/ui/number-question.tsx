import { Button, Group, Text } from '@mantine/core';

interface NumberQuestionProps {
  /** What was written, and what it may mean, as words. */
  written: string;
  choices: { value: number; words: string }[];
  onChoose: (value: number) => void;
}

/** Asks which number was meant: nothing is taken before it is answered. */
export function NumberQuestion({ written, choices, onChoose }: NumberQuestionProps) {
  return (
    <Group gap="xs" mt={4} role="group" aria-label={`What is ${written}?`}>
      <Text size="xs">“{written}” can be read in two ways. Which is it?</Text>
      {choices.map(({ value, words }) => (
        <Button key={words} size="compact-xs" variant="default" onClick={() => onChoose(value)}>
          {words}
        </Button>
      ))}
    </Group>
  );
}
