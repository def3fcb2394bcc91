import type { Exit } from '#core/drawing/stage.ts';
import { useEditor } from '../../state/editor-context.tsx';
import { ChoiceField } from '../inputs/choice-field.tsx';
import { useOtherProcess, useProcesses } from '../inputs/use-processes.ts';
import styles from '../panel.module.css';

interface ContinueFieldsProps {
  value: Exit['continueIn'];
  onChange: (value: NonNullable<Exit['continueIn']>) => void;
}

/** In which process, and at which stage of it, the same deal goes on. */
export function ContinueFields({ value, onChange }: ContinueFieldsProps) {
  const { processKey } = useEditor();
  const processes = useProcesses().filter((one) => one.value !== processKey);
  const { stages } = useOtherProcess(value?.process ?? '');
  return (
    <>
      <ChoiceField
        label="Process"
        value={value?.process === 'none' ? undefined : value?.process}
        path="continueIn.process"
        placeholder="Choose a process…"
        options={processes}
        onChange={(process) => onChange({ process })}
      />
      <ChoiceField
        label="Stage"
        value={value?.stage}
        path="continueIn.stage"
        none="Its first stage"
        options={stages}
        onChange={(stage) => onChange({ process: value?.process ?? 'none', stage })}
        onNone={() => onChange({ process: value?.process ?? 'none' })}
      />
      <p className={styles.help}>The deal keeps its number and its fields.</p>
    </>
  );
}
