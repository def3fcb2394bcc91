import type { InferContractRouterOutputs } from '@orpc/contract';
import type { contract } from '#api/contract/contract.ts';

type Outputs = InferContractRouterOutputs<typeof contract>;
type Admin = Outputs['admin'];

export type Absence = Outputs['absences']['list']['items'][number];
export type AdminPerson = Admin['people']['items'][number];
export type AdminDepartment = Admin['departments']['items'][number];
export type AdminCalendar = Admin['calendars']['items'][number];
export type AdminHolidayPlace = Admin['holidayPlaces']['items'][number];
