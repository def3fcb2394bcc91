import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

/** Leads out of the focus mode. */
export function BackToProcesses() {
  return (
    <ActionIcon
      component={Link}
      to="/processes"
      variant="subtle"
      color="gray"
      aria-label="Back to processes"
    >
      <IconArrowLeft size={16} stroke={1.5} />
    </ActionIcon>
  );
}
