/** What a drill is to be like. */
export type DrillPlan = {
  clients: number;
  /** How long is written and broken. */
  seconds: number;
  seed: number;
  /** A PostgreSQL that somebody else runs; null for none. */
  databaseUrl: string | null;
  /** Whether to start a PostgreSQL of this machine for the drill, and break it too. */
  ownPostgres: boolean;
  /** Milliseconds before an outbox tries again; the product's own unless it is a short drill. */
  firstDelay: number;
  /** How long a client thinks between two deeds on average, in milliseconds. */
  pace: number;
  /** The size of the disk that is filled, where one can be mounted. */
  diskMegabytes: number;
  /** How long all is well between two outages, in milliseconds: at least and at most. */
  calm: [number, number];
};

const words = ['clients', 'seconds', 'seed', 'database-url', 'postgres', 'short'];

/** Sign-ins from one network address are counted, and one too many has to wait. */
const mostClients = 90;

function wholeOf(name: string, value: string, max: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new Error(`--${name} is “${value}”; it must be a whole number from 1 to ${max}.`);
}

/** Reads the words after `npm run drill --`; `databaseUrl` and `seed` are for where they say nothing. */
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
    clients: wholeOf('clients', options.get('clients') ?? (isShort ? '5' : '50'), mostClients),
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
