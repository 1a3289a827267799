import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Leaving, RoomListener } from './room-seat';
import { RoomSeat } from './room-seat';

/** A place in a room of the live server. */
export type Seat = {
  /** Says something in the room; false where one is not in it. */
  say(payload: string): boolean;
  leave(): void;
};

/** What a line is given. */
export type LineParts = {
  url: string;
  /** Milliseconds before the first try to connect again; each further one waits twice as long, up to 30 times this. */
  firstRest: number;
  /** How long an answer is waited for before the line counts as dead, in milliseconds. */
  patience: number;
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
const longRest = 60;

/** Milliseconds of a clock that nobody sets. */
const elapsed = () => performance.now();

/**
 * One socket to the live server, with any number of rooms. It connects while there is a room to be
 * in, and again whenever it breaks, each time with a new socket: the server remembers for as long as
 * a socket lives what it has denied there.
 */
export class LiveLine {
  private readonly rooms = new Map<string, RoomSeat>();
  private readonly denied = new Set<string>();
  private socket: HocuspocusProviderWebsocket | null = null;
  private failures = 0;
  private mayAt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private dead: ReturnType<typeof setTimeout> | undefined;
  private settled: ReturnType<typeof setTimeout> | undefined;
  private beating: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly parts: LineParts) {}

  /** Joins a room, for as long as the answered seat is not left. Whoever was in it by this line leaves it. */
  join(name: string, listener: RoomListener): Seat {
    const before = this.rooms.get(name);
    if (before !== undefined) this.leave(before);
    const room = new RoomSeat(name, listener, {
      entered: () => this.entered(),
      denied: () => this.denied.add(name),
      rest: () => this.rest(1),
    });
    this.rooms.set(name, room);
    if (this.denied.has(name)) this.open();
    else if (this.socket !== null) room.enter(this.socket);
    else if (this.retry === undefined) this.open();
    return { say: (payload) => room.say(payload), leave: () => this.leave(room) };
  }

  /** To be called when the line may be there again: connects, or makes sure that it is not dead. */
  wake(): void {
    if (this.socket !== null) this.probe();
    else if (this.rooms.size > 0 && elapsed() >= this.mayAt) this.open();
  }

  private leave(room: RoomSeat): void {
    if (this.rooms.get(room.name) !== room) return;
    this.rooms.delete(room.name);
    const { isAsking } = room;
    room.vacate('oneself');
    if (this.rooms.size === 0) this.drop();
    else if (isAsking && this.socket !== null) this.open();
  }

  /** Lets the socket go, if there is one: nothing of it is heard any more. */
  private drop(why: Leaving = 'line'): void {
    for (const timer of [this.retry, this.dead, this.settled, this.beating]) clearTimeout(timer);
    this.retry = this.dead = undefined;
    const { socket } = this;
    this.socket = null;
    this.denied.clear();
    socket?.destroy();
    for (const room of this.rooms.values()) room.vacate(why);
  }

  private open(): void {
    this.drop();
    const socket = new HocuspocusProviderWebsocket({
      url: this.parts.url,
      autoConnect: false,
      // Connecting again is done here: with jitter, and never two attempts at once.
      maxAttempts: 1,
      // In the background timers run once a minute; dead lines are found by `probe`.
      messageReconnectTimeout: 3_600_000,
      WebSocketPolyfill: this.parts.WebSocket,
      onMessage: () => this.answered(),
      onClose: ({ event }) => {
        if (this.socket === socket) this.broken(event.code);
      },
    });
    this.socket = socket;
    for (const room of this.rooms.values()) room.enter(socket);
    this.dead = setTimeout(() => this.broken(0), 4 * this.parts.patience);
    this.beating = setInterval(() => this.probe(), this.parts.beat);
    // That it failed is told by its close.
    socket.connect().catch(() => undefined);
  }

  private entered(): void {
    // A server that lets one in and falls over at once is not to be asked again and again.
    clearTimeout(this.settled);
    this.settled = setTimeout(() => (this.failures = 0), 10 * this.parts.firstRest);
  }

  private broken(code: number): void {
    const isSentAway = sendsAway.includes(code);
    const isTooMuch = code === tooMany;
    const waits = isSentAway || isTooMuch;
    const rest = this.rest(waits ? longRest : Math.min(30, 2 ** this.failures));
    this.failures++;
    this.mayAt = elapsed() + (waits ? rest / 2 : 0);
    this.drop(isSentAway ? 'sent-away' : 'line');
    if (this.rooms.size > 0) this.retry = setTimeout(() => this.open(), rest);
  }

  /** So that not all browsers of a newsroom come at once when their server is back. */
  private rest(times: number): number {
    return this.parts.firstRest * times * (0.5 + Math.random());
  }

  private answered(): void {
    clearTimeout(this.dead);
    this.dead = undefined;
  }

  /** Asks for something small: where no answer comes, the line is dead, whatever the browser thinks. */
  private probe(): void {
    if (this.dead !== undefined) return;
    if (![...this.rooms.values()].some((room) => room.probe())) return;
    this.dead = setTimeout(() => this.broken(0), this.parts.patience);
  }
}
