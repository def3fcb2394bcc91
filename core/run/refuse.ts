import type { ProcessDefinition } from '../definition/definition.ts';
import type { RunEvent, StepRef } from './event.ts';
import type { Unmet } from './fact.ts';
import { choicesOf } from './incidents.ts';
import { isEnd } from './move.ts';
import { definedStep, placeOf, placeOfVisit, type Place } from './occurrence.ts';
import { own } from './own.ts';
import { gateOf } from './gate.ts';
import type { Refusal, RefusalCode } from './reply.ts';
import type { RunState, StepStatus } from './run-state.ts';
import { exitForPerson } from './ways-out.ts';

type Of<K extends RunEvent['kind']> = Extract<RunEvent, { kind: K }>;
