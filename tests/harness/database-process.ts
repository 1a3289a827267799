import { execFileSync } from 'node:child_process';

/** The processes of embedded databases on this data folder, of any parent. */
export function processesOn(dataFolder: string): number[] {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(
      (words) =>
        words.some((word) => word.endsWith('embedded-database-child.mjs')) &&
        words.includes(dataFolder),
    )
    .map(([pid]) => Number(pid));
}

/** The process id of a server's embedded database; null if there is none. */
export function databaseProcess(serverPid: number): number | null {
  const found = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent]) => Number(parent) === serverPid)
    .find((words) => words.some((word) => word.endsWith('embedded-database-child.mjs')));
  return found === undefined ? null : Number(found[0]);
}
