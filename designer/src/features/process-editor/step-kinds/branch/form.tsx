import { Button } from '@mantine/core';
import { deletePort } from '../../commands/links/delete-port.ts';
import { newId } from '../../commands/new-id.ts';
import { useEdit } from '../../state/editor-context.tsx';
import { AddButton } from '../../properties/layout/add-button.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ConditionField } from '../../properties/inputs/condition-field.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import { moveEntry, OrderButtons } from '../../properties/layout/order-buttons.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

function CaseCard(props: StepFormProps<'branch'> & { index: number }) {
  const { step, index } = props;
  const { edit, type } = useStepEdit(props);
  const run = useEdit();
  const one = step.cases[index];
  if (!one) return null;
  return (
    <div className={styles.card} data-path={`cases.${index}`} tabIndex={-1}>
      <div className={styles.cardHead}>
        <div className={styles.grow}>
          <TextField
            label={`Case ${index + 1}`}
            hideLabel
            value={one.label}
            path={`cases.${index}.label`}
            required="A case needs a name."
            maxLength={60}
            onChange={(label) =>
              type(`case ${index + 1}`, (branch) => {
                const target = branch.cases[index];
                if (target) target.label = label;
              })
            }
          />
        </div>
        <OrderButtons
          name={one.label}
          index={index}
          count={step.cases.length}
          onMove={(by) => edit('cases', (branch) => moveEntry(branch.cases, index, by))}
          onDelete={() => run((drawing) => deletePort(drawing, props.stage, step.id, one.port))}
        />
      </div>
      <ConditionField
        label="If"
        value={one.when}
        path={`cases.${index}.when`}
        onChange={(when) =>
          type(`condition of case ${index + 1}`, (branch) => {
            const target = branch.cases[index];
            if (target) target.when = when;
          })
        }
      />
    </div>
  );
}

function DefaultCase(props: StepFormProps<'branch'>) {
  const { edit, type } = useStepEdit(props);
  const run = useEdit();
  const way = props.step.default;
  if (!way) {
    return (
      <Button
        size="xs"
        variant="default"
        data-path="default"
        onClick={() =>
          edit('default', (branch) => {
            branch.default = { port: 'otherwise', label: 'Otherwise' };
          })
        }
      >
        Add a default
      </Button>
    );
  }
  return (
    <div className={styles.cardHead}>
      <div className={styles.grow}>
        <TextField
          label="Otherwise"
          value={way.label}
          path="default"
          required="The default needs a name."
          maxLength={60}
          onChange={(label) =>
            type('default', (branch) => {
              if (branch.default) branch.default.label = label;
            })
          }
        />
      </div>
      <OrderButtons
        name="the default"
        index={0}
        count={1}
        onDelete={() => run((drawing) => deletePort(drawing, props.stage, props.step.id, way.port))}
      />
    </div>
  );
}

/** Parts paths for good: the first case that holds, else the default. */
export function BranchForm(props: StepFormProps<'branch'>) {
  const { step, stage } = props;
  const { edit } = useStepEdit(props);
  const add = () =>
    edit('cases', (branch) => {
      const label = `Case ${branch.cases.length + 1}`;
      branch.cases.push({ port: newId('case'), label, when: '' });
    });
  return (
    <>
      <Section
        title="Cases"
        meta="the first that holds"
        path="cases"
        action={<AddButton disabled={step.cases.length >= 12} onClick={add} />}
      >
        {step.cases.map((one, index) => (
          <CaseCard key={one.port} {...props} index={index} />
        ))}
        <DefaultCase {...props} />
      </Section>
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} />
    </>
  );
}
