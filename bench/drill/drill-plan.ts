/** The parameters of a drill. */
export type DrillPlan = {
  clients: number;
  /** How long analysts write and faults occur. */
  seconds: number;
  seed: number;
  /** An external PostgreSQL; null for none. */
  databaseUrl: string | null;
  /** Whether to start a PostgreSQL on this machine for the drill, and break it too. */
  ownPostgres: boolean;
  /**
   * Milliseconds before an outbox tries again; the product’s own value unless the drill is short.
   */
  firstDelay: number;
  /** The mean delay between two changes of a client, in milliseconds. */
  pace: number;
  /** The size of the disk that is filled, where one can be mounted. */
  diskMegabytes: number;
  /** The shortest and the longest time without a fault between two outages, in milliseconds. */
  calm: [number, number];
};

const words = ['clients', 'seconds', 'seed', 'database-url', 'postgres', 'short'];

/**
 * The server limits sign-ins from one network address; with more clients one would have to wait.
 */
const maxClients = 90;

function wholeOf(name: string, value: string, max: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new Error(`--${name} is “${value}”; it must be a whole number from 1 to ${max}.`);
}

/**
 * Parses the arguments after `npm run drill --`; `given` has the defaults. Throws an Error for an
 * unknown argument or a value out of range.
 */
export function drillPlan(
  args: readonly string[],
  given: { databaseUrl: string | null; seed: number },
): DrillPlan {
  const options = new Map<string, string>();
  for (const arg of args) {
    const [, name = '', value = ''] = /^--([a-z-]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (!words.includes(name))
      throw new Error(`The drill does not know “${arg}”. It knows --${words.join(', --')}.`);
    options.set(name, value);
  }
  const isShort = options.has('short');
  const ownPostgres = options.has('postgres');
  return {
    clients: wholeOf('clients', options.get('clients') ?? (isShort ? '5' : '50'), maxClients),
    seconds: wholeOf('seconds', options.get('seconds') ?? (isShort ? '6' : '60'), 86_400),
    seed: wholeOf('seed', options.get('seed') ?? String(given.seed), 2 ** 32 - 1),
    databaseUrl: ownPostgres ? null : (options.get('database-url') ?? given.databaseUrl),
    ownPostgres,
    firstDelay: isShort ? 100 : 1000,
    pace: isShort ? 150 : 1000,
    diskMegabytes: isShort ? 300 : 1500,
    calm: isShort ? [200, 600] : [1500, 4000],
  };
}
