import { HocuspocusProvider } from '@hocuspocus/provider';
import type { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

/** Why a channel was left: by the page, by a broken connection, by a rejected one, by the server's closing the channel, or by a denied join. */
export type Leaving = 'self' | 'connection' | 'rejected' | 'closed' | 'denied';

/** The callbacks of a subscription. */
export type ChannelListener = {
  /** Joined, at first or again; earlier messages may have been missed. */
  joined(): void;
  received(payload: string): void;
  left(why: Leaving): void;
};

/** The callbacks to the connection; `retryDelay` is the delay before a closed channel is joined again. */
type ChannelEvents = {
  entered(): void;
  denied(name: string): void;
  retryDelay(): number;
};

/** A subscription to one channel, across successive sockets. */
export class ChannelSubscription {
  isIn = false;
  /** Whether a join is unanswered; the channel cannot be left then. */
  isAsking = false;
  private provider: HocuspocusProvider | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly name: string,
    private readonly listener: ChannelListener,
    private readonly events: ChannelEvents,
  ) {}

  /** Joins on this socket. */
  enter(socket: HocuspocusProviderWebsocket): void {
    const ifCurrent = (callback: () => void) => () => {
      if (this.provider === provider) callback();
    };
    const provider = new HocuspocusProvider({
      name: this.name,
      websocketProvider: socket,
      // The cookie authenticates; without a token the provider would not ask the server.
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

  /** Leaves the channel on its socket. */
  vacate(why: Leaving): void {
    clearTimeout(this.retry);
    const { provider, isIn } = this;
    this.provider = null;
    this.isIn = this.isAsking = false;
    // A channel that is not joined cannot be left: the server would treat the message as an error.
    if (!isIn)
      provider?.configuration.websocketProvider.configuration.providerMap.delete(this.name);
    provider?.document.destroy();
    provider?.destroy();
    if (isIn) this.listener.left(why);
  }

  /** Sends a message to the channel; false where it is not joined. */
  send(payload: string): boolean {
    if (this.isIn) this.provider?.sendStateless(payload);
    return this.isIn;
  }

  /** Sends a small request to the server; false where the channel is not joined. */
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

  /** The server closed the channel, possibly for a while only, so it is joined once more. */
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
