import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Leaving, ChannelListener } from './channel-subscription';
import { ChannelSubscription } from './channel-subscription';

/** A place in a room of the live server. */
export type Subscription = {
  /** Says something in the room; false where one is not in it. */
  send(payload: string): boolean;
  leave(): void;
};

/** What a line is given. */
export type LineOptions = {
  url: string;
  /** Milliseconds before the first try to connect again; each further one waits twice as long, up to 30 times this. */
  firstDelay: number;
  /** How long an answer is waited for before the line counts as dead, in milliseconds. */
  answerTimeout: number;
  /** How often the line is tried, in milliseconds. */
  beat: number;
  /** In place of the browser's. */
  WebSocket?: unknown;
};

/** What the server closes a line with whose session is over, or that may not be. */
const sendsAway = [4401, 4403];

/** What it closes a line with whose person has too many lines, or says too much. */
const tooMany = 4429;

/** How many first rests one who was sent away waits before asking again. */
const longDelayFactor = 60;

/** Milliseconds of a clock that nobody sets. */
const elapsed = () => performance.now();

/**
 * One socket to the live server, with any number of rooms. It connects while there is a room to be
 * in, and again whenever it breaks, each time with a new socket: the server remembers for as long as
 * a socket lives what it has denied there.
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

  /** Joins a room, for as long as the answered seat is not left. Whoever was in it by this line leaves it. */
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

  /** To be called when the line may be there again: connects, or makes sure that it is not dead. */
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

  /** Lets the socket go, if there is one: nothing of it is heard any more. */
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
      // Connecting again is done here: with jitter, and never two attempts at once.
      maxAttempts: 1,
      // In the background timers run once a minute; dead lines are found by `probe`.
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
    // That it failed is told by its close.
    socket.connect().catch(() => undefined);
  }

  private entered(): void {
    // A server that lets one in and falls over at once is not to be asked again and again.
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

  /** So that not all browsers of a newsroom come at once when their server is back. */
  private delay(times: number): number {
    return this.options.firstDelay * times * (0.5 + Math.random());
  }

  private answered(): void {
    clearTimeout(this.dead);
    this.dead = undefined;
  }

  /** Asks for something small: where no answer comes, the line is dead, whatever the browser thinks. */
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

/** The line of this tab, one for as long as the tab lives. */
export function tabLine(): LiveLine {
  line ??= opened();
  return line;
}
