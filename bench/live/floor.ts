import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';

/** The bare server. */
type Floor = { address: string; pid: number; stop(): void };

/** Starts the bare server in a process of its own. */
export async function startFloor(): Promise<Floor> {
  const child = spawn(
    process.execPath,
    ['server/set-up/typescript.mjs', 'bench/live/bare-broadcast.ts'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    address: `http://127.0.0.1:${String(port).trim()}`,
    pid: child.pid ?? 0,
    stop: () => void child.kill(),
  };
}

/** A bare socket in a channel. */
export async function aBareSocket(address: string, channel: string): Promise<WebSocket> {
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/${channel}`);
  await once(socket, 'open');
  return socket;
}

/** The resident memory of a process, in bytes. */
export function residentBytes(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) * 1024;
}
