import { ActionIcon, Menu, ScrollArea, Text } from '@mantine/core';
import { IconVariable } from '@tabler/icons-react';
import { isReadable, type Field } from '#core/drawing/field.ts';
import { useDrawing } from '../../state/editor-context.tsx';
import { typeText } from '../fields/field-types.ts';

/** What stands in an expression for a field: its value, or whether it is set. */
function expressionFor(field: Field): string {
  return isReadable(field) ? `deal.${field.id}` : `has(deal.${field.id})`;
}

/** A list of the process's fields that writes one into the expression. */
export function InsertField({ onInsert }: { onInsert: (text: string) => void }) {
  const { fields, currency } = useDrawing();
  return (
    <Menu position="bottom-end" returnFocus>
      <Menu.Target>
        <ActionIcon size="xs" variant="subtle" color="gray" aria-label="Insert a field">
          <IconVariable size={14} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {fields.length === 0 ? 'The process has no fields yet.' : 'Insert a field'}
        </Menu.Label>
        <ScrollArea.Autosize mah={260} type="auto">
          {fields.map((field) => (
            <Menu.Item
              key={field.id}
              onClick={() => onInsert(expressionFor(field))}
              rightSection={
                <Text size="xs" c="dimmed">
                  {typeText(field, currency)}
                </Text>
              }
            >
              {field.label}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
