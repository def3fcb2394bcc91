import { Select } from '@mantine/core';
import { NumberInput } from '../../../ui/written/number-input.tsx';
import { boundedReader } from '../../../ui/written/number-reader.ts';
import type { Unread } from '../../../ui/written/unread.ts';
import type { AdminHolidayPlace } from '../admin-data.ts';
import styles from './exceptions.module.css';

/** Where and for which years holidays are asked for, as it stands in the fields. */
export interface PlaceValues {
  country: string | null;
  region: string | null;
  from: number | Unread | null;
  to: number | Unread | null;
}

interface HolidayPlaceProps {
  places: AdminHolidayPlace[];
  value: PlaceValues;
  onChange: (value: PlaceValues) => void;
}

const mostYears = 10;

const yearReader = boundedReader({ min: 2000, max: 2100, ungrouped: true });

/** What is wrong with the years; the api knows those of this span. */
export function yearsProblem({ from, to }: PlaceValues): string | undefined {
  if (typeof from !== 'number' || typeof to !== 'number') return 'Give years from 2000 to 2100.';
  if (to < from) return 'The last year lies before the first.';
  return to - from >= mostYears ? `At most ${mostYears} years at once.` : undefined;
}

export function HolidayPlace({ places, value, onChange }: HolidayPlaceProps) {
  const regions = places.find((place) => place.country === value.country)?.regions ?? [];
  const none = value.country !== null && regions.length === 0;
  const set = (change: Partial<PlaceValues>) => onChange({ ...value, ...change });
  return (
    <div className={styles.place}>
      <Select
        label="Country"
        required
        searchable
        data-autofocus
        data={places.map(({ country, name }) => ({ value: country, label: name }))}
        value={value.country}
        onChange={(country) => set({ country, region: null })}
      />
      <Select
        label="Region"
        searchable
        clearable
        disabled={regions.length === 0}
        placeholder={none ? 'none has its own' : 'the whole country'}
        data={regions.map(({ region, name }) => ({ value: region, label: name }))}
        value={value.region}
        onChange={(region) => set({ region })}
      />
      <NumberInput
        label="From year"
        reader={yearReader}
        value={value.from}
        onChange={(from) => set({ from })}
      />
      <NumberInput
        label="To year"
        reader={yearReader}
        value={value.to}
        error={yearsProblem(value)}
        onChange={(to) => set({ to })}
      />
    </div>
  );
}
