import { HocuspocusProvider } from '@hocuspocus/provider';
import type { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

/** Why one is out of a room: one left, the line broke, the server ended it, closed the room, or never let one in. */
export type Leaving = 'self' | 'connection' | 'rejected' | 'closed' | 'denied';

/** What is told to whoever joins a room. */
export type ChannelListener = {
  /** One is in, at first or again: what was said before that is not known. */
  joined(): void;
  received(payload: string): void;
  left(why: Leaving): void;
};

/** What a line is told of a room on it, and how long it lets a room rest that the server has closed. */
type ChannelEvents = {
  entered(): void;
  denied(name: string): void;
  retryDelay(): number;
};

/** One's place in one room, on one socket after the other. */
export class ChannelSubscription {
  isIn = false;
  /** Whether the server was asked and has not answered: one cannot leave then. */
  isAsking = false;
  private provider: HocuspocusProvider | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly name: string,
    private readonly listener: ChannelListener,
    private readonly events: ChannelEvents,
  ) {}

  /** Asks to be let in, on this socket. */
  enter(socket: HocuspocusProviderWebsocket): void {
    const ifCurrent = (callback: () => void) => () => {
      if (this.provider === provider) callback();
    };
    const provider = new HocuspocusProvider({
      name: this.name,
      websocketProvider: socket,
      // Who asks is told by the cookie; without a token the server would not be asked at all.
      token: 'session',
      awareness: null,
      onAuthenticated: ifCurrent(() => this.entered()),
      onAuthenticationFailed: ifCurrent(() => this.denied()),
      onStateless: ({ payload }) => ifCurrent(() => this.listener.received(payload))(),
      onClose: ifCurrent(() => this.closed()),
    });
    this.provider = provider;
    this.isAsking = true;
    provider.attach();
  }

  /** Gives the place up on the socket that it was on. */
  vacate(why: Leaving): void {
    clearTimeout(this.retry);
    const { provider, isIn } = this;
    this.provider = null;
    this.isIn = this.isAsking = false;
    // Who is not in a room cannot leave it: the server would take the farewell for a fault.
    if (!isIn)
      provider?.configuration.websocketProvider.configuration.providerMap.delete(this.name);
    provider?.document.destroy();
    provider?.destroy();
    if (isIn) this.listener.left(why);
  }

  /** Says something in the room; false where one is not in it. */
  send(payload: string): boolean {
    if (this.isIn) this.provider?.sendStateless(payload);
    return this.isIn;
  }

  /** Asks the server for something small; false where one is not in the room. */
  probe(): boolean {
    if (this.isIn) this.provider?.forceSync();
    return this.isIn;
  }

  private entered(): void {
    clearTimeout(this.retry);
    this.isIn = true;
    this.isAsking = false;
    this.events.entered();
    this.listener.joined();
  }

  private denied(): void {
    this.isIn = this.isAsking = false;
    this.events.denied(this.name);
    this.listener.left('denied');
  }

  /** The server has closed the room: perhaps not for good, so it is asked once more. */
  private closed(): void {
    const { provider, isIn } = this;
    this.isIn = false;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      this.isAsking = true;
      void provider?.sendToken().then(() => provider.startSync());
    }, this.events.retryDelay());
    if (isIn) this.listener.left('closed');
  }
}
