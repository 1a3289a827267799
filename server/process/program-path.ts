import { join } from 'node:path';

/** The bundled programs: what runs as a separate process or thread. */
export type Program =
  | 'start'
  | 'embedded-database-child'
  | 'compute-worker'
  | 'password-thread'
  | 'account'
  | 'database-watchdog'
  | 'demo'
  | 'agree'
  | 'backup'
  | 'restore'
  | 'move';

/**
 * The absolute path of a bundled program (`server/set-up/programs.mjs`). In a bundled program the
 * bundler replaces `PARALLAX_PROGRAMS` by the program's own folder; elsewhere, as in tests, the
 * environment names it.
 *
 * @throws {Error} If the programs are not bundled.
 */
export function programPath(name: Program): string {
  const folder = process.env.PARALLAX_PROGRAMS;
  if (!folder)
    throw new Error('The programs of server/ are not bundled: PARALLAX_PROGRAMS is not set.');
  return join(folder, `${name}.mjs`);
}
