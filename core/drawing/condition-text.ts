import { z } from 'zod';

/** CEL text over `deal.<field>`; checked and compiled at publish (core/condition). */
export const conditionText = z.string().max(2000);
