import { join } from 'node:path';

/** The programs that are bundled: what runs as a process or a thread of its own. */
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
 * The absolute path of a bundled program of server/ (`server/set-up/programs.mjs`). Within a bundled
 * program its own folder is known; elsewhere, as in tests, `PARALLAX_PROGRAMS` names it.
 *
 * @throws {Error} Where the programs have not been bundled.
 */
export function programPath(name: Program): string {
  const folder = process.env.PARALLAX_PROGRAMS;
  if (!folder)
    throw new Error('The programs of server/ are not bundled: PARALLAX_PROGRAMS is not set.');
  return join(folder, `${name}.mjs`);
}
