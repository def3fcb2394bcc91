import { ActionIcon, Menu, ScrollArea, Switch } from '@mantine/core';
import { IconVariable } from '@tabler/icons-react';
import { useState } from 'react';
import { useDrawing } from '../../state/editor-context.tsx';
import { ConditionsSection } from '../../properties/conditions-section.tsx';
import { TextField } from '../../properties/inputs/text-field.tsx';
import styles from '../../properties/panel.module.css';
import { Section } from '../../properties/layout/section.tsx';
import { previewTemplate, templateVariables } from './template-preview.ts';
import { StepMore } from '../../properties/steps/step-more.tsx';
import { useStepEdit, type StepFormProps } from '../../properties/steps/use-step-edit.ts';

function VariableMenu({ onPick, label }: { onPick: (text: string) => void; label: string }) {
  const variables = templateVariables(useDrawing());
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="xs" variant="subtle" color="gray" aria-label={label}>
          <IconVariable size={14} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Insert a value</Menu.Label>
        <ScrollArea.Autosize mah={260} type="auto">
          {variables.map((variable) => (
            <Menu.Item key={variable.path} onClick={() => onPick(variable.text)}>
              {variable.label}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}

/** An e-mail to the deal's contact: subject and text with values of the deal, and how it reads. */
export function EmailForm(props: StepFormProps<'email'>) {
  const { step, stage } = props;
  const { edit, type } = useStepEdit(props);
  const drawing = useDrawing();
  const [preview, setPreview] = useState(false);
  return (
    <>
      <Section
        title="Message"
        action={
          <Switch
            size="xs"
            label="Preview"
            checked={preview}
            onChange={(event) => setPreview(event.currentTarget.checked)}
          />
        }
      >
        <TextField
          label="Subject"
          value={step.subject}
          path="subject"
          required="A mail needs a subject."
          maxLength={200}
          onChange={(text) => type('subject', (mail) => void (mail.subject = text))}
          rightSection={
            <VariableMenu
              label="Insert a value into the subject"
              onPick={(text) => edit('subject', (mail) => void (mail.subject += text))}
            />
          }
        />
        <TextField
          label="Text"
          value={step.body}
          path="body"
          required="A mail needs a text."
          rows={7}
          maxLength={20_000}
          onChange={(text) => type('text', (mail) => void (mail.body = text))}
        />
        <div className={styles.line}>
          <p className={styles.help}>To the deal’s contact, signed by its owner.</p>
          <span className={styles.action}>
            <VariableMenu
              label="Insert a value into the text"
              onPick={(text) => edit('text', (mail) => void (mail.body += text))}
            />
          </span>
        </div>
        {preview && (
          <div className={styles.preview} role="note" aria-label="Preview with sample values">
            <b>{previewTemplate(step.subject, drawing)}</b>
            {'\n\n'}
            {previewTemplate(step.body, drawing)}
          </div>
        )}
      </Section>
      <ConditionsSection stage={stage} step={step} />
      <StepMore {...props} noInputs="The values its text shows" />
    </>
  );
}
