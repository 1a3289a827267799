import type { TextMessage } from '@/lib/live/live-channel';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { fromBase64 } from 'lib0/buffer';
import { z } from 'zod';
import { Awareness } from 'y-protocols/awareness';
import { Doc, applyUpdate } from 'yjs';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { OwnWriting } from './own-writing';

/**
 * A provider that sends nothing to a channel before it is authenticated, which the server would treat
 * as an error. Earlier changes are sent with the first sync.
 */
class TextProvider extends HocuspocusProvider {
  private isAuthenticating = false;

  override async onOpen(...event: Parameters<HocuspocusProvider['onOpen']>): Promise<void> {
    await this.authenticate(() => super.onOpen(...event));
  }

  /** Authenticates again, where the server has closed the channel. */
  async enterAgain(): Promise<void> {
    await this.authenticate(async () => {
      await this.sendToken();
      this.startSync();
    });
  }

  override documentUpdateHandler(update: Uint8Array, origin: unknown): void {
    if (this.isAuthenticated) super.documentUpdateHandler(update, origin);
  }

  override send(...message: Parameters<HocuspocusProvider['send']>): void {
    if (this.isAuthenticated || this.isAuthenticating) super.send(...message);
  }

  private async authenticate(action: () => Promise<void>): Promise<void> {
    this.isAuthenticating = true;
    await action();
    this.isAuthenticating = false;
  }
}

/** A person who has a shared text open. */
export type Writer = { userId: string; name: string; color: string };

/** The state of a shared text on this page. */
export type TextState = {
  /** Whether the text is loaded; before that it cannot be edited. */
  isHere: boolean;
  line: 'opening' | 'open' | 'broken' | 'denied';
  /** Whether the server has all of this page's changes on disk. */
  isSaved: boolean;
  /** Why the server refused the last change; empty where it did not. */
  refused: string;
  people: Writer[];
};

/** Messages that the page handles. */
type TextNotice = Extract<TextMessage, { kind: 'locked' | 'changed' }>;

const messageSchema = z.looseObject({ kind: z.string() });
const writer = z.object({ userId: z.string(), name: z.string(), color: z.string() });

/** The delay before a channel that the server closed is joined again, in milliseconds. */
const reopenDelay = 1500;

/** A shared text on this page: its document, who else edits it, and its save state. */
export class SharedText {
  readonly document = new Doc();
  readonly awareness = new Awareness(this.document);
  state: TextState = { isHere: false, line: 'opening', isSaved: true, refused: '', people: [] };
  private readonly listeners = new Set<() => void>();
  private readonly own = new OwnWriting(this.document, () =>
    this.become({ isSaved: this.own.isSaved }),
  );
  private readonly socket: HocuspocusProviderWebsocket;
  private readonly provider: TextProvider;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(
    name: string,
    private readonly onNotice: (notice: TextNotice) => void,
  ) {
    const { protocol, host } = window.location;
    this.socket = new HocuspocusProviderWebsocket({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live`,
      maxDelay: 8000,
    });
    this.provider = new TextProvider({
      name,
      websocketProvider: this.socket,
      document: this.document,
      awareness: this.awareness,
      // The cookie authenticates; without a token the provider would not ask the server.
      token: 'session',
      forceSyncInterval: 15_000,
      onAuthenticated: () => {
        this.become({ line: 'open', refused: '' });
        this.awareness.setLocalState(this.awareness.getLocalState());
      },
      onAuthenticationFailed: () => this.become({ line: 'denied' }),
      onSynced: () => this.become({ isHere: true }),
      onClose: () => this.closed(),
      onStateless: ({ payload }) => this.handleMessage(payload),
      onAwarenessChange: () => this.become({ people: this.people() }),
    });
    this.provider.attach();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  leave(): void {
    clearTimeout(this.again);
    this.own.stop();
    this.provider.destroy();
    this.socket.destroy();
    this.document.destroy();
  }

  private become(change: Partial<TextState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private people(): Writer[] {
    const people = new Map<string, Writer>();
    for (const { user } of this.awareness.getStates().values() as Iterable<{ user?: unknown }>) {
      const read = writer.safeParse(user);
      if (read.success) people.set(read.data.userId, read.data);
    }
    return [...people.values()];
  }

  private closed(): void {
    if (this.state.line === 'denied') return;
    this.become({ line: 'broken' });
    clearTimeout(this.again);
    // Where the socket broke too, it reconnects by itself.
    this.again = setTimeout(() => {
      if (this.socket.status === 'connected') void this.provider.enterAgain();
    }, reopenDelay);
  }

  private handleMessage(payload: string): void {
    const read = messageSchema.safeParse(JSON.parse(payload));
    if (!read.success) return;
    const message = read.data as TextMessage;
    if (message.kind === 'saved' && typeof message.snapshot === 'string') {
      this.own.acknowledge(fromBase64(message.snapshot));
      this.become({ refused: '' });
    } else if (message.kind === 'written')
      applyUpdate(this.document, fromBase64(message.update), 'written');
    else if (message.kind === 'refused') this.become({ refused: message.why });
    else if (message.kind === 'locked' || message.kind === 'changed') this.onNotice(message);
  }
}

const never = () => () => {};
const closed: TextState = {
  isHere: false,
  line: 'opening',
  isSaved: true,
  refused: '',
  people: [],
};

/** The shared text of a channel, open while the component is mounted; null on the server. */
export function useSharedText(
  name: string,
  onNotice: (notice: TextNotice) => void = () => undefined,
): { sharedText: SharedText | null; state: TextState } {
  const [sharedText, setSharedText] = useState<SharedText | null>(null);
  const latest = useRef(onNotice);
  useEffect(() => {
    latest.current = onNotice;
  });
  useEffect(() => {
    const opened = new SharedText(name, (notice) => latest.current(notice));
    setSharedText(opened);
    return () => {
      setSharedText(null);
      opened.leave();
    };
  }, [name]);
  const state = useSyncExternalStore(
    sharedText?.subscribe ?? never,
    () => sharedText?.state ?? closed,
    () => closed,
  );
  return { sharedText, state };
}
