import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, orpc } from '../../../lib/api-client.ts';
import { dayOf, startOfDay } from '../../../lib/day-instant.ts';
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx';
import { DayInput } from '../../../ui/field-input/day-input.tsx';
import { isReason, ReasonField } from '../../../ui/dialog/reason-field.tsx';
import { showToast } from '../../../ui/feedback/toast.tsx';
import type { Unread } from '../../../ui/written/unread.ts';
import type { Deal } from '../deal.ts';

/** A deal is held for half a year at most (E19). */
const LONGEST_DAYS = 180;

/** Freezes a deal until a day: no clock runs, nothing starts (E19). */
export function HoldDialog({ deal, onClose }: { deal: Deal; onClose: () => void }) {
  const client = useQueryClient();
  const [now] = useState(() => new Date());
  const [day, setDay] = useState<string | Unread | null>(null);
  const [reason, setReason] = useState('');
  const [heldUntil] = useState(deal.heldUntil);
  const hold = async () => {
    if (typeof day !== 'string') return;
    const held = { until: startOfDay(day), reason: reason.trim(), heldUntil };
    await api.deals.hold({ dealId: deal.id, ...held });
    await client.invalidateQueries({ queryKey: orpc.deals.key() });
    showToast({ tone: 'ok', title: 'The deal is on hold' });
  };
  return (
    <ConfirmDialog
      onClose={onClose}
      title="Put this deal on hold?"
      confirmLabel="Hold the deal"
      cancelLabel="Keep it going"
      confirmDisabled={typeof day !== 'string' || !isReason(reason)}
      onConfirm={hold}
    >
      <p>
        {deal.customer}. No clock runs and nothing starts until then; it goes on by itself on that
        day, or when somebody resumes it.
      </p>
      <DayInput
        label="Until"
        description={`At most ${LONGEST_DAYS} days ahead.`}
        required
        value={day}
        onChange={setDay}
        minDate={dayOf(now, 1)}
        maxDate={dayOf(now, LONGEST_DAYS)}
      />
      <ReasonField value={reason} onChange={setReason} />
    </ConfirmDialog>
  );
}
