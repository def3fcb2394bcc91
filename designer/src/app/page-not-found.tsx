import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '../ui/feedback/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** An address that leads nowhere. */
export function PageNotFound() {
  return (
    <main>
      <PageHeader title="Nothing here" />
      <EmptyState
        icon={IconMapPinOff}
        title="No page has this address"
        actions={
          <Button variant="default" component={Link} to="/">
            Go to the start page
          </Button>
        }
      >
        The link is old, or a letter of it is missing.
      </EmptyState>
    </main>
  );
}
