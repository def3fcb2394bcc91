import { Button, Drawer, Group } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { versionSummary } from '#api/contract/processes.ts';
import { orpc } from '../../../lib/api-client.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { PersonName } from '../../../ui/initials.tsx';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { StateChip } from '../../../ui/state-chip.tsx';
import styles from './versions-drawer.module.css';

type VersionSummary = ReturnType<typeof versionSummary.parse>;

interface VersionRowProps {
  processKey: string;
  version: VersionSummary;
  live: boolean;
  shown: boolean;
  onRestore: ((version: number) => void) | undefined;
}

function VersionRow({ processKey, version, live, shown, onRestore }: VersionRowProps) {
  return (
    <li className={styles.version} data-shown={shown}>
      <div className="row">
        <b>v{version.number}</b>
        {live && <StateChip tone="ok">live</StateChip>}
        <span className="meta">
          {version.openDeals} open {version.openDeals === 1 ? 'deal' : 'deals'}
        </span>
        <span className={`${styles.when} meta`}>
          <Instant at={version.publishedAt} />
        </span>
      </div>
      <p className={version.note === '' ? 'mute' : 'soft'}>{version.note || 'No note'}</p>
      <Group justify="space-between">
        <span className="meta">
          {version.author ? <PersonName name={version.author.name} size="sm" /> : 'Stagewright'}
        </span>
        <Group gap="xs">
          {!shown && (
            <Button
              size="compact-xs"
              variant="subtle"
              component={Link}
              to={`/processes/${processKey}`}
              search={{ version: version.number } as never}
            >
              Look at it
            </Button>
          )}
          {onRestore && (
            <Button size="compact-xs" variant="default" onClick={() => onRestore(version.number)}>
              Restore to draft
            </Button>
          )}
        </Group>
      </Group>
    </li>
  );
}

interface VersionsDrawerProps {
  processKey: string;
  liveVersion: number | null;
  /** The version on the canvas, when it is not the draft. */
  shown: number | undefined;
  opened: boolean;
  onClose: () => void;
  onRestore?: ((version: number) => void) | undefined;
}

/** All published versions, the newest first. */
export function VersionsDrawer(props: VersionsDrawerProps) {
  const { processKey, liveVersion, shown, opened, onClose, onRestore } = props;
  const versions = useQuery(
    orpc.processes.versions.queryOptions({ input: { key: processKey }, enabled: opened }),
  );
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={380}
      title="Versions"
      classNames={{ title: styles.title ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <QueryState query={versions} failed="The versions did not load">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconHistory} title="No version yet">
              Deals run on published versions. Publish this drawing to make the first.
            </EmptyState>
          ) : (
            <ul className={styles.versions}>
              {items.map((version) => (
                <VersionRow
                  key={version.number}
                  processKey={processKey}
                  version={version}
                  live={version.number === liveVersion}
                  shown={version.number === shown}
                  onRestore={onRestore}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Drawer>
  );
}
