import type { Exit } from '#core/drawing/stage.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { leadsBack } from '../../state/selection.ts';
import { ManyField } from '../inputs/many-field.tsx';
import { NumberField } from '../inputs/number-field.tsx';
import styles from '../panel.module.css';
import { Section } from '../layout/section.tsx';

interface ExitBackProps {
  stage: string;
  exit: Exit;
  change: (what: string, recipe: (target: Exit) => void, typing?: boolean) => void;
}

/** What is done again on a way back (E12), and how often a deal may take an exit. */
export function ExitBackSection({ stage, exit, change }: ExitBackProps) {
  const drawing = useDrawing();
  const { stages } = drawing;
  const own = stages.findIndex((one) => one.id === stage);
  const target = stages.findIndex((one) => one.id === exit.to);
  const isBack = leadsBack(drawing, stage, exit.to);
  const steps = isBack
    ? stages
        .slice(target, own + 1)
        .flatMap(({ name, steps: drawn }) =>
          drawn.map((step) => ({ value: step.id, label: `${step.name} (${name})` })),
        )
    : [];
  return (
    <Section title={isBack ? 'On the way back' : 'How often'} path="redo">
      {isBack && (
        <>
          <ManyField
            label="Done again"
            value={exit.redo ?? []}
            path="redo"
            none="Nothing that is done already"
            max={60}
            options={steps}
            onChange={(redo) => change('what is done again', (one) => putFilled(one, 'redo', redo))}
          />
          <p className={styles.help}>
            Other steps that are done stay done, unless what they depend on has changed.
          </p>
        </>
      )}
      <NumberField
        label="A deal may take it at most"
        value={exit.max}
        path="max"
        min={1}
        max={50}
        unit={exit.max === 1 ? 'time' : 'times'}
        placeholder="as often as it likes"
        onChange={(max) => change('how often', (one) => void (one.max = max), true)}
        onClear={() => change('how often', (one) => putOptional(one, 'max', undefined))}
      />
    </Section>
  );
}
