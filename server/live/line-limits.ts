/** A token bucket: `perSecond` on average and up to `capacity` at once. Times are in milliseconds. */
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

  /** Takes one token; false if none is left. */
  take(now: number): boolean {
    this.refill(now);
    if (this.level < 1) return false;
    this.level -= 1;
    return true;
  }

  /** Whether the bucket is full. */
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

/** A connection, of which only the identity matters here. */
type Limited = object;

/** How many connections one person may have in this process, with all tokens and sessions. */
export const maxPerPerson = 30;

/** How many unauthenticated connections one address may have. */
export const maxUnknown = 20;

/** How long a connection may take to authenticate, in milliseconds. */
export const timeToIdentify = 10_000;

/** How many messages a person may send over all connections: on average a second, and at once. */
const messagesPerSecond = 150;
const messagesAtOnce = 1_500;

type Person = { connections: Set<Limited>; pace: TokenBucket };

/**
 * Counts connections and messages by person. A connection counts for its address until it authenticates
 * a person, and then for that person; with tokens of several people it counts for each.
 */
export class LineLimits {
  private readonly unknown = new Map<string, Set<Limited>>();
  private readonly people = new Map<string, Person>();
  private readonly addressOf = new Map<Limited, string>();
  private readonly ownersOf = new Map<Limited, Set<string>>();

  /** Counts an unauthenticated connection of this address; false if the address has too many. */
  admitUnknown(connection: Limited, address: string): boolean {
    const others = this.unknown.get(address) ?? new Set();
    if (others.size >= maxUnknown) return false;
    this.unknown.set(address, others.add(connection));
    this.addressOf.set(connection, address);
    return true;
  }

  /** Counts the connection for this person; false if the person has too many. */
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

  /** Counts a message of this connection; false if the budget of one of its people is used up. */
  take(connection: Limited, now: number): boolean {
    const owners = this.ownersOf.get(connection) ?? [];
    // First map, so that it is taken from every budget.
    return [...owners]
      .map((userId) => this.people.get(userId)?.pace.take(now))
      .every((ok) => ok !== false);
  }

  /** Whether the connection has not authenticated. */
  isUnknown(connection: Limited): boolean {
    return this.addressOf.has(connection);
  }

  /**
   * The connection is closed. A person's budget outlives the last connection, so that connecting again
   * does not refill it; `tidy` removes it once it is full.
   */
  remove(connection: Limited): void {
    this.forgetUnknown(connection);
    for (const userId of this.ownersOf.get(connection) ?? [])
      this.people.get(userId)?.connections.delete(connection);
    this.ownersOf.delete(connection);
  }

  /** Removes people without connections whose budget is full again. */
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
