import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Leaving, ChannelListener } from './channel-subscription';
import { ChannelSubscription } from './channel-subscription';

/** A subscription to a channel of the live server. */
export type Subscription = {
  /** Sends a message to the channel; false where it is not joined. */
  send(payload: string): boolean;
  leave(): void;
};

/** The options of a connection. */
export type LineOptions = {
  url: string;
  /** Milliseconds before the first reconnect; each later one waits twice as long, up to 30 times this. */
  firstDelay: number;
  /** How long to wait for an answer before the connection counts as dead, in milliseconds. */
  answerTimeout: number;
  /** The interval of probes, in milliseconds. */
  beat: number;
  /** Replaces the browser's `WebSocket`. */
  WebSocket?: unknown;
};

/** The close codes of an ended session and of a connection that is not allowed. */
const sendsAway = [4401, 4403];

/** The close code of too many connections or messages of one user. */
const tooMany = 4429;

/** The delay after such a close, in multiples of `firstDelay`. */
const longDelayFactor = 60;

/** Milliseconds of a monotonic clock. */
const elapsed = () => performance.now();

/**
 * One connection to the live server with any number of channels. It is open while there is a channel
 * to join, and reconnects whenever it breaks, each time with a new socket: the server remembers for the
 * lifetime of a socket what it has denied.
 */
export class LiveLine {
  private readonly subscriptions = new Map<string, ChannelSubscription>();
  private readonly denied = new Set<string>();
  private socket: HocuspocusProviderWebsocket | null = null;
  private failures = 0;
  private mayAt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private dead: ReturnType<typeof setTimeout> | undefined;
  private stableTimer: ReturnType<typeof setTimeout> | undefined;
  private beating: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly options: LineOptions) {}

  /** Joins a channel until the returned subscription is left; replaces a subscription to the same channel. */
  join(name: string, listener: ChannelListener): Subscription {
    const before = this.subscriptions.get(name);
    if (before !== undefined) this.leave(before);
    const subscription = new ChannelSubscription(name, listener, {
      entered: () => this.entered(),
      denied: () => this.denied.add(name),
      retryDelay: () => this.delay(1),
    });
    this.subscriptions.set(name, subscription);
    if (this.denied.has(name)) this.open();
    else if (this.socket !== null) subscription.enter(this.socket);
    else if (this.retry === undefined) this.open();
    return { send: (payload) => subscription.send(payload), leave: () => this.leave(subscription) };
  }

  /** Called when the network may be back: connects, or probes the connection. */
  wake(): void {
    if (this.socket !== null) this.probe();
    else if (this.subscriptions.size > 0 && elapsed() >= this.mayAt) this.open();
  }

  private leave(subscription: ChannelSubscription): void {
    if (this.subscriptions.get(subscription.name) !== subscription) return;
    this.subscriptions.delete(subscription.name);
    const { isAsking } = subscription;
    subscription.vacate('self');
    if (this.subscriptions.size === 0) this.drop();
    else if (isAsking && this.socket !== null) this.open();
  }

  /** Drops the socket, if there is one, and its events. */
  private drop(why: Leaving = 'connection'): void {
    for (const timer of [this.retry, this.dead, this.stableTimer, this.beating])
      clearTimeout(timer);
    this.retry = this.dead = undefined;
    const { socket } = this;
    this.socket = null;
    this.denied.clear();
    socket?.destroy();
    for (const subscription of this.subscriptions.values()) subscription.vacate(why);
  }

  private open(): void {
    this.drop();
    const socket = new HocuspocusProviderWebsocket({
      url: this.options.url,
      autoConnect: false,
      // Reconnecting is done here: with jitter, and never two attempts at once.
      maxAttempts: 1,
      // In background pages timers run once a minute; `probe` finds dead connections.
      messageReconnectTimeout: 3_600_000,
      WebSocketPolyfill: this.options.WebSocket,
      onMessage: () => this.answered(),
      onClose: ({ event }) => {
        if (this.socket === socket) this.broken(event.code);
      },
    });
    this.socket = socket;
    for (const subscription of this.subscriptions.values()) subscription.enter(socket);
    this.dead = setTimeout(() => this.broken(0), 4 * this.options.answerTimeout);
    this.beating = setInterval(() => this.probe(), this.options.beat);
    // A failure is handled by `onClose`.
    socket.connect().catch(() => undefined);
  }

  private entered(): void {
    // The backoff is reset only after a while, in case the server fails right after accepting.
    clearTimeout(this.stableTimer);
    this.stableTimer = setTimeout(() => (this.failures = 0), 10 * this.options.firstDelay);
  }

  private broken(code: number): void {
    const isSentAway = sendsAway.includes(code);
    const isTooMuch = code === tooMany;
    const waits = isSentAway || isTooMuch;
    const delay = this.delay(waits ? longDelayFactor : Math.min(30, 2 ** this.failures));
    this.failures++;
    this.mayAt = elapsed() + (waits ? delay / 2 : 0);
    this.drop(isSentAway ? 'rejected' : 'connection');
    if (this.subscriptions.size > 0) this.retry = setTimeout(() => this.open(), delay);
  }

  /** A delay with jitter, so that not all browsers reconnect at once when their server is back. */
  private delay(times: number): number {
    return this.options.firstDelay * times * (0.5 + Math.random());
  }

  private answered(): void {
    clearTimeout(this.dead);
    this.dead = undefined;
  }

  /** Sends a small request: without an answer the connection is dead, whatever the browser reports. */
  private probe(): void {
    if (this.dead !== undefined) return;
    if (![...this.subscriptions.values()].some((subscription) => subscription.probe())) return;
    this.dead = setTimeout(() => this.broken(0), this.options.answerTimeout);
  }
}

let line: LiveLine | null = null;

function opened(): LiveLine {
  const { protocol, host } = window.location;
  const made = new LiveLine({
    url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`,
    firstDelay: 1000,
    answerTimeout: 6000,
    beat: 20_000,
  });
  const wake = () => {
    if (document.visibilityState === 'visible') made.wake();
  };
  document.addEventListener('visibilitychange', wake);
  for (const kind of ['online', 'focus', 'pageshow'] as const) window.addEventListener(kind, wake);
  return made;
}

/** The connection of this tab, one for its lifetime. */
export function tabLine(): LiveLine {
  line ??= opened();
  return line;
}
