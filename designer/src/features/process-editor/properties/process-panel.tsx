import { TextInput } from '@mantine/core';
import { IconFlag, IconRoute, IconX } from '@tabler/icons-react';
import type { Drawing } from '#core/drawing/drawing.ts';
import { putOptional } from '../commands/put-optional.ts';
import { endName } from '../state/selection.ts';
import { editProcess } from '../commands/edit-process.ts';
import { useDrawing, useEdit, useEditor } from '../state/editor-context.tsx';
import { ClockList } from './clocks/clock-list.tsx';
import { FieldList } from './fields/field-list.tsx';
import { ChoiceField } from './inputs/choice-field.tsx';
import { useTyped } from './inputs/use-typed.ts';
import { PanelHead } from './layout/panel-head.tsx';
import styles from './panel.module.css';
import { PolicyList } from './policies/policy-list.tsx';
import { Section } from './layout/section.tsx';

function CurrencyField({ value }: { value: string }) {
  const edit = useEdit();
  const typed = useTyped(
    value,
    (currency) =>
      edit(() =>
        editProcess({ what: 'currency', recipe: (draft) => void (draft.currency = currency) }),
      ),
    (text) => (/^[A-Z]{3}$/.test(text) ? undefined : 'Three letters, like PLN.'),
  );
  return (
    <TextInput
      size="xs"
      label="Currency"
      value={typed.text}
      error={typed.error}
      maxLength={3}
      data-path="currency"
      onChange={(event) => typed.onChange(event.currentTarget.value.toUpperCase())}
      onBlur={typed.onBlur}
    />
  );
}

function Ends({ drawing }: { drawing: Drawing }) {
  const { store } = useEditor();
  const ends = [
    { end: 'won', label: endName(drawing, 'won'), Icon: IconFlag },
    { end: 'lost', label: 'Lost', Icon: IconX },
  ] as const;
  return (
    <Section title="Ends" path="outcomes">
      <ul className={styles.list}>
        {ends.map(({ end, label, Icon }) => {
          const count = drawing.outcomes[end].reasons.length;
          return (
            <li key={end} className={styles.item}>
              <button
                type="button"
                className={styles.open}
                onClick={() => store.getState().select({ kind: 'end', end })}
              >
                <Icon size={14} stroke={1.5} aria-hidden />
                <span className={styles.grow}>{label}</span>
                <span className="meta">
                  {count} {count === 1 ? 'reason' : 'reasons'}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

const kinds = [
  { value: 'sales', label: 'Sales: a deal is won or lost' },
  { value: 'service', label: 'Service: a case is finished or lost' },
];

/** What the whole process shares. Shown while nothing else is selected. */
export function ProcessPanel() {
  const drawing = useDrawing();
  const { directory, processKey } = useEditor();
  const edit = useEdit();
  const { stages } = drawing;
  const change = (what: string, recipe: (draft: Drawing) => void, typing = false) =>
    edit(() => editProcess({ what, recipe, typing }));
  return (
    <>
      <PanelHead
        icon={IconRoute}
        title={{
          value: drawing.name,
          onChange: (name) => change('name', (draft) => void (draft.name = name), true),
          maxLength: 80,
          required: 'A process needs a name.',
        }}
        meta={`Process ${processKey}, ${stages.length} ${stages.length === 1 ? 'stage' : 'stages'}`}
      />
      <Section title="Basics">
        <ChoiceField
          label="Kind"
          value={drawing.kind ?? 'sales'}
          path="kind"
          options={kinds}
          onChange={(kind) =>
            change('kind', (draft) =>
              putOptional(draft, 'kind', kind === 'service' ? kind : undefined),
            )
          }
        />
        <div className={styles.two}>
          <CurrencyField value={drawing.currency} />
          <ChoiceField
            label="Calendar"
            value={drawing.calendar}
            path="calendar"
            options={directory.calendars.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={(calendar) => change('calendar', (draft) => void (draft.calendar = calendar))}
          />
        </div>
        <p className={styles.help}>
          Stage deadlines count on this calendar, tasks on that of their department.
        </p>
      </Section>
      <FieldList />
      <PolicyList />
      <ClockList />
      <Ends drawing={drawing} />
    </>
  );
}
