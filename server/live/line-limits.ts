/** Lets `perSecond` through on average and up to `most` at once. Times are in milliseconds. */
export class TokenBucket {
  private level: number;
  private since: number;

  constructor(
    private readonly perSecond: number,
    private readonly capacity: number,
    now: number,
  ) {
    this.level = capacity;
    this.since = now;
  }

  /** Takes one; false where there is none left. */
  take(now: number): boolean {
    this.refill(now);
    if (this.level < 1) return false;
    this.level -= 1;
    return true;
  }

  /** Whether as many are left as there can be. */
  isFull(now: number): boolean {
    this.refill(now);
    return this.level === this.capacity;
  }

  private refill(now: number): void {
    const gained = (Math.max(0, now - this.since) / 1000) * this.perSecond;
    this.level = Math.min(this.capacity, this.level + gained);
    this.since = now;
  }
}

/** What of a connection the limits look at. */
export type Limited = object;

/** Connections that one person may have in this process, by whatever tokens and sessions. */
export const maxPerPerson = 30;

/** Connections from one address that have not shown whose they are yet. */
export const maxUnknown = 20;

/** How long a connection may take to show whose it is, in milliseconds. */
export const timeToIdentify = 10_000;

/** Messages that a person may send over all of their connections: a second on average, and at once. */
const messagesPerSecond = 150;
const messagesAtOnce = 1_500;

type Person = { connections: Set<Limited>; pace: TokenBucket };

/**
 * Counts connections and messages by who they are of. A connection is an address's until it shows a
 * person, and then that person's; whoever has tokens of several people counts for each of them.
 */
export class LineLimits {
  private readonly unknown = new Map<string, Set<Limited>>();
  private readonly people = new Map<string, Person>();
  private readonly addressOf = new Map<Limited, string>();
  private readonly ownersOf = new Map<Limited, Set<string>>();

  /** Whether one more connection that has shown nobody may come from this address; it is counted if so. */
  admitUnknown(connection: Limited, address: string): boolean {
    const others = this.unknown.get(address) ?? new Set();
    if (others.size >= maxUnknown) return false;
    this.unknown.set(address, others.add(connection));
    this.addressOf.set(connection, address);
    return true;
  }

  /** Whether this may be one more connection of the person; it is theirs from now on if so. */
  admit(connection: Limited, userId: string, now: number): boolean {
    const person = this.people.get(userId) ?? {
      connections: new Set(),
      pace: new TokenBucket(messagesPerSecond, messagesAtOnce, now),
    };
    if (!person.connections.has(connection) && person.connections.size >= maxPerPerson)
      return false;
    this.people.set(userId, person);
    person.connections.add(connection);
    this.ownersOf.set(connection, (this.ownersOf.get(connection) ?? new Set()).add(userId));
    this.forgetUnknown(connection);
    return true;
  }

  /** Whether a message may come over this connection: the budget of everybody whose it is has room. */
  take(connection: Limited, now: number): boolean {
    const owners = this.ownersOf.get(connection) ?? [];
    // Each is asked, so that each one's budget shrinks.
    return [...owners]
      .map((userId) => this.people.get(userId)?.pace.take(now))
      .every((ok) => ok !== false);
  }

  /** Whether the connection has not shown whose it is. */
  isUnknown(connection: Limited): boolean {
    return this.addressOf.has(connection);
  }

  /**
   * The connection is gone. A person's budget outlives their last connection, so that coming again
   * does not fill it; it is forgotten with the next `tidy` once it would be full anyway.
   */
  remove(connection: Limited): void {
    this.forgetUnknown(connection);
    for (const userId of this.ownersOf.get(connection) ?? [])
      this.people.get(userId)?.connections.delete(connection);
    this.ownersOf.delete(connection);
  }

  /** Forgets people without connections whose budget is full again. */
  tidy(now: number): void {
    for (const [userId, { connections, pace }] of this.people)
      if (connections.size === 0 && pace.isFull(now)) this.people.delete(userId);
  }

  /** How many people and addresses are held in memory. */
  get size(): number {
    return this.people.size + this.unknown.size;
  }

  private forgetUnknown(connection: Limited): void {
    const address = this.addressOf.get(connection);
    if (address === undefined) return;
    this.addressOf.delete(connection);
    const others = this.unknown.get(address);
    others?.delete(connection);
    if (others?.size === 0) this.unknown.delete(address);
  }
}
