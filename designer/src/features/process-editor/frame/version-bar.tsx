import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Crumb, PageHeader } from '../../../ui/page-header.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import type { ProcessDraft } from '../session/process-draft.ts';
import { BackToProcesses } from './back-to-processes.tsx';
import styles from './frame.module.css';

interface VersionBarProps {
  draft: ProcessDraft;
  version: number;
  note: string;
  onDraft: () => void;
  onVersions: () => void;
  onRestore: () => void;
}

/** Top bar while a published version is looked at. */
export function VersionBar({
  draft,
  version,
  note,
  onDraft,
  onVersions,
  onRestore,
}: VersionBarProps) {
  return (
    <PageHeader
      lead={
        <>
          <BackToProcesses />
          <Crumb to="/processes">Processes</Crumb>
        </>
      }
      title={`${draft.key} ${draft.name}`}
      meta={
        <>
          <StateChip tone={version === draft.liveVersion ? 'ok' : 'neutral'}>
            v{version}
            {version === draft.liveVersion ? ', live' : ''}
          </StateChip>
          <span className={`meta cut ${styles.wide}`}>{note === '' ? 'Read-only' : note}</span>
        </>
      }
    >
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconHistory size={16} stroke={1.5} />}
        onClick={onVersions}
      >
        Versions
      </Button>
      <Button size="xs" variant="default" onClick={onRestore}>
        Restore to draft
      </Button>
      <Button size="xs" onClick={onDraft}>
        Back to the draft
      </Button>
    </PageHeader>
  );
}
