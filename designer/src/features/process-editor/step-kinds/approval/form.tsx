import { SegmentedControl } from '@mantine/core';
import type { Approver } from '#core/step-kinds/approval/drawn.ts';
import { drawnFrame } from '#core/drawing/drawn-step.ts';
import { newId } from '../../commands/new-id.ts';
import { putFilled, putOptional } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { AddButton } from '../../properties/layout/add-button.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { ManyField } from '../../properties/inputs/many-field.tsx';
import { NumberField } from '../../properties/inputs/number-field.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { ApproverCard } from './approver-card.tsx';
import { CarryPart } from '../../properties/steps/carry-part.tsx';
import { PortsSection } from '../../properties/steps/ports-section.tsx';
import { ShownFacts } from '../../properties/steps/shown-facts.tsx';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';
import { DueSections, PlaybookSection } from '../../properties/steps/work-parts.tsx';

const needs = [
  { value: 'all', label: 'All' },
  { value: 'one', label: 'One' },
  { value: 'some', label: 'Some' },
];
const rejects = [
  { value: 'first', label: 'one rejects' },
  { value: 'quorum', label: 'approval has become impossible' },
];

/** How many approvals it takes, and when it counts as rejected. */
function NeedFields(props: StepFormProps<'approval'>) {
  const { step } = props;
  const { edit, type } = useStepEdit(props);
  const need = step.need ?? 'all';
  const choose = (next: string) =>
    edit('how many approve', (approval) => {
      if (next === 'all') delete approval.need;
      else approval.need = next === 'one' ? 1 : 2;
    });
  return (
    <>
      <div>
        <span className="mantine-InputWrapper-label">Approvals it takes</span>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label="Approvals it takes"
          data={needs}
          value={need === 'all' ? 'all' : need === 1 ? 'one' : 'some'}
          onChange={choose}
        />
      </div>
      {typeof need === 'number' && need > 1 && (
        <NumberField
          label="How many"
          value={need}
          path="need"
          min={2}
          max={30}
          onChange={(n) => type('how many approve', (approval) => void (approval.need = n))}
        />
      )}
      <ChoiceField
        label="Rejected as soon as"
        value={step.rejects ?? 'first'}
        path="rejects"
        options={rejects}
        onChange={(next) =>
          edit('when it is rejected', (approval) =>
            putOptional(approval, 'rejects', next === 'quorum' ? next : undefined),
          )
        }
      />
    </>
  );
}

/** Four eyes: whoever did one of these steps may not approve. */
function NotByField(props: StepFormProps<'approval'>) {
  const { stage, step } = props;
  const drawing = useDrawing();
  const { edit } = useStepEdit(props);
  const others = (drawnFrame(drawing, stage)?.steps ?? []).filter(
    (one) => one.id !== step.id && (one.kind === 'task' || one.kind === 'each'),
  );
  return (
    <ManyField
      label="Not by whoever did"
      value={step.notBy ?? []}
      path="notBy"
      none="Nobody is left out"
      max={20}
      options={others.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(next) => edit('four eyes', (approval) => putFilled(approval, 'notBy', next))}
    />
  );
}

function ApproversSection(props: StepFormProps<'approval'>) {
  const { approvers } = props.step;
  const { edit, type } = useStepEdit(props);
  const change = (index: number) => (recipe: (target: Approver) => void, typing?: boolean) =>
    (typing === true ? type : edit)(`approver ${index + 1}`, (approval) => {
      const target = approval.approvers[index];
      if (target) recipe(target);
    });
  const add = (
    <AddButton
      disabled={approvers.length >= 8}
      onClick={() =>
        edit('approvers', (approval) => {
          approval.approvers.push({ id: newId('approver'), to: { kind: 'role', role: 'manager' } });
        })
      }
    />
  );
  return (
    <Section title="Who approves" path="approvers" action={add}>
      <div>
        {approvers.map((approver, index) => (
          <ApproverCard
            key={approver.id}
            approver={approver}
            index={index}
            count={approvers.length}
            change={change(index)}
            onDelete={() =>
              edit('approvers', (approval) => void approval.approvers.splice(index, 1))
            }
          />
        ))}
      </div>
      <NeedFields {...props} />
      <NotByField {...props} />
      <p className={styles.help}>Whoever asked for the approval never gives it.</p>
    </Section>
  );
}

/** An approval: who, when, what if late, what is shown, what voids it, what comes out. */
export function ApprovalForm(props: StepFormProps<'approval'>) {
  const { step } = props;
  const { fields } = useDrawing();
  const { edit } = useStepEdit(props);
  return (
    <>
      <ApproversSection {...props} />
      <DueSections {...props} />
      <ShownFacts {...props} />
      <Section title="Void" meta="asked for again" path="voidOn">
        <ManyField
          label="When one of these fields changes later"
          value={step.voidOn ?? []}
          path="voidOn"
          none="It stays approved"
          max={40}
          options={fields.map(({ id, label }) => ({ value: id, label }))}
          onChange={(next) =>
            edit('what voids it', (approval) => putFilled(approval, 'voidOn', next))
          }
        />
      </Section>
      <PortsSection {...props} />
      <ConditionsSection {...props} />
      <PlaybookSection {...props} />
      <StepMore {...props}>
        <CarryPart {...props} />
      </StepMore>
    </>
  );
}
