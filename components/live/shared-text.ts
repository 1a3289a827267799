import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { fromBase64 } from 'lib0/buffer';
import { z } from 'zod';
import { Awareness } from 'y-protocols/awareness';
import { Doc, applyUpdate } from 'yjs';
import type { TextMessage } from '@/lib/live/text-message';
import { OwnWriting } from './own-writing';
import { TextProvider } from './text-provider';

/** Somebody who is at a text. */
export type Writer = { userId: string; name: string; color: string };

/** How it stands with a text on this page. */
export type TextState = {
  /** Whether the text has come; before that nobody writes. */
  isHere: boolean;
  line: 'opening' | 'open' | 'broken' | 'denied';
  /** Whether all that was written here is on disk. */
  isSaved: boolean;
  /** Why the server did not take what was written last; empty where it did. */
  refused: string;
  people: Writer[];
};

/** Messages that are for the page. */
export type TextNotice = Extract<TextMessage, { kind: 'locked' | 'changed' }>;

const messageSchema = z.looseObject({ kind: z.string() });
const writer = z.object({ userId: z.string(), name: z.string(), color: z.string() });

/** How long it is waited before a room that the server closed is asked for again, in milliseconds. */
const reopenDelay = 1500;

/** A shared text on this page: its document, who else is at it, and how far it is on disk. */
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
      // Who asks is told by the cookie; without a token the server would not be asked at all.
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
    // Where the socket broke, too, it connects by itself.
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
