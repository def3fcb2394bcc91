import { z } from 'zod';

/** Stable id of an element of a drawing: stages, steps, links, exits, fields, ports, levels. */
export const elementId = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9_]{0,39}$/,
    'An id starts with a small letter and has at most 40 letters, digits or underscores.',
  );
