import { ActionIcon, Menu, TextInput } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IconType } from '../../../../ui/state-chip.tsx';
import { useEditorState } from '../../state/editor-context.tsx';
import { useTyped } from '../inputs/use-typed.ts';
import styles from '../panel.module.css';

interface NameProps {
  value: string;
  onChange: (name: string) => void;
  maxLength: number;
  /** Said when the name is empty. */
  required: string;
}

/** The name of the element, edited in place. */
function NameInput({ value, onChange, maxLength, required }: NameProps) {
  const typed = useTyped(value, onChange, (text) => (text.trim() === '' ? required : undefined));
  return (
    <TextInput
      className={styles.name ?? ''}
      aria-label="Name"
      value={typed.text}
      error={typed.error}
      maxLength={maxLength}
      data-path="name"
      onChange={(event) => typed.onChange(event.currentTarget.value)}
      onBlur={typed.onBlur}
    />
  );
}

interface PanelHeadProps {
  icon: IconType;
  /** An editable name, or a fixed title. */
  title: NameProps | string;
  /** Under the title: what it is and where. */
  meta?: ReactNode;
  /** At the right of the meta line. */
  aside?: ReactNode;
  /** Items of the "more" menu. */
  menu?: ReactNode;
}

/** Title line of the panel: what is selected, what can be done with it. */
export function PanelHead({ icon: Icon, title, meta, aside, menu }: PanelHeadProps) {
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <span className={styles.kind}>
          <Icon size={16} stroke={1.5} aria-hidden />
        </span>
        {typeof title === 'string' ? (
          <h2 className={`${styles.name} cut`}>{title}</h2>
        ) : (
          <NameInput key={title.required} {...title} />
        )}
        {menu !== undefined && !readOnly && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon size="xs" variant="subtle" color="gray" aria-label="More">
                <IconDots size={16} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>{menu}</Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className={`${styles.line} meta`}>
        <span className="cut">{meta}</span>
        {aside !== undefined && <span className={styles.action}>{aside}</span>}
      </div>
    </div>
  );
}
