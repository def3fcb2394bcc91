import { Question } from './question.tsx';
import type { Meaning, Reader } from './reader.ts';
import styles from './understood.module.css';

interface UnderstoodProps<T> {
  reader: Reader<T>;
  text: string;
  meaning: Meaning<T>;
  onChoose: (value: T) => void;
}

/** Below a field: what was understood where it was written otherwise, or the question what was meant. */
export function Understood<T>({ reader, text, meaning, onChoose }: UnderstoodProps<T>) {
  if (meaning.kind === 'ask') {
    const choices = meaning.choices.map((value) => ({ value, words: reader.words(value) }));
    return <Question written={text} choices={choices} onChoose={onChoose} />;
  }
  if (meaning.kind !== 'taken' || reader.write(meaning.value) === text) return null;
  return (
    <p className={`${styles.below} ${styles.understood}`} role="status">
      Understood as {reader.words(meaning.value)}
    </p>
  );
}
