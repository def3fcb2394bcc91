import { Select } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../../lib/api-client.ts';
import { formatBytes } from '../../../lib/format.ts';
import { uploadFile } from '../../../lib/upload.ts';
import { FileButton } from '../../../ui/file-button.tsx';
import { Instant } from '../../../ui/instant.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx';
import { isClosed, type Deal } from '../deal.ts';
import styles from '../deal-page.module.css';

/** Files of the deal by what they are; a file needs a place in the process. */
export function DealFiles({ deal }: { deal: Deal }) {
  const slots = deal.drawing.fields.filter((field) => field.type === 'file');
  if (slots.length === 0) return null;
  return (
    <Panel title="Files" meta={`${deal.files.length}`} padded={false}>
      {deal.files.length === 0 ? (
        <p className={styles.none}>No file is attached yet.</p>
      ) : (
        <ul className={styles.list}>
          {deal.files.map((file) => (
            <li key={file.id}>
              <IconFile size={16} className="mute" aria-hidden />
              <span className="grow">
                <a className="link cut" href={`/api/files/${file.id}`} download>
                  {file.name}
                </a>
                <span className="meta">
                  {' '}
                  {file.label}, {formatBytes(file.size)}
                </span>
              </span>
              <span className="meta">
                <Instant at={file.at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {deal.may.edit && !isClosed(deal) && <Attach deal={deal} slots={slots} />}
    </Panel>
  );
}

function Attach({ deal, slots }: { deal: Deal; slots: Deal['drawing']['fields'] }) {
  const client = useQueryClient();
  const [field, setField] = useState(slots[0]?.id ?? null);
  const upload = useMutation({
    mutationFn: (file: File) =>
      uploadFile(`/api/deals/${deal.id}/files?field=${encodeURIComponent(field ?? '')}`, file),
    onSuccess: () => client.invalidateQueries({ queryKey: orpc.deals.key() }),
  });
  return (
    <div className={styles.attach}>
      <ProblemAlert error={upload.error} />
      <div className="row">
        <Select
          className="grow"
          size="xs"
          aria-label="What the file is"
          allowDeselect={false}
          data={slots.map(({ id, label }) => ({ value: id, label }))}
          value={field}
          onChange={setField}
        />
        <FileButton
          label="Add file"
          loading={upload.isPending}
          onFile={(file) => upload.mutate(file)}
        />
      </div>
    </div>
  );
}
