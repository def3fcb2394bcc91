import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '../../../lib/api-client.ts';
import { QueryState } from '../../../ui/feedback/query-state.tsx';
import { FormDialog } from '../form-dialog.tsx';
import { HolidayChoice, type Holiday } from './holiday-choice.tsx';
import { HolidayPlace, yearsProblem, type PlaceValues } from './holiday-place.tsx';

interface HolidaysDialogProps {
  /** Dates that the calendar has already. */
  taken: ReadonlySet<string>;
  onAdd: (holidays: Holiday[]) => void;
  onClose: () => void;
}

/** Public holidays of a country or region, from which some are copied into the calendar. */
export function HolidaysDialog({ taken, onAdd, onClose }: HolidaysDialogProps) {
  const [place, setPlace] = useState(thisYearAndNext);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const places = useQuery(orpc.admin.holidayPlaces.queryOptions({ staleTime: Infinity }));
  const asked = place.country !== null && yearsProblem(place) === undefined;
  const holidays = useQuery(
    orpc.admin.holidays.queryOptions({ input: inputOf(place), enabled: asked }),
  );
  const found = asked ? (holidays.data?.items ?? []) : [];
  const chosen = found.filter(({ date }) => !taken.has(date) && !left.has(date));
  return (
    <FormDialog
      stackId="holidays"
      title="Add public holidays"
      saveLabel={chosen.length === 1 ? 'Add 1 day' : `Add ${chosen.length} days`}
      saveDisabled={chosen.length === 0}
      busy={false}
      error={places.error}
      onSave={() => onAdd(chosen)}
      onClose={onClose}
    >
      <HolidayPlace places={places.data?.items ?? []} value={place} onChange={setPlace} />
      {asked ? (
        <QueryState query={holidays} failed="The holidays did not load">
          {({ items }) => (
            <HolidayChoice holidays={items} taken={taken} left={left} onLeave={setLeft} />
          )}
        </QueryState>
      ) : (
        <p className="meta">Choose a country to see its public holidays.</p>
      )}
    </FormDialog>
  );
}

function thisYearAndNext(): PlaceValues {
  const year = new Date().getFullYear();
  return { country: null, region: null, from: year, to: year + 1 };
}

function inputOf({ country, region, from, to }: PlaceValues) {
  const place = region === null ? {} : { region };
  const year = (one: PlaceValues['from']) => (typeof one === 'number' ? one : 0);
  return { country: country ?? '', ...place, from: year(from), to: year(to) };
}
