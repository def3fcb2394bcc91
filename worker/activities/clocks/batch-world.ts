import type { CalendarSource } from '#core/run/contract/effect.ts';
import type { World } from '#core/world/world.ts';
import type { Pool } from '../work/pool.ts';
import type { KeyedCalendar } from './kept-calendars.ts';

/** What the effects of a batch may ask about, read in its transaction. */
export interface BatchWorld extends World {
  calendar(source: CalendarSource): KeyedCalendar;
  /** People of a department and what is in their hands; read when a task asks for one of them. */
  pool(department: string): Pool | undefined;
}
