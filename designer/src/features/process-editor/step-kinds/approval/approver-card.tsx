import { Checkbox } from '@mantine/core';
import type { Approver } from '#core/step-kinds/approval/drawn.ts';
import { quantityReader, unitOf } from '../../../../ui/field-input/field-number-input.tsx';
import { putOptional } from '../../commands/put-optional.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { AssigneeField } from '../../properties/inputs/assignee-field.tsx';
import { ChoiceField } from '../../properties/inputs/choice-field.tsx';
import { NumberField, QuantityField } from '../../properties/inputs/number-field.tsx';
import { OrderButtons } from '../../properties/layout/order-buttons.tsx';
import styles from '../../properties/panel.module.css';

interface ApproverCardProps {
  approver: Approver;
  index: number;
  count: number;
  change: (recipe: (target: Approver) => void, typing?: boolean) => void;
  onDelete: () => void;
}

const limited = new Set(['number', 'money', 'percent']);

/** Up to which value of a field this approver may approve; money is kept in minor units. */
function LimitFields({ approver, index, change }: Omit<ApproverCardProps, 'count' | 'onDelete'>) {
  const { fields, currency } = useDrawing();
  const options = fields.filter(({ type }) => limited.has(type));
  const { upTo } = approver;
  const field = fields.find((one) => one.id === upTo?.field);
  const path = `approvers.${index}.upTo`;
  const toggle = () =>
    change((target) => {
      const [first] = options;
      putOptional(target, 'upTo', upTo || !first ? undefined : { field: first.id, max: 0 });
    });
  return (
    <>
      <Checkbox
        size="xs"
        label="Only up to a limit"
        checked={upTo !== undefined}
        disabled={upTo === undefined && options.length === 0}
        data-path={path}
        onChange={toggle}
      />
      {upTo && (
        <div className={styles.two}>
          <ChoiceField
            label="Limit on"
            value={upTo.field}
            path={`${path}.field`}
            options={options.map(({ id, label }) => ({ value: id, label }))}
            onChange={(next) =>
              change((target) => {
                if (target.upTo) target.upTo.field = next;
              })
            }
          />
          {field && (
            <QuantityField
              label="At most"
              value={upTo.max}
              path={`${path}.max`}
              reader={quantityReader({ field, currency })}
              unit={unitOf({ field, currency })}
              onChange={(max) =>
                change((target) => {
                  if (target.upTo) target.upTo.max = max;
                }, true)
              }
            />
          )}
        </div>
      )}
    </>
  );
}

/** One approver rule: who, how many of them, and up to which limit. */
export function ApproverCard({ approver, index, count, change, onDelete }: ApproverCardProps) {
  return (
    <div className={styles.card} data-path={`approvers.${index}`} tabIndex={-1}>
      <div className={styles.cardHead}>
        <span className={`${styles.grow} meta`}>Approver {index + 1}</span>
        <OrderButtons
          name={`approver ${index + 1}`}
          index={index}
          count={1}
          onDelete={count > 1 ? onDelete : undefined}
        />
      </div>
      <AssigneeField
        label={`Approver ${index + 1}`}
        value={approver.to}
        path={`approvers.${index}.to`}
        brief
        onChange={(to) => change((target) => void (target.to = to))}
      />
      {approver.to.kind !== 'owner' && approver.to.kind !== 'person' && (
        <NumberField
          label="How many of them"
          value={approver.count ?? 1}
          path={`approvers.${index}.count`}
          min={1}
          max={9}
          onChange={(n) =>
            change((target) => putOptional(target, 'count', n === 1 ? undefined : n), true)
          }
        />
      )}
      <LimitFields approver={approver} index={index} change={change} />
    </div>
  );
}
