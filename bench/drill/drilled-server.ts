import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { findRunning } from '@/server/running';
import type { RunningServer } from '@/tests/harness/running-server';
import { aDataFolder, startServer } from '@/tests/harness/running-server';
import { databaseProcess } from '@/tests/harness/database-process';

/** How long the server may take to find its database hung and to replace it, in milliseconds. */
const timeout = 60_000;
const endless =
  'SELECT count(*) FROM generate_series(1, 9999) a, generate_series(1, 9999) b, generate_series(1, 9999) c';

/** The server of a drill: the real one, killed and started again on the same data. */
export class DrilledServer {
  private stopped: number | null = null;

  private constructor(
    private server: RunningServer,
    private readonly databaseUrl: string | null,
  ) {}

  /** `folder`: where the embedded database is to be kept; null for anywhere. */
  static async start(databaseUrl: string | null, folder: string | null): Promise<DrilledServer> {
    const dataFolder = await aDataFolder(folder ?? undefined);
    return new DrilledServer(await begin(dataFolder, databaseUrl), databaseUrl);
  }

  get address(): string {
    return this.server.address;
  }

  get dataFolder(): string {
    return this.server.dataFolder;
  }

  /** All that it has printed since it was last started. */
  output(): string {
    return this.server.output();
  }

  /** Ends the process without a word. */
  kill(): Promise<void> {
    return this.server.kill();
  }

  async startAgain(): Promise<void> {
    this.server = await begin(this.dataFolder, this.databaseUrl);
  }

  /** Ends the process of the embedded database; the server starts that again by itself. */
  killDatabase(): void {
    const pid = databaseProcess(this.server.pid);
    // It may be on its way back from the time before.
    if (pid !== null) process.kill(pid, 'SIGKILL');
  }

  /** Stops the process of the embedded database, as a machine does that has nothing left for it. */
  stopDatabase(): void {
    this.stopped = databaseProcess(this.server.pid);
    if (this.stopped !== null) process.kill(this.stopped, 'SIGSTOP');
  }

  /** Waits until the server has put another in the place of the process that was stopped. */
  async untilDatabaseReplaced(): Promise<void> {
    const until = performance.now() + timeout;
    for (;;) {
      const there = databaseProcess(this.server.pid);
      if (there !== null && there !== this.stopped) return;
      if (performance.now() > until) throw new Error('A hung database was not replaced.');
      await wait(50);
    }
  }

  /** Gives the embedded database a statement without end, and waits until it is at work on it. */
  async spinDatabase(): Promise<void> {
    const running = await findRunning(this.dataFolder);
    const client = new Client({ connectionString: running?.databaseUrl ?? '' });
    client.on('error', () => undefined);
    // It may be on its way back from the time before; then there is nothing that could spin.
    await client.connect().catch(() => undefined);
    client.query(endless).catch(() => undefined);
    await wait(200);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }
}

function begin(dataFolder: string, databaseUrl: string | null): Promise<RunningServer> {
  const env = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  return startServer({ dataFolder, env });
}
