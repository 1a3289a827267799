import type { RunningServer } from '@/tests/harness/running-server';
import { aDataFolder, startServer } from '@/tests/harness/running-server';
import { databaseProcess } from '@/tests/harness/database-process';

/** The server of a drill: the real one, killed and started again on the same data. */
export class DrilledServer {
  private constructor(
    private server: RunningServer,
    private readonly databaseUrl: string | null,
  ) {}

  static async start(databaseUrl: string | null): Promise<DrilledServer> {
    const dataFolder = await aDataFolder();
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

  async stop(): Promise<void> {
    await this.server.stop();
  }
}

function begin(dataFolder: string, databaseUrl: string | null): Promise<RunningServer> {
  const env = databaseUrl === null ? {} : { DATABASE_URL: databaseUrl };
  return startServer({ dataFolder, env });
}
