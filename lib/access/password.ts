import { z } from 'zod';

/** A password that somebody chooses: 10 to 200 characters, whatever they are. */
export const password = z
  .string()
  .min(10, 'A password needs at least 10 characters.')
  .max(200, 'A password has at most 200 characters.')
  .refine((text) => text.isWellFormed(), 'It has half of a character in it (a lone surrogate).');
