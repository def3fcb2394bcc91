import { Checkbox, SegmentedControl } from '@mantine/core';
import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing, useEditor } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { ManyField } from '../../properties/inputs/many-field.tsx';
import { NumberField } from '../../properties/inputs/number-field.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { FormDesigner } from '../../properties/steps/form-designer.tsx';
import { OutcomesEditor } from '../../properties/steps/outcomes-editor.tsx';
import { ShownFacts } from '../../properties/steps/shown-facts.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';
import { WhoSection } from '../../properties/steps/who-section.tsx';
import { DueSections, PlaybookSection } from '../../properties/steps/work-parts.tsx';

const overKinds = [
  { value: 'list', label: 'Values of a list' },
  { value: 'departments', label: 'Departments' },
];

const lateWays = [
  { value: 'wait', label: 'Wait for it, then go on' },
  { value: 'ignore', label: 'Go on; it stays open and counts no more' },
  { value: 'cancel', label: 'Go on; it is cancelled' },
];

/** The items: values of a list field, or departments. */
function OverSection(props: StepFormProps<'each'>) {
  const { over } = props.step;
  const { fields } = useDrawing();
  const { departments } = useEditor().directory;
  const { edit } = useStepEdit(props);
  const lists = fields.filter((field) => field.type === 'choices');
  const choose = (kind: string) =>
    edit('what it is done for', (each) => {
      each.over =
        kind === 'list'
          ? { kind, field: lists[0]?.id ?? 'chooseAField' }
          : { kind: 'departments', departments: departments.slice(0, 1).map(({ key }) => key) };
    });
  return (
    <Section title="For each" meta="under way at once" path="over">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label="For each"
        data={overKinds}
        value={over.kind}
        disabled={over.kind === 'list' && departments.length === 0}
        onChange={choose}
      />
      {over.kind === 'list' ? (
        <ChoiceField
          label="List of the deal"
          value={over.field}
          path="over.field"
          placeholder="No list field yet"
          options={lists.map(({ id, label }) => ({ value: id, label }))}
          onChange={(field) => edit('list', (each) => void (each.over = { kind: 'list', field }))}
        />
      ) : (
        <ManyField
          label="Departments"
          value={over.departments}
          path="over.departments"
          none="Choose departments…"
          max={20}
          options={departments.map(({ key, name }) => ({ value: key, label: name }))}
          onChange={(next) =>
            next.length > 0 &&
            edit('departments', (each) => {
              each.over = { kind: 'departments', departments: next };
            })
          }
        />
      )}
      {over.kind === 'departments' && <p className={styles.help}>Each department does its own.</p>}
    </Section>
  );
}

/** How many items must pass, and what becomes of the rest. */
function EnoughSection(props: StepFormProps<'each'>) {
  const { step } = props;
  const { edit, type } = useStepEdit(props);
  return (
    <Section title="When it is enough" path="need">
      <NumberField
        label="Items that must pass"
        value={step.need}
        path="need"
        min={1}
        max={100}
        placeholder="all"
        onChange={(need) => type('how many must pass', (each) => void (each.need = need))}
        onClear={() => edit('how many must pass', (each) => putOptional(each, 'need', undefined))}
      />
      <ChoiceField
        label="The rest, once enough have passed"
        value={step.late ?? 'wait'}
        path="late"
        options={lateWays}
        onChange={(late) =>
          edit('the rest', (each) =>
            putOptional(each, 'late', late === 'wait' ? undefined : (late as typeof each.late)),
          )
        }
      />
      <Checkbox
        size="xs"
        label="People may add items while it runs"
        checked={step.mayAdd === true}
        onChange={() =>
          edit('adding items', (each) =>
            putOptional(each, 'mayAdd', each.mayAdd === true ? undefined : true),
          )
        }
      />
      <p className={styles.help}>
        It ends by “Enough passed”, or by “Too few passed”. While people may add items, it waits as
        long as there are fewer than must pass.
      </p>
    </Section>
  );
}

function ItemOutcomes(props: StepFormProps<'each'>) {
  const { edit } = useStepEdit(props);
  const remove = (id: string) =>
    edit('outcomes', (each) => {
      each.outcomes = each.outcomes.filter((outcome) => outcome.id !== id);
    });
  return <OutcomesEditor {...props} title="Outcomes of an item" onDelete={remove} help="none" />;
}

/** The same task for each item of a list, or for each of some departments. */
export function EachForm(props: StepFormProps<'each'>) {
  return (
    <>
      <OverSection {...props} />
      {props.step.over.kind === 'list' && <WhoSection {...props} />}
      <DueSections {...props} />
      <FormDesigner {...props} />
      <ShownFacts {...props} />
      <ItemOutcomes {...props} />
      <EnoughSection {...props} />
      <ConditionsSection {...props} />
      <PlaybookSection {...props} />
      <StepMore {...props} />
    </>
  );
}
