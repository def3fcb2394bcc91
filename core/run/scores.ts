import type { ScoreDefinition } from '../definition/step-definition.ts';
import type { Turn } from './turn.ts';

export function beginScore(_turn: Turn, _step: ScoreDefinition): void {}
